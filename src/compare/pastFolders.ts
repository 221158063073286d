import type * as vscode from 'vscode';
import type { EntryKind } from '../core/files/deckFiles';
import { parent } from '../services/deckRoot';
import { type Entries, Folders } from '../services/folders';
import { FILE_STATUS, type GitChange } from '../services/gitExtension';

/** The folders of a repository as they were in a commit: those of today, but for the files that have changed since. */
export class PastFolders extends Folders {
  /** Files that have changed since or are gone. */
  readonly #changed = new Map<string, vscode.Uri>();
  /** By folder: the names that are gone, and what they were. */
  readonly #gone = new Map<string, Map<string, EntryKind>>();
  /** By folder: the names that are new. */
  readonly #added = new Map<string, Set<string>>();

  constructor(
    changes: readonly GitChange[],
    readonly root: vscode.Uri,
    readonly then: (file: vscode.Uri) => vscode.Uri,
  ) {
    super();
    for (const { status, uri, originalUri } of changes) {
      if (status === FILE_STATUS.modified) this.#changed.set(uri.toString(), uri);
      if (status === FILE_STATUS.deleted) this.#addGone(uri);
      if (status === FILE_STATUS.indexRenamed) this.#addGone(originalUri);
      if (status === FILE_STATUS.indexAdded || status === FILE_STATUS.indexRenamed) this.#addNew(uri);
    }
  }

  /** The files that have changed since, or are gone. */
  get changed(): vscode.Uri[] {
    return [...this.#changed.values()];
  }

  override entries(folder: vscode.Uri): Entries | undefined {
    const now = super.entries(folder);
    const gone = this.#gone.get(folder.toString());
    const added = this.#added.get(folder.toString());
    if (now === undefined || (!gone && !added)) return now;
    const kept = [...(now ?? [])].filter(([name]) => !added?.has(name));
    return new Map([...kept, ...(gone ?? [])]);
  }

  override contentOf(file: vscode.Uri): vscode.Uri {
    return this.#changed.has(file.toString()) ? this.then(file) : file;
  }

  /** With the folders that it was in, which may be gone, too. */
  #addGone(file: vscode.Uri): void {
    this.#changed.set(file.toString(), file);
    let kind: EntryKind = 'file';
    for (let at = file; at.path.length > this.root.path.length; at = parent(at)) {
      const key = parent(at).toString();
      const names = this.#gone.get(key) ?? new Map<string, EntryKind>();
      this.#gone.set(key, names.set(nameOf(at), kind));
      kind = 'folder';
    }
  }

  #addNew(file: vscode.Uri): void {
    const key = parent(file).toString();
    this.#added.set(key, (this.#added.get(key) ?? new Set()).add(nameOf(file)));
  }
}

export function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
