import * as vscode from 'vscode';

interface Listing {
  /** Names of the folder's entries, exactly as the file system spells them; empty where it can't be read. */
  readonly names: ReadonlySet<string>;
  readonly watcher: vscode.Disposable;
}

/**
 * What lies in the folders that decks name, one directory listing each, kept current by a watcher. Looking names up
 * here instead of asking for each file is cheap, and tells `Logo.png` from `logo.png` on every system alike.
 */
export class Folders implements vscode.Disposable {
  readonly #listings = new Map<string, Listing>();
  readonly #loading = new Map<string, Promise<void>>();
  /** How often a file was rewritten since its folder was first listed. */
  readonly #revisions = new Map<string, number>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();

  /** This file, in one of the folders, came, went or was rewritten. */
  readonly onDidChange = this.#changed.event;

  dispose(): void {
    for (const { watcher } of this.#listings.values()) watcher.dispose();
    this.#listings.clear();
    this.#changed.dispose();
  }

  /** Whether the folder holds the name; undefined as long as the folder has not been listed. */
  has(folder: vscode.Uri, name: string): boolean | undefined {
    return this.#listings.get(folder.toString())?.names.has(name);
  }

  revision(file: vscode.Uri): number {
    return this.#revisions.get(file.toString()) ?? 0;
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
    const watcher = this.#watch(folder);
    this.#listings.set(folder.toString(), { names: await readNames(folder), watcher });
  }

  #watch(folder: vscode.Uri): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '*'));
    const refresh = async (file: vscode.Uri) => {
      this.#revisions.set(file.toString(), this.revision(file) + 1);
      const names = await readNames(folder);
      const listing = this.#listings.get(folder.toString());
      if (listing) this.#listings.set(folder.toString(), { ...listing, names });
      this.#changed.fire(file);
    };
    watcher.onDidCreate(refresh);
    watcher.onDidChange(refresh);
    watcher.onDidDelete(refresh);
    return watcher;
  }
}

async function readNames(folder: vscode.Uri): Promise<ReadonlySet<string>> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return new Set(entries.map(([name]) => name));
  } catch {
    return new Set();
  }
}
