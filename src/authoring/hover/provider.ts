import * as vscode from 'vscode';
import type { CursorPlace } from '../../core/authoring/place/place';
import { placeAt } from '../../core/authoring/place/placeAt';
import type { Services } from '../../services/services';
import { type Helped, loadHelp } from '../help';
import { Documentation, translated } from './documentation';
import { referenceHover } from './references';

export function registerHover(context: vscode.ExtensionContext, services: Services): void {
  const provider = new DeckHover(context.extensionUri, services);
  context.subscriptions.push(vscode.languages.registerHoverProvider({ language: 'markdown' }, provider));
}

/** Explains options and attributes, and shows the pictures and slides that references lead to. */
class DeckHover implements vscode.HoverProvider {
  constructor(
    readonly extensionUri: vscode.Uri,
    readonly services: Services,
  ) {}

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Hover | undefined> {
    const { extensionUri, services } = this;
    if (!services.decks.isDeck(document)) return undefined;
    const deck = services.decks.deckOf(document);
    const offset = document.offsetAt(position);
    const help = await loadHelp(extensionUri);
    const helped = { document, deck, help, extensionUri, services };
    const place = placeAt(deck, offset);
    return (await referenceHover(helped, offset, place)) ?? (place ? explain(place, helped) : undefined);
  }
}

function explain(place: CursorPlace, helped: Helped): vscode.Hover | undefined {
  const documentation = new Documentation(helped.extensionUri);
  if (!describe(place, documentation, helped)) return undefined;
  const { document } = helped;
  const { start, end } = place.span;
  return new vscode.Hover(
    documentation.markdown,
    new vscode.Range(document.positionAt(start), document.positionAt(end)),
  );
}

/** False if there is nothing to say. */
function describe(place: CursorPlace, documentation: Documentation, { deck, help }: Helped): boolean {
  const { dialect, text } = deck;
  switch (place.kind) {
    case 'frontMatterKey': {
      const name = text.slice(place.span.start, place.span.end);
      const option = help.optionAt([...place.parents, name], dialect);
      if (option) documentation.about(option);
      return option !== null;
    }
    case 'frontMatterValue': {
      const option = help.optionAt(place.path, dialect);
      const written = text.slice(place.span.start, place.span.end).replace(/^(["'])(.*)\1$/, '$2');
      const value = option?.values.find((each) => each.value === written);
      const picture = help.pictureOfValue(place.path, written, dialect);
      if (!value?.description && !picture) return false;
      documentation.line(translated(value?.description)).optionPicture(picture);
      return true;
    }
    case 'commentKeyword':
      return describeKeyword(text.slice(place.span.start, place.span.end), documentation);
    case 'attributeName': {
      const name = text.slice(place.span.start, place.span.end).toLowerCase();
      const attribute = help.attributeAt(place.owner, name, dialect);
      if (attribute) documentation.about(attribute);
      return attribute !== null;
    }
    case 'attributeValue': {
      const written = text.slice(place.span.start, place.span.end);
      const values = help.attributeAt(place.owner, place.name, dialect)?.values ?? [];
      const words = values.filter(({ value }) => value === written || written.split(/\s+/).includes(value));
      for (const { value, description } of words) {
        if (description) documentation.line(`${value}: ${translated(description)}`);
        if (place.name.endsWith('transition')) documentation.optionPicture(help.pictureOfTransition(value));
      }
      return documentation.markdown.value !== '';
    }
    default:
      return false;
  }
}

function describeKeyword(keyword: string, documentation: Documentation): boolean {
  if (keyword.startsWith('.slide')) {
    documentation.line(vscode.l10n.t('Sets attributes of the slide. The comment can be anywhere on it.'));
  } else if (keyword.startsWith('.element')) {
    documentation.line(
      vscode.l10n.t(
        'Sets attributes of the element right before the comment or, if there is none, of the one around it.',
      ),
    );
  } else {
    return false;
  }
  return true;
}
