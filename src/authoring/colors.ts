import * as vscode from 'vscode';
import { placeAt } from '../core/authoring/place/placeAt';
import type { Services } from '../services/services';
import { loadHelp } from './help';

export function registerColors(context: vscode.ExtensionContext, services: Services): void {
  const provider = new DeckColors(context.extensionUri, services);
  context.subscriptions.push(vscode.languages.registerColorProvider({ language: 'markdown' }, provider));
}

/** The color picker for style sheets, `style` and color attributes, and backgrounds of decks. */
class DeckColors implements vscode.DocumentColorProvider {
  constructor(
    readonly extensionUri: vscode.Uri,
    readonly services: Services,
  ) {}

  async provideDocumentColors(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.ColorInformation[] | undefined> {
    const { decks } = this.services;
    // Undefined, not an empty list: VS Code then shows the colors it finds itself in ordinary markdown.
    if (!decks.isDeck(document)) return undefined;
    const { version } = document;
    const help = await loadHelp(this.extensionUri);
    if (token.isCancellationRequested || document.version !== version) return undefined;
    const { slides, dialect } = decks.deckOf(document);
    const whole = slides.filter(({ conflict }) => !conflict);
    return whole.flatMap(({ content, span: { start } }) =>
      help.slideColors(content, dialect).map(({ span, red, green, blue, alpha }) => {
        const range = new vscode.Range(
          document.positionAt(start + span.start),
          document.positionAt(start + span.end),
        );
        return new vscode.ColorInformation(range, new vscode.Color(red, green, blue, alpha));
      }),
    );
  }

  async provideColorPresentations(
    color: vscode.Color,
    { document, range }: { document: vscode.TextDocument; range: vscode.Range },
  ): Promise<vscode.ColorPresentation[]> {
    const { htmlNotations, HTML_COLOR_ATTRIBUTE, notations } = await loadHelp(this.extensionUri);
    const place = placeAt(this.services.decks.deckOf(document), document.offsetAt(range.start));
    const isHtml = place?.kind === 'attributeValue' && HTML_COLOR_ATTRIBUTE.test(place.name);
    const texts = (isHtml ? htmlNotations : notations)(color, document.getText(range));
    return texts.map((text) => new vscode.ColorPresentation(text));
  }
}
