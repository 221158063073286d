import path from 'node:path';
import { pictureFacts } from '../../core/files/pictureFacts';
import { type ExportFiles, Unreadable } from '../../export/files';
import { wholeOf } from '../gitObjects';
import type { GitTree } from '../gitTree';
import { NodeFiles } from '../nodeFiles';
import { hashOf, pointerIn } from './lfs';

/** The files that a deck could have in its page at a commit. */
export class GitFiles implements ExportFiles {
  readonly #onDisk: NodeFiles;

  constructor(
    readonly tree: GitTree,
    /** The deck, absolute. */
    readonly file: string,
  ) {
    this.#onDisk = new NodeFiles(path.dirname(file), tree.git.folder);
  }

  async read(named: string): Promise<Uint8Array> {
    const { git, files, changed } = this.tree;
    const top = git.folder;
    const file = named.startsWith('/') ? path.join(top, named) : path.join(path.dirname(this.file), named);
    const name = git.nameOf(file);
    if (name === '..' || name.startsWith('../')) throw new Unreadable('outside');
    const entry = files.get(name);
    if (!entry) throw new Unreadable('missing');
    if (!changed.has(name)) return this.#onDisk.read(named);
    await git.load([entry.id]);
    const object = git.content(entry.id);
    if (!object) throw new Unreadable('unreadable');
    const bytes = wholeOf(object);
    if (!bytes) throw new Unreadable('tooLarge');
    return pictureFacts(bytes).kind === 'lfs' ? this.#behind(bytes, named) : bytes;
  }

  /** The disk may have what a pointer stands for. */
  async #behind(pointer: Uint8Array, named: string): Promise<Uint8Array> {
    const bytes = await this.#onDisk.read(named).catch(() => null);
    if (bytes && hashOf(bytes) === pointerIn(pointer)?.hash) return bytes;
    throw new Unreadable('lfs');
  }
}
