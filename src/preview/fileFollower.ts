import * as vscode from 'vscode';
import { isWithin } from '../services/deckRoot';
import type { Services } from '../services/services';
import { Arrivals } from './arrivals';
import type { Preview } from './preview';

/**
 * Keeps previews with their decks when these get a file, are renamed or moved, or are deleted, by VS Code or
 * anything else. An editor that shows the deck follows VS Code's own rules, and the preview goes with it.
 */
export class FileFollower implements vscode.Disposable {
  readonly #arrivals = new Arrivals();
  readonly #subscription: vscode.Disposable;
  /** One look after the other, so that the last one counts. */
  readonly #looks = new WeakMap<Preview, Promise<void>>();
  /** Files into which the text of an untitled deck was just copied. */
  readonly #saved = new WeakMap<vscode.TextDocument, vscode.TextDocument>();

  constructor(
    readonly services: Services,
    readonly previews: () => Iterable<Preview>,
  ) {
    const { workspace } = vscode;
    const { lostFiles } = services;
    this.#subscription = vscode.Disposable.from(
      workspace.onDidSaveTextDocument((saved) => this.#noteSaved(saved)),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document.isUntitled) this.#onUntitledChange(document);
        else this.#noteSaved(document);
      }),
      workspace.onDidCloseTextDocument((closed) => {
        if (closed.isClosed) this.#onClose(closed);
      }),
      workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) this.#onRename(oldUri, newUri);
      }),
      lostFiles.onDidArrive((uri) => {
        this.#arrivals.add(uri);
        // It may be what has become of a lost deck.
        this.#look(({ lost }) => lost);
      }),
      lostFiles.onDidChange((isMeant) => this.#look(({ document }) => isMeant(document.uri))),
      lostFiles.onDidSave(({ document, file }) => this.#onRename(document.uri, file)),
    );
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #of(document: vscode.TextDocument): Preview[] {
    return [...this.previews()].filter((preview) => preview.document === document);
  }

  /** VS Code copies the text of an untitled document into a file, then empties the document and closes it. */
  #noteSaved(file: vscode.TextDocument): void {
    for (const { document } of this.previews()) {
      if (document.isUntitled && document.getText() === file.getText()) this.#saved.set(document, file);
    }
  }

  #onUntitledChange(document: vscode.TextDocument): void {
    const saved = this.#saved.get(document);
    if (!saved) return;
    if (document.getText() === '') for (const preview of this.#of(document)) preview.moveTo(saved);
    else this.#saved.delete(document);
  }

  /**
   * No editor shows the deck any more. Its preview keeps the file open, so that it still sees its changes.
   */
  #onClose(document: vscode.TextDocument): void {
    for (const preview of this.#of(document)) {
      const saved = this.#saved.get(document);
      if (saved) preview.moveTo(saved);
      // Asking for the document again would make a new one with the same name.
      else if (document.isUntitled) preview.dispose();
      else this.#look((other) => other === preview);
    }
  }

  #onRename(from: vscode.Uri, to: vscode.Uri): void {
    for (const preview of this.previews()) {
      const { uri } = preview.document;
      if (isWithin(uri, from)) {
        void this.#move(preview, to.with({ path: to.path + uri.path.slice(from.path.length) }));
      }
    }
  }

  #look(isMeant: (preview: Preview) => boolean): void {
    for (const preview of this.previews()) {
      if (!isMeant(preview)) continue;
      const before = this.#looks.get(preview) ?? Promise.resolve();
      this.#looks.set(
        preview,
        before.then(() => this.#lookFor(preview)),
      );
    }
  }

  async #lookFor(preview: Preview): Promise<void> {
    try {
      await this.#followFile(preview);
    } catch (error) {
      this.#logFailure(error);
    }
  }

  async #followFile(preview: Preview): Promise<void> {
    const { document } = preview;
    if (document.isUntitled) return;
    if (await this.services.lostFiles.isLost(document)) {
      const moved = await this.#arrivals.find(document);
      if (preview.document !== document) return;
      if (moved) await this.#move(preview, moved);
      else preview.setLost(true);
    } else if (preview.document === document) {
      preview.setLost(false);
      if (document.isClosed) await this.#move(preview, document.uri);
    }
  }

  /** The same deck, in this file or in another one. */
  async #move(preview: Preview, file: vscode.Uri): Promise<void> {
    const { document } = preview;
    try {
      const now = await vscode.workspace.openTextDocument(file);
      if (preview.document === document) preview.moveTo(now);
    } catch (error) {
      this.#logFailure(error);
    }
  }

  #logFailure(error: unknown): void {
    this.services.log.warn('A preview could not follow its deck', String(error));
  }
}
