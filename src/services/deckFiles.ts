import * as vscode from 'vscode';
import { type DeckFiles, type EntryKind, HEAD_LENGTH } from '../core/lint/files';
import { rootOf } from './deckRoot';
import type { Decks } from './decks';
import type { Entries, Folders } from './folders';

/** Nobody shows larger pictures or writes larger texts: they are not looked into. */
const MAX_PICTURE = 32 * 1024 * 1024;
const MAX_TEXT = 4 * 1024 * 1024;
/** Files that are read at the same time. */
const AT_ONCE = 16;
/** Each round finds out what the one before could not know: a folder, one in it, a file in that one. */
const MAX_ROUNDS = 100;

/** What was read of a file; null where it can't be, undefined where it is not looked into. */
interface Content<Value> {
  readonly revision: number;
  readonly value: Value | null | undefined;
}

/**
 * The files around one deck, as the editor knows them. Looking them up takes time and the linter does not wait: what
 * is not known yet is noted, looked up, and then the linter runs again.
 */
export class WorkspaceDeckFiles implements DeckFiles {
  readonly deck: string;
  readonly #root: vscode.Uri | undefined;
  /** What one run has seen, which stays the same while it runs. */
  #lists = new Map<string, Entries | undefined>();
  readonly #heads = new Map<string, Content<Uint8Array>>();
  readonly #texts = new Map<string, Content<string>>();
  /** What was needed last; the rest is forgotten. */
  #usedHeads = new Set<string>();
  #usedTexts = new Set<string>();
  readonly #unknown = new Map<string, () => Promise<void>>();

  constructor(
    uri: vscode.Uri,
    readonly folders: Folders,
    readonly decks: Decks,
  ) {
    this.#root = rootOf(uri);
    // By length, as the two may spell their common part in another case.
    this.deck = uri.path.slice((this.#root?.path ?? '').replace(/\/$/, '').length).replace(/^\//, '');
  }

  /**
   * What `look` makes of the files. It runs again until all that it asked for is known; null where `goesOn` then says
   * that nobody wants it any more.
   */
  async settled<Result>(look: () => Result, goesOn: () => boolean): Promise<Result | null> {
    for (let round = 1; goesOn(); round++) {
      const result = this.#run(look);
      if (this.#unknown.size === 0 || round === MAX_ROUNDS) return result;
      await this.#lookUp();
    }
    return null;
  }

  /** Whether what was found depends on this file, or on there being none. */
  dependsOn(file: vscode.Uri): boolean {
    const path = this.#pathOf(file);
    return path !== null && this.#lists.has(parentOf(path));
  }

  /** Whether what was found depends on the text of this file. */
  readsText(file: vscode.Uri): boolean {
    const path = this.#pathOf(file);
    return path !== null && this.#usedTexts.has(path);
  }

  list(folder: string): Entries | undefined {
    if (!this.#lists.has(folder)) this.#lists.set(folder, this.#list(folder));
    return this.#lists.get(folder);
  }

  head(path: string): Uint8Array | null | undefined {
    this.#usedHeads.add(path);
    return this.#content(this.#heads, path, MAX_PICTURE, (bytes) => bytes.slice(0, HEAD_LENGTH));
  }

  text(path: string): string | null | undefined {
    this.#usedTexts.add(path);
    const file = this.#uriOf(path);
    const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === file?.toString());
    if (open) return this.decks.deckOf(open).text;
    return this.#content(this.#texts, path, MAX_TEXT, (bytes) => new TextDecoder().decode(bytes));
  }

  #run<Result>(look: () => Result): Result {
    this.#lists = new Map();
    this.#usedHeads = new Set();
    this.#usedTexts = new Set();
    this.#unknown.clear();
    const result = look();
    for (const path of this.#heads.keys()) if (!this.#usedHeads.has(path)) this.#heads.delete(path);
    for (const path of this.#texts.keys()) if (!this.#usedTexts.has(path)) this.#texts.delete(path);
    return result;
  }

  #list(folder: string): Entries | undefined {
    const uri = this.#uriOf(folder);
    const kind = folder === '' ? 'folder' : this.#kindOf(folder);
    if (!uri || kind === undefined) return undefined;
    // What is no folder is not asked for what it holds.
    if (kind !== 'folder') return null;
    const entries = this.folders.entries(uri);
    if (entries === undefined) this.#unknown.set(`${folder}/`, () => this.folders.load(uri));
    // It is there, so what it holds is not "nothing" where it can't be listed.
    return entries ?? undefined;
  }

  /** Null where there is no such file or folder, undefined where that is not known. */
  #kindOf(path: string): EntryKind | null | undefined {
    const entries = this.list(parentOf(path));
    return entries && (entries.get(path.slice(path.lastIndexOf('/') + 1)) ?? null);
  }

  #content<Value>(
    known: Map<string, Content<Value>>,
    path: string,
    limit: number,
    decode: (bytes: Uint8Array) => Value,
  ): Value | null | undefined {
    const file = this.#uriOf(path);
    const kind = this.#kindOf(path);
    if (!file || kind === undefined) return undefined;
    if (kind !== 'file') return null;
    const revision = this.folders.revision(file);
    const content = known.get(path);
    if (content?.revision === revision) return content.value;
    this.#unknown.set(path, async () => {
      const bytes = await readFile(file, limit);
      known.set(path, { revision, value: bytes && decode(bytes) });
    });
    return undefined;
  }

  async #lookUp(): Promise<void> {
    const tasks = [...this.#unknown.values()];
    const next = async () => {
      for (let task = tasks.pop(); task; task = tasks.pop()) await task();
    };
    await Promise.all(Array.from({ length: AT_ONCE }, next));
  }

  #uriOf(path: string): vscode.Uri | undefined {
    return this.#root && (path === '' ? this.#root : vscode.Uri.joinPath(this.#root, path));
  }

  /** Null outside of the root. */
  #pathOf(file: vscode.Uri): string | null {
    const root = this.#root;
    if (file.scheme !== root?.scheme || file.authority !== root.authority) return null;
    const start = root.path.replace(/\/?$/, '/');
    return file.path.startsWith(start) ? file.path.slice(start.length) : null;
  }
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

/** Null where there is nothing to be read, undefined where there is too much. */
async function readFile(file: vscode.Uri, limit: number): Promise<Uint8Array | null | undefined> {
  try {
    const { type, size } = await vscode.workspace.fs.stat(file);
    // A pipe or a device might never end.
    if (!(type & vscode.FileType.File)) return null;
    return size > limit ? undefined : await vscode.workspace.fs.readFile(file);
  } catch {
    return null;
  }
}
