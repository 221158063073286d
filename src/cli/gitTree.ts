import path from 'node:path';
import {
  type DeckFiles,
  type EntryKind,
  findFile,
  HEAD_LENGTH,
  MAX_TEXT_SIZE,
} from '../core/files/deckFiles';
import { pictureFacts } from '../core/files/pictureFacts';
import { folderOfPath } from '../core/setup/deckPaths';
import type { SetupFiles } from '../core/setup/findSetup';
import { MAX_SETUP_LENGTH } from '../core/setup/values';
import { getOrSet } from '../core/text/getOrSet';
import { RootOnDisk } from './deckFilesOnDisk';
import { CannotRun } from './errors';
import type { Git, GitEntry } from './git';
import { wholeOf } from './gitObjects';
import type { Tree } from './tree';

/**
 * The files of a repository as they will be committed, or as they were. What is the same on the disk is read there, and
 * so is where links and submodules lead. Other contents are asked of git: `settled` waits for them.
 */
export class GitTree implements Tree {
  readonly #folders = new Map<string, Map<string, EntryKind>>([['', new Map()]]);
  readonly #onDisk: DeckFiles;
  #wanted = new Set<string>();

  private constructor(
    readonly git: Git,
    /** By path from the root of the repository. */
    readonly files: ReadonlyMap<string, GitEntry>,
    /** Those that the disk does not have, or not like this. */
    readonly changed: ReadonlySet<string>,
  ) {
    this.#onDisk = new RootOnDisk(git.folder).around('');
    for (const [file, { kind }] of files) this.#add(file, this.#kindOf(file, kind));
  }

  /** What a commit would hold now. */
  static async ofIndex(git: Git): Promise<GitTree> {
    return new GitTree(git, await git.filesInIndex(), new Set(await git.unlikeIndex()));
  }

  static async ofCommit(git: Git, commit: string): Promise<GitTree> {
    return new GitTree(git, await git.filesOf(commit), new Set(await git.changedSince(commit)));
  }

  /** The files as a deck sees them. */
  around(deckFile: string): DeckFiles {
    return {
      deck: this.git.nameOf(deckFile),
      list: (folder) => this.#list(folder),
      head: (file) => this.#head(file),
      text: (file) => this.#text(file),
      isUncommitted: (file) => this.#isOnDisk(file),
    };
  }

  /** What `look` makes of the files. It runs again until git was asked for all that it needs. */
  async settled<Result>(look: () => Result): Promise<Result> {
    for (;;) {
      const result = look();
      const wanted = this.#wanted;
      if (wanted.size === 0) return result;
      this.#wanted = new Set();
      await this.git.load(wanted);
    }
  }

  async exists(file: string): Promise<boolean> {
    return this.files.has(this.git.nameOf(file));
  }

  async readText(file: string): Promise<string> {
    const text = await this.settled(() => this.#text(this.git.nameOf(file)));
    if (typeof text === 'string') return text;
    throw new CannotRun(`${file} can't be read.`);
  }

  async names(folder: string): Promise<string[]> {
    return [...(this.#list(this.git.nameOf(folder))?.keys() ?? [])];
  }

  async readShort(file: string, limit: number): Promise<string> {
    const text = await this.settled(() => this.#text(this.git.nameOf(file)));
    return typeof text === 'string' && text.length <= limit ? text : '';
  }

  setupFiles(root: string): SetupFiles {
    const pathOf = (name: string) => this.git.nameOf(path.join(root, name));
    return {
      isLoose: false,
      list: async (folder) => this.#list(pathOf(folder)),
      read: async (file) => {
        const text = await this.settled(() => this.#text(pathOf(file)));
        return typeof text === 'string' && text.length <= MAX_SETUP_LENGTH ? text : null;
      },
    };
  }

  #add(file: string, kind: EntryKind): void {
    const folder = folderOfPath(file);
    const isNew = !this.#folders.has(folder);
    getOrSet(this.#folders, folder, () => new Map()).set(nameOf(file), kind);
    if (isNew) this.#add(folder, 'folder');
  }

  #kindOf(file: string, kind: GitEntry['kind']): EntryKind {
    if (kind === 'file') return 'file';
    return kind === 'submodule'
      ? 'folder'
      : (this.#onDisk.list(folderOfPath(file))?.get(nameOf(file)) ?? 'other');
  }

  #list(folder: string): ReadonlyMap<string, EntryKind> | null {
    const elsewhere = () => (this.#isElsewhere(folder) ? this.#onDisk.list(folder) : null);
    return this.#folders.get(folder) ?? elsewhere() ?? null;
  }

  /** Whether a path leads through a link or into a submodule. */
  #isElsewhere(file: string): boolean {
    const kind = this.files.get(file)?.kind;
    if (kind === 'link' || kind === 'submodule') return true;
    return file !== '' && this.#isElsewhere(folderOfPath(file));
  }

  #head(file: string): Uint8Array | null | undefined {
    const head = this.#isOnDiskToo(file) ? this.#onDisk.head(file) : null;
    if (head) return head;
    const object = this.#object(file);
    const bytes = object?.bytes.subarray(0, HEAD_LENGTH);
    // The picture itself is kept by Git LFS.
    if (bytes && pictureFacts(bytes).kind === 'lfs') return null;
    return object === null ? null : bytes;
  }

  #text(file: string): string | null | undefined {
    const text = this.#isOnDiskToo(file) ? this.#onDisk.text(file) : null;
    if (typeof text === 'string') return text;
    const object = this.#object(file);
    if (object === undefined) return undefined;
    const bytes = wholeOf(object);
    return bytes && bytes.length <= MAX_TEXT_SIZE ? new TextDecoder().decode(bytes) : null;
  }

  #object(file: string) {
    const entry = this.files.get(file);
    if (entry?.kind !== 'file') return null;
    const object = this.git.content(entry.id);
    if (object === undefined) this.#wanted.add(entry.id);
    return object;
  }

  /** Whether the disk has what will be committed. */
  #isOnDiskToo(file: string): boolean {
    return (this.files.has(file) && !this.changed.has(file)) || this.#isElsewhere(file);
  }

  #isOnDisk(file: string): boolean {
    return findFile(this.#onDisk, `/${file}`)?.kind === 'file';
  }
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}
