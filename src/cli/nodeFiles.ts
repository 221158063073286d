import { lstatSync } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { type ExportFiles, MAX_FILE_SIZE, Unreadable } from '../export/files';
import { errorCode } from './errors';

/** The files a deck may have in its page: those below `root`, wherever links lead. */
export class NodeFiles implements ExportFiles {
  constructor(
    readonly deckFolder: string,
    readonly root: string,
  ) {}

  async read(named: string): Promise<Uint8Array> {
    const file = named.startsWith('/')
      ? path.join(this.root, path.posix.normalize(named))
      : path.join(this.deckFolder, named);
    // Before anything is looked up: files elsewhere are not probed.
    if (!isWithin(this.root, file)) throw new Unreadable('outside');
    try {
      return await this.#read(file);
    } catch (error) {
      if (error instanceof Unreadable) throw error;
      const isMissing = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(errorCode(error));
      throw new Unreadable(isMissing ? 'missing' : 'unreadable');
    }
  }

  async #read(file: string): Promise<Uint8Array> {
    // As the folder spells it, so that `Logo.png` for `logo.png` fails everywhere, not only on systems where
    // it must.
    const names = await readdir(path.dirname(file));
    if (!names.includes(path.basename(file))) throw new Unreadable('missing');
    if (!isWithin(await realpath(this.root), await realpath(file))) throw new Unreadable('outside');
    const found = await stat(file);
    // Reading pipes and devices might never end.
    if (!found.isFile()) throw new Unreadable('unreadable');
    if (found.size > MAX_FILE_SIZE) throw new Unreadable('tooLarge');
    return readFile(file);
  }
}

export function isWithin(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

/** The repository that a folder belongs to; without one, the folder itself or what is given in its place. */
export async function repositoryOf(folder: string, otherwise = folder): Promise<string> {
  for (let at = folder; ; at = path.dirname(at)) {
    if (await isRepository(at)) return at;
    if (at === path.dirname(at)) return otherwise;
  }
}

export function isRepository(folder: string): Promise<boolean> {
  return exists(path.join(folder, '.git'));
}

/** Whether there is something of this name, even a link that leads nowhere. */
export async function exists(file: string): Promise<boolean> {
  try {
    lstatSync(file);
    return true;
  } catch {
    return false;
  }
}

/** Where the search upwards from a folder ends. */
export type RootOf = (folder: string) => Promise<string>;

/** The named root for the folders below it. For any other folder, the search is over at once. */
export function below(root: string): RootOf {
  return async (folder) => (isWithin(root, folder) ? root : folder);
}
