import * as vscode from 'vscode';
import { type DeckFiles, HEAD_LENGTH, MAX_TEXT_SIZE } from '../core/files/deckFiles';
import { atOnce } from './atOnce';
import { DeckFolders } from './deckFolders';
import type { Decks } from './decks';
import { openDocument } from './documentOf';
import type { Entries, Folders } from './folders';

/** Nobody shows larger pictures: they are not read. */
const MAX_PICTURE = 32 * 1024 * 1024;
/** Files that are read at the same time. */
const AT_ONCE = 16;
/** Each round finds what the previous one could not know: a folder, one in it, a file in that one. */
const MAX_ROUNDS = 100;

/** What was read of a file; null if it can't be read, undefined if it is not examined. */
interface Content<Value> {
  readonly revision: number;
  readonly value: Value | null | undefined;
}

/**
 * The files around one deck, as the editor knows them. Looking them up takes time and the linter does not
 * wait: what is not known yet is recorded, looked up, and then the linter runs again.
 */
export class WorkspaceDeckFiles implements DeckFiles {
  readonly #around: DeckFolders;
  readonly #heads = new Map<string, Content<Uint8Array>>();
  readonly #texts = new Map<string, Content<string>>();
  /** What was needed last; the rest is forgotten. */
  #usedHeads = new Set<string>();
  #usedTexts = new Set<string>();
  readonly #unread = new Map<string, () => Promise<void>>();

  constructor(
    uri: vscode.Uri,
    readonly folders: Folders,
    readonly decks: Decks,
  ) {
    this.#around = new DeckFolders(uri, folders);
  }

  get deck(): string {
    return this.#around.deck;
  }

  /**
   * What `look` makes of the files. It runs again until everything it needs is known; null if `goesOn` then
   * says that the result is no longer wanted.
   */
  async settled<Result>(look: () => Result, goesOn: () => boolean): Promise<Result | null> {
    for (let round = 1; goesOn(); round++) {
      const result = this.#run(look);
      if (!(await this.#lookUp()) || round === MAX_ROUNDS) return result;
    }
    return null;
  }

  /** Whether what was found depends on this file, or on its absence. */
  dependsOn(file: vscode.Uri): boolean {
    return this.#around.dependsOn(file);
  }

  /** Whether what was found depends on the text of this file. */
  readsText(file: vscode.Uri): boolean {
    const path = this.#around.pathOf(file);
    return path !== null && this.#usedTexts.has(path);
  }

  list(folder: string): Entries | undefined {
    return this.#around.list(folder);
  }

  head(path: string): Uint8Array | null | undefined {
    this.#usedHeads.add(path);
    return this.#content(this.#heads, path, MAX_PICTURE, (bytes) => bytes.slice(0, HEAD_LENGTH));
  }

  text(path: string): string | null | undefined {
    this.#usedTexts.add(path);
    const file = this.#around.uriOf(path);
    const open = file && openDocument(this.folders.contentOf(file));
    // What is not markdown is not worth reading as a deck.
    if (open) return open.languageId === 'markdown' ? this.decks.deckOf(open).text : open.getText();
    return this.#content(this.#texts, path, MAX_TEXT_SIZE, (bytes) => new TextDecoder().decode(bytes));
  }

  #run<Result>(look: () => Result): Result {
    this.#around.forget();
    this.#usedHeads = new Set();
    this.#usedTexts = new Set();
    this.#unread.clear();
    const result = look();
    for (const path of this.#heads.keys()) if (!this.#usedHeads.has(path)) this.#heads.delete(path);
    for (const path of this.#texts.keys()) if (!this.#usedTexts.has(path)) this.#texts.delete(path);
    return result;
  }

  #content<Value>(
    known: Map<string, Content<Value>>,
    path: string,
    limit: number,
    decode: (bytes: Uint8Array) => Value,
  ): Value | null | undefined {
    const file = this.#around.uriOf(path);
    const kind = this.#around.kindOf(path);
    if (!file || kind === undefined) return undefined;
    if (kind !== 'file') return null;
    const revision = this.folders.revision(file);
    const content = known.get(path);
    if (content?.revision === revision) return content.value;
    this.#unread.set(path, async () => {
      const bytes = await readFile(this.folders.contentOf(file), limit);
      known.set(path, { revision, value: bytes && decode(bytes) });
    });
    return undefined;
  }

  /** True if there was anything to look up. */
  async #lookUp(): Promise<boolean> {
    const unread = [...this.#unread.values()];
    const reading = atOnce(AT_ONCE, unread, (read) => read());
    const [hasUnknown] = await Promise.all([this.#around.lookUp(), reading]);
    return hasUnknown || unread.length > 0;
  }
}

/** Null if there is nothing to read, undefined if there is too much. */
async function readFile(file: vscode.Uri, limit: number): Promise<Uint8Array | null | undefined> {
  try {
    const { type, size } = await vscode.workspace.fs.stat(file);
    // Reading a pipe or a device might never end.
    if (!(type & vscode.FileType.File)) return null;
    return size > limit ? undefined : await vscode.workspace.fs.readFile(file);
  } catch {
    return null;
  }
}
