import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Setup } from '../core/deck/setup';
import type { EntryKind } from '../core/files/deckFiles';
import { type SetupFiles, SetupFinder } from '../core/setup/findSetup';
import { MAX_SETUP_LENGTH } from '../core/setup/values';
import { decodeUtf8 } from '../core/text/utf8';
import { Unreadable } from '../export/files';
import { type ConfigProblem, configProblem } from './config';
import type { Seen } from './disk';
import { isRepository, NodeFiles, type RootOf, repositoryOf } from './nodeFiles';
import { once } from './once';

/**
 * How the files around each deck set it up, from its folder up to its root and no further. Each is read once.
 */
export class Setups {
  readonly #roots = new Map<string, Promise<string>>();
  /** By root. */
  readonly #finders = new Map<string, SetupFinder>();
  /** By absolute path. */
  readonly #found = new Map<string, Setup | null>();

  /** Takes note of what is looked at, if that is wanted. */
  constructor(
    readonly rootOf: RootOf,
    readonly seen?: Seen,
  ) {}

  /** What is wrong in the files read so far, each reported once. */
  get problems(): readonly ConfigProblem[] {
    return [...this.#finders].flatMap(([root, { problems }]) =>
      [...problems].flatMap(([file, found]) =>
        found.problems.map((problem) =>
          configProblem(path.relative('', path.join(root, file)), found.text, problem),
        ),
      ),
    );
  }

  /** What sets up the deck, or null if nothing does; undefined before `ready`. */
  of(file: string): Setup | null | undefined {
    return this.#found.get(path.resolve(file));
  }

  /** Resolves when `of` returns what the files say. */
  async ready(file: string): Promise<void> {
    const absolute = path.resolve(file);
    const folder = path.dirname(absolute);
    const root = await once(this.#roots, folder, () => this.rootOf(folder));
    const isLoose = this.rootOf === repositoryOf && !(await isRepository(root));
    const finder = once(
      this.#finders,
      root,
      () => new SetupFinder(filesIn(root, isLoose, this.seen), () => import('../core/setup/readers')),
    );
    const relative = path.relative(root, absolute).replaceAll(path.sep, '/');
    this.#found.set(absolute, await finder.of(relative));
  }
}

function filesIn(root: string, isLoose: boolean, seen?: Seen): SetupFiles {
  const files = new NodeFiles(root, root);
  return {
    isLoose,
    async list(folder) {
      seen?.saw('names', path.join(root, folder));
      const entries = await readdir(path.join(root, folder), { withFileTypes: true }).catch(() => null);
      return entries && new Map(entries.map((entry) => [entry.name, kindOf(entry)]));
    },
    async read(file) {
      seen?.saw('text', path.join(root, file));
      try {
        const bytes = await files.read(file);
        return bytes.length > MAX_SETUP_LENGTH ? null : decodeUtf8(bytes);
      } catch (error) {
        if (error instanceof Unreadable) return null;
        throw error;
      }
    },
  };
}

/** A link is a file until it is read, which then fails if it leads out of the repository or to a folder. */
function kindOf(entry: { isDirectory(): boolean; isFile(): boolean; isSymbolicLink(): boolean }): EntryKind {
  if (entry.isDirectory()) return 'folder';
  return entry.isFile() || entry.isSymbolicLink() ? 'file' : 'other';
}
