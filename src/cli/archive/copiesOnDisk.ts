import { mkdir, open, readdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { CannotWrite, type CopyStore } from '../../core/archive/copyStore';
import type { EntryKind } from '../../core/files/deckFiles';
import { entryKind } from '../entryKind';
import { errorCode } from '../errors';
import { exists, isWithin } from '../nodeFiles';
import { createFile, removeStale } from '../writeFile';

/** Copies below a folder of the disk, wherever links lead. */
export class CopiesOnDisk implements CopyStore {
  constructor(
    /** Links resolved. */
    readonly root: string,
  ) {}

  async list(folder: string): Promise<ReadonlyMap<string, EntryKind> | null> {
    const real = await this.#real(folder);
    if (real === null) return null;
    const entries = await readdir(real, { withFileTypes: true }).catch(() => null);
    return entries && new Map(entries.map((entry) => [entry.name, entryKind(real, entry)]));
  }

  async read(file: string, maxBytes: number): Promise<Uint8Array | null> {
    const real = await this.#real(file);
    if (real === null) return null;
    const opened = await open(real).catch(() => null);
    if (!opened) return null;
    try {
      const found = await opened.stat();
      // Pipes and devices might never end.
      if (!found.isFile()) return null;
      const bytes = new Uint8Array(Math.min(found.size, maxBytes));
      const { bytesRead } = await opened.read(bytes, 0, bytes.length, 0);
      return bytes.subarray(0, bytesRead);
    } finally {
      await opened.close();
    }
  }

  async create(file: string, bytes: Uint8Array): Promise<boolean> {
    const target = path.join(this.root, file);
    const folder = path.dirname(target);
    if (!isWithin(this.root, await realParent(folder)))
      throw new CannotWrite(`${path.dirname(file)} leads out of ${this.root}.`);
    try {
      await mkdir(folder, { recursive: true });
      return await createFile(target, bytes);
    } catch (error) {
      throw new CannotWrite(`${path.relative('', target)} can't be written: ${errorCode(error)}.`);
    }
  }

  /** Removes what a run that was killed has left in a folder. */
  async clean(folder: string): Promise<void> {
    const real = await this.#real(folder);
    if (real !== null) await removeStale(real);
  }

  /** Where a file or folder really is; null if it is nowhere or outside of the root. */
  async #real(name: string): Promise<string | null> {
    const real = await realpath(path.join(this.root, name)).catch(() => null);
    return real !== null && isWithin(this.root, real) ? real : null;
  }
}

/** Where a folder really is, or the one that exists above it. */
async function realParent(folder: string): Promise<string> {
  const isThere = folder === path.dirname(folder) || (await exists(folder));
  return isThere ? realpath(folder).catch(() => '') : realParent(path.dirname(folder));
}
