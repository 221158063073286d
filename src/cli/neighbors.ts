import path from 'node:path';
import { MAX_NEIGHBOR_SIZE, MAX_NEIGHBORS, usualSetup } from '../core/config/neighbors';
import type { Setup } from '../core/deck/setup';
import type { Seen } from './disk';
import { MARKDOWN } from './lintTargets';
import { once } from './once';
import type { Tree } from './tree';

/** How the other decks in a file's folder are read. Each folder is read once. */
export class Neighbors {
  readonly #folders = new Map<string, Promise<Usual>>();

  constructor(readonly tree: Tree) {}

  /** Takes note of what was looked at, if that is wanted. */
  async of(file: string, seen?: Seen): Promise<Setup | null> {
    const folder = path.dirname(path.resolve(file));
    seen?.saw('names', folder);
    const { setup, decks } = await once(this.#folders, folder, () => this.#readUsual(folder));
    for (const deck of decks) seen?.saw('text', deck);
    return setup;
  }

  /** What can't be read is another command's business to report. */
  async #readUsual(folder: string): Promise<Usual> {
    const names = await this.tree.names(folder);
    const all = names.filter((name) => MARKDOWN.test(name)).sort();
    const decks = all.slice(0, MAX_NEIGHBORS).map((name) => path.join(folder, name));
    const texts = await Promise.all(decks.map((deck) => this.tree.readShort(deck, MAX_NEIGHBOR_SIZE)));
    return { setup: usualSetup(texts), decks };
  }
}

interface Usual {
  readonly setup: Setup | null;
  /** Those that decided. */
  readonly decks: readonly string[];
}
