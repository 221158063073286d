import * as vscode from 'vscode';
import type { Slide } from '../core/deck/deck';
import { documentOf } from '../services/documentOf';
import { explainDeck } from '../services/explainDeck';
import type { Services } from '../services/services';
import { Presentations, VIEW_TYPES } from './presentations';

/** Presenting decks: the slides for the audience, and a panel with notes and time for who presents. */
export function register(context: vscode.ExtensionContext, services: Services): void {
  const presentations = new Presentations(context.extensionUri, services);
  context.subscriptions.push(
    presentations,
    ...Object.values(VIEW_TYPES).map((type) =>
      vscode.window.registerWebviewPanelSerializer(type, presentations),
    ),
    vscode.commands.registerCommand('deckwright.present', async (uri?: vscode.Uri) => {
      const document = await deckFor(uri, services);
      if (document) await presentations.present(document, slideOf(document, services));
    }),
    vscode.commands.registerCommand('deckwright.rehearse', async (uri?: vscode.Uri) => {
      const document = await deckFor(uri, services);
      if (document) presentations.rehearse(document);
    }),
  );
}

/** The deck that a command was called on, or else the current one. */
async function deckFor(
  uri: vscode.Uri | undefined,
  services: Services,
): Promise<vscode.TextDocument | undefined> {
  const document =
    (await documentOf(uri)) ??
    vscode.window.activeTextEditor?.document ??
    services.currentSlide.get()?.document;
  if (!document) return undefined;
  await services.decks.ready(document.uri, document.getText());
  const anyway = vscode.l10n.t('Show as Slides');
  const isDeck = services.decks.isDeck(document) || (await explainDeck(document, services, anyway));
  return isDeck ? document : undefined;
}

/** The slide that the user is on, or else the first. */
function slideOf(document: vscode.TextDocument, { currentSlide, decks }: Services): Slide {
  const current = currentSlide.get();
  return current?.document === document ? current.slide : decks.deckOf(document).slides[0]!;
}
