import path from 'node:path';
import type { Setup } from '../core/deck/setup';
import { SetupFinder } from '../core/setup/findSetup';
import { type ConfigProblem, configProblem } from './config';
import { isRepository, type RootOf, repositoryOf } from './nodeFiles';
import { once } from './once';
import { onDisk, type Tree } from './tree';

/**
 * How the files around each deck set it up, from its folder up to its root and no further. Each is read once.
 */
export class Setups {
  readonly #roots = new Map<string, Promise<string>>();
  /** By root. */
  readonly #finders = new Map<string, SetupFinder>();
  /** By absolute path. */
  readonly #found = new Map<string, Setup | null>();

  constructor(
    readonly rootOf: RootOf,
    readonly tree: Tree = onDisk(),
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
      () => new SetupFinder(this.tree.setupFiles(root, isLoose), () => import('../core/setup/readers')),
    );
    const relative = path.relative(root, absolute).replaceAll(path.sep, '/');
    this.#found.set(absolute, await finder.of(relative));
  }
}
