import * as vscode from 'vscode';
import { isWithin } from '../services/deckRoot';
import type { Services } from '../services/services';
import { Arrivals } from './arrivals';

/** What shows a deck, and stays with it. */
export interface Follower {
  readonly document: vscode.TextDocument;
  /** Whether the deck's file is gone. */
  readonly lost: boolean;
  setLost(lost: boolean): void;
  /** The deck has moved to this document. */
  moveTo(document: vscode.TextDocument): void;
  dispose(): void;
}

/**
 * Keeps previews and presentations with their decks when these get a file, are renamed or moved, or are deleted,
 * by VS Code or anything else. An editor that shows the deck follows VS Code's own rules, and they go with it.
 */
export class FileFollower implements vscode.Disposable {
  readonly #arrivals = new Arrivals();
  readonly #subscription: vscode.Disposable;
  /** One look after the other, so that the last one counts. */
  readonly #looks = new WeakMap<Follower, Promise<void>>();
  /** Files into which the text of an untitled deck was just copied. */
  readonly #saved = new WeakMap<vscode.TextDocument, vscode.TextDocument>();

  constructor(
    readonly services: Services,
    readonly followers: () => Iterable<Follower>,
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

  #of(document: vscode.TextDocument): Follower[] {
    return [...this.followers()].filter((follower) => follower.document === document);
  }

  /** VS Code copies the text of an untitled document into a file, then empties the document and closes it. */
  #noteSaved(file: vscode.TextDocument): void {
    for (const { document } of this.followers()) {
      if (document.isUntitled && document.getText() === file.getText()) this.#saved.set(document, file);
    }
  }

  #onUntitledChange(document: vscode.TextDocument): void {
    const saved = this.#saved.get(document);
    if (!saved) return;
    if (document.getText() === '') for (const follower of this.#of(document)) follower.moveTo(saved);
    else this.#saved.delete(document);
  }

  /**
   * No editor shows the deck any more. What shows it keeps the file open, so that it still sees its changes.
   */
  #onClose(document: vscode.TextDocument): void {
    for (const follower of this.#of(document)) {
      const saved = this.#saved.get(document);
      if (saved) follower.moveTo(saved);
      // Asking for the document again would make a new one with the same name.
      else if (document.isUntitled) follower.dispose();
      else this.#look((other) => other === follower);
    }
  }

  #onRename(from: vscode.Uri, to: vscode.Uri): void {
    for (const follower of this.followers()) {
      const { uri } = follower.document;
      if (isWithin(uri, from)) {
        void this.#move(follower, to.with({ path: to.path + uri.path.slice(from.path.length) }));
      }
    }
  }

  #look(isMeant: (follower: Follower) => boolean): void {
    for (const follower of this.followers()) {
      if (!isMeant(follower)) continue;
      const before = this.#looks.get(follower) ?? Promise.resolve();
      this.#looks.set(
        follower,
        before.then(() => this.#lookFor(follower)),
      );
    }
  }

  async #lookFor(follower: Follower): Promise<void> {
    try {
      await this.#followFile(follower);
    } catch (error) {
      this.#logFailure(error);
    }
  }

  async #followFile(follower: Follower): Promise<void> {
    const { document } = follower;
    if (document.isUntitled) return;
    if (await this.services.lostFiles.isLost(document)) {
      const moved = await this.#arrivals.find(document);
      if (follower.document !== document) return;
      if (moved) await this.#move(follower, moved);
      else follower.setLost(true);
    } else if (follower.document === document) {
      follower.setLost(false);
      if (document.isClosed) await this.#move(follower, document.uri);
    }
  }

  /** The same deck, in this file or in another one. */
  async #move(follower: Follower, file: vscode.Uri): Promise<void> {
    const { document } = follower;
    try {
      const now = await vscode.workspace.openTextDocument(file);
      if (follower.document === document) follower.moveTo(now);
    } catch (error) {
      this.#logFailure(error);
    }
  }

  #logFailure(error: unknown): void {
    this.services.log.warn('A preview or presentation could not follow its deck', String(error));
  }
}
