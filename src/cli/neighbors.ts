import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { MAX_NEIGHBOR_SIZE, MAX_NEIGHBORS, usualSetup } from '../core/config/neighbors';
import type { Setup } from '../core/deck/setup';
import { MARKDOWN } from './lintTargets';
import { once } from './once';
import { readText } from './readFile';

/** How the other decks in a file's folder are read. Each folder is read once. */
export class Neighbors {
  readonly #folders = new Map<string, Promise<Setup | null>>();

  of(file: string): Promise<Setup | null> {
    const folder = path.dirname(path.resolve(file));
    return once(this.#folders, folder, () => readUsual(folder));
  }
}

async function readUsual(folder: string): Promise<Setup | null> {
  const names = await readdir(folder).catch(() => []);
  const decks = names.filter((name) => MARKDOWN.test(name)).sort();
  const texts = await Promise.all(
    decks.slice(0, MAX_NEIGHBORS).map((name) => readShort(path.join(folder, name))),
  );
  return usualSetup(texts);
}

/** Empty if it can't be read, which is another command's business to report. */
async function readShort(file: string): Promise<string> {
  const found = await stat(file).catch(() => null);
  return found?.isFile() && found.size <= MAX_NEIGHBOR_SIZE ? readText(file).catch(() => '') : '';
}
