import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type LfsPointer, MAX_POINTER_SIZE } from '../../core/files/lfsPointer';
import { getOrSet } from '../../core/text/getOrSet';
import { mediaType } from '../../export/mediaTypes';
import type { FileChange, Git } from '../git';
import { wholeOf } from '../gitObjects';
import { hashOf, pointerIn } from './lfs';

/** What tells the content of a file in one state of the repository from that in the other; null for no file. */
export interface Contents {
  readonly before: string | null;
  readonly after: string | null;
}

/** The files that are not the same in both states, by path from the root of the repository. */
export type OtherContents = ReadonlyMap<string, Contents>;

/** Stands for what only the disk has. */
const ON_DISK = 'disk';

/** What decks show, or are set up with. */
export function concernsDecks(name: string): boolean {
  return mediaType(name) !== null || /\.(?:css|html?|jsonc?|ya?ml)$/i.test(name);
}

/** A file and what stands for it in Git LFS are the same. */
export async function otherContents(git: Git, changes: readonly FileChange[]): Promise<OtherContents> {
  const contents = byName(changes);
  const sizes = await git.sizesOf(idsIn(contents.values()));
  await git.load([...sizes].flatMap(([id, size]) => (size <= MAX_POINTER_SIZE ? id : [])));
  for (const [name, { before, after }] of [...contents]) {
    if (before === null || after === null) continue;
    const file = path.join(git.folder, name);
    const [earlier, later] = [before, after].map((id) =>
      id === ON_DISK ? new DiskContent(file) : new GitContent(git, id, sizes.get(id) ?? 0),
    );
    if (before === after || (await isSame(earlier!, later!))) contents.delete(name);
  }
  return contents;
}

/** A renamed file is gone under one name, and new under another. */
function byName(
  changes: readonly FileChange[],
): Map<string, { before: string | null; after: string | null }> {
  const contents = new Map<string, { before: string | null; after: string | null }>();
  const at = (name: string) => getOrSet(contents, name, () => ({ before: null, after: null }));
  for (const { before, after } of changes) {
    if (before && concernsDecks(before.name)) at(before.name).before = before.id;
    if (after && concernsDecks(after.name)) at(after.name).after = after.id ?? ON_DISK;
  }
  return contents;
}

function idsIn(contents: Iterable<Contents>): string[] {
  const ids = [...contents].flatMap(({ before, after }) => [before, after]);
  return ids.filter((id) => id !== null && id !== ON_DISK) as string[];
}

/** A file that git takes for another one than it was. */
interface Content {
  size(): Promise<number>;
  pointer(): Promise<LfsPointer | null>;
  /** SHA-256; null if it can't be told. */
  hash(): Promise<string | null>;
}

async function isSame(before: Content, after: Content): Promise<boolean> {
  const [earlier, later] = [await before.pointer(), await after.pointer()];
  if (earlier && later) return earlier.hash === later.hash;
  if (earlier) return isOf(earlier, after);
  return later !== null && isOf(later, before);
}

async function isOf({ size, hash }: LfsPointer, content: Content): Promise<boolean> {
  return (await content.size()) === size && (await content.hash()) === hash;
}

class GitContent implements Content {
  constructor(
    readonly git: Git,
    readonly id: string,
    readonly bytes: number,
  ) {}

  async size(): Promise<number> {
    return this.bytes;
  }

  async pointer(): Promise<LfsPointer | null> {
    const bytes = this.bytes <= MAX_POINTER_SIZE && wholeOf(this.git.content(this.id));
    return bytes ? pointerIn(bytes) : null;
  }

  async hash(): Promise<string | null> {
    await this.git.load([this.id]);
    const bytes = wholeOf(this.git.content(this.id));
    return bytes && hashOf(bytes);
  }
}

class DiskContent implements Content {
  constructor(readonly file: string) {}

  /** -1 for what is not a file: only files are ever read. */
  async size(): Promise<number> {
    const found = await stat(this.file).catch(() => null);
    return found?.isFile() ? found.size : -1;
  }

  async pointer(): Promise<LfsPointer | null> {
    const size = await this.size();
    if (size < 0 || size > MAX_POINTER_SIZE) return null;
    const bytes = await readFile(this.file).catch(() => new Uint8Array());
    return pointerIn(bytes);
  }

  async hash(): Promise<string | null> {
    const hash = createHash('sha256');
    return pipeline(createReadStream(this.file), hash).then(
      () => hash.digest('hex'),
      () => null,
    );
  }
}
