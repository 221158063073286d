import * as vscode from 'vscode';
import { documentOf } from './documentOf';
import { explainDeck } from './explainDeck';
import type { Services } from './services';

/**
 * The deck that a menu or script called a command on, or else the one that the user is on. A document that is not a deck
 * is explained; `anyway` is the label of the button that treats it as one.
 */
export async function deckOfCommand(
  argument: unknown,
  services: Services,
  anyway: string,
): Promise<vscode.TextDocument | undefined> {
  // When it is called from the walkthrough, for instance, no editor is active.
  const document =
    (await documentOf(argument)) ??
    vscode.window.activeTextEditor?.document ??
    services.currentSlide.documentOfPanel ??
    services.currentSlide.get()?.document;
  if (!document) return undefined;
  await services.decks.ready(document.uri, document.getText());
  const isDeck = services.decks.isDeck(document) || (await explainDeck(document, services, anyway));
  return isDeck ? document : undefined;
}
