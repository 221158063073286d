import * as vscode from 'vscode';
import type { EntryKind } from '../core/files/deckFiles';

/** A folder's entries by name, spelled exactly as in the file system; null if it can't be listed. */
export type Entries = ReadonlyMap<string, EntryKind> | null;

interface Listing {
  readonly folder: vscode.Uri;
  readonly watcher: vscode.Disposable;
  entries: Entries;
  /** Files with events since the folder was last read. */
  readonly changes: Map<string, vscode.Uri>;
  reading: Promise<void>;
}

/**
 * The content of the folders that decks name, one directory listing each, kept current by a watcher. Looking
 * names up here instead of asking for each file is cheap, and distinguishes `Logo.png` from `logo.png` on
 * every system alike.
 */
export class Folders implements vscode.Disposable {
  readonly #listings = new Map<string, Listing>();
  readonly #loading = new Map<string, Promise<void>>();
  /** How often a file was rewritten since its folder was first listed. */
  readonly #revisions = new Map<string, number>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #subscription = vscode.workspace.onDidGrantWorkspaceTrust(() => this.#forget(() => true));

  /** This file, in one of the folders, came, went or was rewritten. */
  readonly onDidChange = this.#changed.event;

  dispose(): void {
    this.#forget(() => true);
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  /** Undefined until the folder has been listed. */
  entries(folder: vscode.Uri): Entries | undefined {
    return this.#listings.get(folder.toString())?.entries;
  }

  revision(file: vscode.Uri): number {
    return this.#revisions.get(file.toString()) ?? 0;
  }

  /** Where what the file contains is to be read. */
  contentOf(file: vscode.Uri): vscode.Uri {
    return file;
  }

  load(folder: vscode.Uri): Promise<void> {
    const key = folder.toString();
    if (this.#listings.has(key)) return Promise.resolve();
    let loading = this.#loading.get(key);
    if (!loading) {
      loading = this.#list(folder).finally(() => this.#loading.delete(key));
      this.#loading.set(key, loading);
    }
    return loading;
  }

  async #list(folder: vscode.Uri): Promise<void> {
    const changes = new Map<string, vscode.Uri>();
    // Watch first, so that nothing that happens while the folder is read is missed.
    const watcher = this.#watch(folder, changes);
    const entries = await readEntries(folder);
    const listing: Listing = { folder, watcher, entries, changes, reading: Promise.resolve() };
    this.#listings.set(folder.toString(), listing);
    listing.reading = this.#readAgain(listing);
    await listing.reading;
  }

  #watch(folder: vscode.Uri, changes: Map<string, vscode.Uri>): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '*'));
    const changed = (file: vscode.Uri) => {
      // A folder that was replaced by another counts as changed.
      this.#forgetWithin(file);
      changes.set(file.toString(), file);
      const listing = this.#listings.get(folder.toString());
      // One reading at a time, however many files came at once.
      if (listing && changes.size === 1)
        listing.reading = listing.reading.then(() => this.#readAgain(listing));
    };
    watcher.onDidCreate(changed);
    watcher.onDidChange(changed);
    watcher.onDidDelete(changed);
    return watcher;
  }

  async #readAgain(listing: Listing): Promise<void> {
    while (listing.changes.size > 0) {
      const files = [...listing.changes.values()];
      listing.changes.clear();
      for (const file of files) this.#rewritten(file);
      listing.entries = await readEntries(listing.folder);
      for (const file of files) this.#changed.fire(file);
    }
  }

  #rewritten(file: vscode.Uri): void {
    this.#revisions.set(file.toString(), this.revision(file) + 1);
  }

  /** When a folder comes or goes, there are no events for its content. */
  #forgetWithin(gone: vscode.Uri): void {
    const key = gone.toString();
    this.#forget((folder) => folder === key || folder.startsWith(`${key}/`));
  }

  #forget(isMeant: (folder: string) => boolean): void {
    for (const [key, { folder, entries, watcher }] of this.#listings) {
      if (!isMeant(key)) continue;
      watcher.dispose();
      this.#listings.delete(key);
      for (const name of entries?.keys() ?? []) this.#rewritten(vscode.Uri.joinPath(folder, name));
    }
  }
}

/** A folder's entries as they are now. */
export async function readEntries(folder: vscode.Uri): Promise<Entries> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return new Map(entries.map(([name, type]) => [name, kindOf(type)]));
  } catch {
    return null;
  }
}

/** Where links lead can't be determined here, so links in untrusted workspaces are not followed. */
export function kindOf(type: vscode.FileType): EntryKind {
  if (type & vscode.FileType.SymbolicLink && !vscode.workspace.isTrusted) return 'other';
  if (type & vscode.FileType.File) return 'file';
  return type & vscode.FileType.Directory ? 'folder' : 'other';
}
