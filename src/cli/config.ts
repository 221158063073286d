import path from 'node:path';
import { CONFIG_FILE, type Config, DEFAULT_CONFIG } from '../core/config/config';
import { readConfig, unreadable } from '../core/config/readConfig';
import type { TextProblem } from '../core/deck/deck';
import { positionAt } from '../core/text/lineEnds';
import { CannotRun } from './errors';
import { type RootOf, repositoryOf } from './nodeFiles';
import { once } from './once';
import { complain } from './output';
import { onDisk, type Tree } from './tree';

/** The configuration that applies to a file. */
export interface FileConfig {
  readonly config: Config;
  /** The file's path in the form the configuration's globs use; undefined if there is no configuration. */
  readonly path: string | undefined;
}

/** A problem in a configuration. Lines and columns count from 1, columns in UTF-16 code units. */
export interface ConfigProblem {
  /** Relative to the working directory. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
}

interface FoundConfig {
  readonly folder: string;
  readonly config: Config;
}

/**
 * What `.deckwright.json` says for each file: the nearest one applies, from the file's folder up to its root and no
 * further. Each is read once.
 */
export class Configs {
  readonly #nearest = new Map<string, Promise<FoundConfig | null>>();
  readonly #read = new Map<string, Promise<FoundConfig | null>>();
  readonly #problems: ConfigProblem[] = [];

  /** Outside of repositories only the file's own folder is searched, if nothing else is said. */
  constructor(
    readonly rootOf: RootOf = repositoryOf,
    readonly tree: Tree = onDisk(),
  ) {}

  /** What is wrong in the configurations read so far, each reported once. */
  get problems(): readonly ConfigProblem[] {
    return this.#problems;
  }

  async of(file: string): Promise<FileConfig> {
    const absolute = path.resolve(file);
    const folder = path.dirname(absolute);
    const found = await once(this.#nearest, folder, () => this.#find(folder));
    if (!found) return { config: DEFAULT_CONFIG, path: undefined };
    const relative = path.relative(found.folder, absolute).replaceAll(path.sep, '/');
    return { config: found.config, path: relative };
  }

  async #find(from: string): Promise<FoundConfig | null> {
    const top = await this.rootOf(from);
    for (let at = from; ; at = path.dirname(at)) {
      const found = await once(this.#read, at, () => this.#load(at));
      if (found || at === top) return found;
    }
  }

  async #load(folder: string): Promise<FoundConfig | null> {
    const file = path.join(folder, CONFIG_FILE);
    if (!(await this.tree.exists(file))) return null;
    const text = await this.tree.readText(file).catch((error: unknown) => {
      if (error instanceof CannotRun) return null;
      throw error;
    });
    const { config, problems } = text === null ? unreadable() : readConfig(text);
    const name = path.relative('', file);
    this.#problems.push(...problems.map((problem) => configProblem(name, text ?? '', problem)));
    return { folder, config };
  }
}

/** A problem of a file with this text. */
export function configProblem(file: string, text: string, { message, span }: TextProblem): ConfigProblem {
  const [start, end] = [positionAt(text, span.start), positionAt(text, span.end)];
  return {
    file,
    line: start.line + 1,
    column: start.column + 1,
    endLine: end.line + 1,
    endColumn: end.column + 1,
    message,
  };
}

/** Reports the problems, and returns their exit code. */
export function complainOf(problems: readonly ConfigProblem[]): 0 | 1 {
  for (const { file, line, column, message } of problems) complain(`${file}:${line}:${column}: ${message}`);
  return problems.length > 0 ? 1 : 0;
}
