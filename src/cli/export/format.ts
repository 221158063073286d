import type { ParseArgsConfig } from 'node:util';
import { CannotRun } from '../errors';

/** What `deckwright export` can make: one value of `--to`. */
export interface Format {
  readonly name: string;
  /** The extension of the file it makes, with its dot; null if it makes no single file. */
  readonly extension: string | null;
  /** What it makes, for the list of formats. */
  readonly summary: string;
  /** Its options besides those that all formats have. */
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** Its options and what else is to be known about it, as `--help` shows them. */
  readonly help: string;
  /** Returns the exit code. Throws `CannotRun` if there is nothing to work with. */
  run(inputs: readonly string[], values: Values): Promise<number>;
}

/** The options of a command line, by name. */
export type Values = Readonly<Record<string, unknown>>;

/** The value of an option that has only a few. */
export function choiceOf<T extends string>(values: Values, option: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === values[option]);
  if (found) return found;
  throw new CannotRun(`--${option} must be ${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}.`);
}
