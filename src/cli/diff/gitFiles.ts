import path from 'node:path';
import { pictureFacts } from '../../core/files/pictureFacts';
import { type ExportFiles, Unreadable } from '../../export/files';
import type { Git } from '../git';
import { wholeOf } from '../gitObjects';

/** The files that a deck could have in its page at a commit. */
export class GitFiles implements ExportFiles {
  #ids: Promise<ReadonlyMap<string, string>> | undefined;

  constructor(
    readonly git: Git,
    readonly commit: string,
    /** The deck, absolute. */
    readonly file: string,
  ) {}

  async read(named: string): Promise<Uint8Array> {
    const top = this.git.folder;
    const file = named.startsWith('/') ? path.join(top, named) : path.join(path.dirname(this.file), named);
    const name = path.relative(top, file).replaceAll(path.sep, '/');
    if (name === '..' || name.startsWith('../')) throw new Unreadable('outside');
    this.#ids ??= this.git.filesOf(this.commit);
    const id = (await this.#ids).get(name);
    if (id === undefined) throw new Unreadable('missing');
    await this.git.load([id]);
    const object = this.git.content(id);
    if (!object) throw new Unreadable('unreadable');
    const bytes = wholeOf(object);
    if (!bytes) throw new Unreadable('tooLarge');
    if (pictureFacts(bytes).kind === 'lfs') throw new Unreadable('lfs');
    return bytes;
  }
}
