import * as vscode from 'vscode';
import type { Services } from '../services/services';

/**
 * Keeps the context key `deckwright.deckPaths`, which shows buttons and keybindings for decks only:
 * `resourcePath in deckwright.deckPaths`. Paths, because in a remote window the workbench and the extension
 * host know a file by different URIs; in both spellings, because either may run on Windows.
 */
export class DeckContext implements vscode.Disposable {
  readonly #subscription: vscode.Disposable;
  readonly #decks = new Map<string, vscode.Uri>();

  constructor(readonly services: Services) {
    this.#subscription = services.decks.onDidChange((document) => this.#update(document));
    for (const document of vscode.workspace.textDocuments) this.#update(document);
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #update(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    const isDeck = !document.isClosed && this.services.decks.isDeck(document);
    if (isDeck === this.#decks.has(key)) return;
    if (isDeck) this.#decks.set(key, document.uri);
    else this.#decks.delete(key);
    const paths = [...this.#decks.values()].flatMap(({ path, fsPath }) => [path, fsPath]);
    void vscode.commands.executeCommand('setContext', 'deckwright.deckPaths', paths);
  }
}
