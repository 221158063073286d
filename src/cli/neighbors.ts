import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { MAX_NEIGHBOR_SIZE, MAX_NEIGHBORS, usualSetup } from '../core/config/neighbors';
import type { Setup } from '../core/deck/setup';
import type { Seen } from './disk';
import { MARKDOWN } from './lintTargets';
import { once } from './once';
import { readText } from './readFile';

/** How the other decks in a file's folder are read. Each folder is read once. */
export class Neighbors {
  readonly #folders = new Map<string, Promise<Usual>>();

  /** Takes note of what was looked at, if that is wanted. */
  async of(file: string, seen?: Seen): Promise<Setup | null> {
    const folder = path.dirname(path.resolve(file));
    seen?.saw('names', folder);
    const { setup, decks } = await once(this.#folders, folder, () => readUsual(folder));
    for (const deck of decks) seen?.saw('text', deck);
    return setup;
  }
}

interface Usual {
  readonly setup: Setup | null;
  /** Those that decided. */
  readonly decks: readonly string[];
}

async function readUsual(folder: string): Promise<Usual> {
  const names = await readdir(folder).catch(() => []);
  const all = names.filter((name) => MARKDOWN.test(name)).sort();
  const decks = all.slice(0, MAX_NEIGHBORS).map((name) => path.join(folder, name));
  return { setup: usualSetup(await Promise.all(decks.map(readShort))), decks };
}

/** Empty if it can't be read, which is another command's business to report. */
async function readShort(file: string): Promise<string> {
  const found = await stat(file).catch(() => null);
  return found?.isFile() && found.size <= MAX_NEIGHBOR_SIZE ? readText(file).catch(() => '') : '';
}
