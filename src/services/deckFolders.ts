import * as vscode from 'vscode';
import type { DeckFiles, EntryKind } from '../core/files/deckFiles';
import { rootOf } from './deckRoot';
import { fileOf } from './documentFile';
import type { Entries, Folders } from './folders';

/**
 * The folders around one deck, for `findFile`. Listing one takes time and nobody waits: what is not known yet
 * is recorded, looked up, and then requested again. Each is found through those around it, so that nothing
 * beyond a link that is not followed is ever listed.
 */
export class DeckFolders implements Pick<DeckFiles, 'deck' | 'base' | 'list'> {
  readonly deck: string;
  /** See `DeckFiles`. */
  base: string | undefined;
  readonly #root: vscode.Uri | undefined;
  readonly #lists = new Map<string, Entries | undefined>();
  readonly #unknown = new Map<string, vscode.Uri>();

  constructor(
    uri: vscode.Uri,
    readonly folders: Folders,
  ) {
    this.#root = rootOf(uri);
    // By length, as the two may spell their common part with different case.
    this.deck = (fileOf(uri) ?? uri).path
      .slice((this.#root?.path ?? '').replace(/\/$/, '').length)
      .replace(/^\//, '');
  }

  list(folder: string): Entries | undefined {
    if (!this.#lists.has(folder)) this.#lists.set(folder, this.#list(folder));
    return this.#lists.get(folder);
  }

  /** Null if there is no such file or folder, undefined if that is not known. */
  kindOf(path: string): EntryKind | null | undefined {
    const entries = this.list(parentOf(path));
    return entries && (entries.get(path.slice(path.lastIndexOf('/') + 1)) ?? null);
  }

  /** Lists what was missing before. True if there was anything, which should then be requested again. */
  async lookUp(): Promise<boolean> {
    const unknown = [...this.#unknown.values()];
    if (unknown.length === 0) return false;
    this.#unknown.clear();
    await Promise.all(unknown.map((folder) => this.folders.load(folder)));
    for (const [folder, entries] of this.#lists) if (entries === undefined) this.#lists.delete(folder);
    return true;
  }

  /** From here on everything is looked up again. */
  forget(): void {
    this.#lists.clear();
    this.#unknown.clear();
  }

  /** Whether what was looked up depends on this file or folder, or on its absence. */
  dependsOn(file: vscode.Uri): boolean {
    const path = this.pathOf(file);
    return path !== null && this.#lists.has(parentOf(path));
  }

  /** Where a path from the root leads; undefined if there is no root. */
  uriOf(path: string): vscode.Uri | undefined {
    return this.#root && (path === '' ? this.#root : vscode.Uri.joinPath(this.#root, path));
  }

  /** The path from the root; null outside of it. */
  pathOf(file: vscode.Uri): string | null {
    const root = this.#root;
    if (file.scheme !== root?.scheme || file.authority !== root.authority) return null;
    const start = root.path.replace(/\/?$/, '/');
    return file.path.startsWith(start) ? file.path.slice(start.length) : null;
  }

  #list(folder: string): Entries | undefined {
    const uri = this.uriOf(folder);
    const kind = folder === '' ? 'folder' : this.kindOf(folder);
    if (!uri || kind === undefined) return undefined;
    // Only folders are listed.
    if (kind !== 'folder') return null;
    const entries = this.folders.entries(uri);
    if (entries === undefined) this.#unknown.set(folder, uri);
    // It exists, so its content is not "nothing" even if it can't be listed.
    return entries ?? undefined;
  }
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}
