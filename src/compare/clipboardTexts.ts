import * as vscode from 'vscode';
import { ofToday } from './documentVersion';
import { NoVersion, type Version } from './versions';

const SCHEME = 'deckwright-clipboard';

/** Texts from the clipboard, as documents that can't be changed. */
export class ClipboardTexts implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
  #count = 0;

  dispose(): void {
    this.#registration.dispose();
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }

  /** What is on the clipboard now, to be compared with a deck. */
  async version(deck: vscode.TextDocument): Promise<Version> {
    const text = await vscode.env.clipboard.readText();
    // Under the deck's own path its set-up and its files are those of the deck.
    const path = deck.uri.path.replace(/^\/?/, '/');
    const uri = vscode.Uri.from({ scheme: SCHEME, path, query: `${++this.#count}` });
    return {
      name: vscode.l10n.t('clipboard'),
      saved: null,
      open: async () => {
        if (text.trim() === '') throw new NoVersion(vscode.l10n.t('There is no text on the clipboard.'));
        this.#texts.set(uri.toString(), text);
        return ofToday(await vscode.workspace.openTextDocument(uri));
      },
    };
  }
}
