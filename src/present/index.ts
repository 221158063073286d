import * as vscode from 'vscode';
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
    vscode.commands.registerCommand('deckwright.present', (uri?: vscode.Uri) =>
      present(uri, presentations, services),
    ),
  );
}

/** Presents the deck that the command was called on, or else the current one, from the slide that its user is on. */
async function present(
  uri: vscode.Uri | undefined,
  presentations: Presentations,
  services: Services,
): Promise<void> {
  const current = services.currentSlide.get();
  const document = (await documentOf(uri)) ?? vscode.window.activeTextEditor?.document ?? current?.document;
  if (!document) return;
  const anyway = vscode.l10n.t('Show as Slides');
  await services.decks.ready(document.uri, document.getText());
  if (!services.decks.isDeck(document) && !(await explainDeck(document, services, anyway))) return;
  const slide = current?.document === document ? current.slide : services.decks.deckOf(document).slides[0]!;
  await presentations.present(document, slide);
}
