import * as vscode from 'vscode';
import { MAX_NEIGHBOR_SIZE, MAX_NEIGHBORS, usualSetup } from '../core/config/neighbors';
import type { Setup } from '../core/deck/setup';
import { decodeUtf8 } from '../core/text/utf8';
import { parent } from './deckRoot';
import { fileOf } from './documentFile';
import type { Folders } from './folders';
import { isMarkdownFile } from './markdownFiles';

/** How the decks of a document's folder are read: for documents whose own text does not say. */
export class Neighbors implements vscode.Disposable {
  readonly #known = new Map<string, Setup | null>();
  readonly #reading = new Map<string, Promise<void>>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscription: vscode.Disposable;

  /** A folder's decks are read in another way than was known. */
  readonly onDidChange = this.#changed.event;

  constructor(readonly folders: Folders) {
    this.#subscription = folders.onDidChange((file) => {
      const folder = parent(file);
      if (isMarkdownFile(file.path) && this.#known.has(folder.toString())) void this.#read(folder);
    });
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  /** Undefined until it is known; `onDidChange` then fires if it is not null. */
  of(uri: vscode.Uri): Setup | null | undefined {
    const file = fileOf(uri);
    if (!file) return null;
    const folder = parent(file);
    const known = this.#known.get(folder.toString());
    if (known === undefined) void this.#read(folder);
    return known;
  }

  /** Resolves when `of` returns what the files say. */
  async ready(uri: vscode.Uri): Promise<void> {
    const file = fileOf(uri);
    if (file && !this.#known.has(parent(file).toString())) await this.#read(parent(file));
  }

  #read(folder: vscode.Uri): Promise<void> {
    const key = folder.toString();
    let reading = this.#reading.get(key);
    if (!reading) {
      reading = this.#readUsual(folder).finally(() => this.#reading.delete(key));
      this.#reading.set(key, reading);
    }
    return reading;
  }

  async #readUsual(folder: vscode.Uri): Promise<void> {
    await this.folders.load(folder);
    const names = [...(this.folders.entries(folder) ?? [])]
      .filter(([name, kind]) => kind === 'file' && isMarkdownFile(name))
      .map(([name]) => name)
      .sort();
    const files = names.slice(0, MAX_NEIGHBORS).map((name) => vscode.Uri.joinPath(folder, name));
    const usual = usualSetup(await Promise.all(files.map(readShort)));
    const before = this.#known.get(folder.toString()) ?? null;
    this.#known.set(folder.toString(), usual);
    if (before !== usual) this.#changed.fire();
  }
}

/** Empty if it can't be read. */
async function readShort(file: vscode.Uri): Promise<string> {
  const { fs } = vscode.workspace;
  const stat = await fs.stat(file).then(undefined, () => null);
  if (!stat || !(stat.type & vscode.FileType.File) || stat.size > MAX_NEIGHBOR_SIZE) return '';
  return fs.readFile(file).then(
    (bytes) => decodeUtf8(bytes) ?? '',
    () => '',
  );
}
