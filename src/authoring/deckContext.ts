import * as vscode from 'vscode';
import type { Services } from '../services/services';

/**
 * Keeps the context key `deckwright.deckUris`, by which buttons and keybindings show up for decks only:
 * `resource in deckwright.deckUris`.
 */
export class DeckContext implements vscode.Disposable {
  readonly #subscription: vscode.Disposable;
  #uris = new Set<string>();

  constructor(readonly services: Services) {
    this.#subscription = services.decks.onDidChange((document) => this.#update(document));
    for (const document of vscode.workspace.textDocuments) this.#update(document);
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #update(document: vscode.TextDocument): void {
    const uri = document.uri.toString();
    const isDeck = !document.isClosed && this.services.decks.isDeck(document);
    if (isDeck === this.#uris.has(uri)) return;
    if (isDeck) this.#uris.add(uri);
    else this.#uris.delete(uri);
    void vscode.commands.executeCommand('setContext', 'deckwright.deckUris', [...this.#uris]);
  }
}
