import path from 'node:path';
import { RootOnDisk } from './deckFilesOnDisk';
import { isWithin, repositoryOf } from './nodeFiles';

/** Below which folder each deck may name files. */
export class Roots {
  /** By folder; the same one for all folders of a repository. */
  readonly #roots = new Map<string, RootOnDisk>();

  /** Absolute: the working directory and the folders on the command line. */
  constructor(readonly folders: readonly string[]) {}

  /** The file's repository. Without one, decks may link within the folders that the command line names. */
  async of(file: string): Promise<RootOnDisk> {
    const folder = path.dirname(file);
    let found = this.#roots.get(folder);
    if (!found) {
      const outermost = this.folders.filter((each) => isWithin(each, folder)).sort(byLength)[0];
      const root = await repositoryOf(folder, outermost);
      found = this.#roots.get(root) ?? new RootOnDisk(root);
      this.#roots.set(root, found).set(folder, found);
    }
    return found;
  }
}

function byLength(a: string, b: string): number {
  return a.length - b.length;
}
