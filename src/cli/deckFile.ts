import { recognizeFile } from '../core/config/recognizeFile';
import type { Deck, Dialect } from '../core/deck/deck';
import { parseDeck } from '../core/deck/parseDeck';
import type { Configs } from './config';
import { CannotRun } from './errors';
import { readText } from './readFile';

export const DIALECTS: readonly string[] = [
  'hedgedoc',
  'reveal-md',
  'reveal-blank-lines',
] satisfies Dialect[];

/** The one deck that a command line names. */
export function theDeck(files: readonly string[]): string {
  if (files.length === 1) return files[0]!;
  throw new CannotRun(files.length === 0 ? 'No deck given.' : 'Name only one deck.');
}

export function dialectOption(value: string | undefined): Dialect | undefined {
  if (value === undefined || DIALECTS.includes(value)) return value as Dialect | undefined;
  throw new CannotRun(`Unknown dialect "${value}": use one of ${DIALECTS.join(', ')}.`);
}

/**
 * The deck, in the requested dialect, or else the one its configuration names, or else the one it appears to
 * use.
 */
export async function readDeck(file: string, dialect: Dialect | undefined, configs: Configs): Promise<Deck> {
  const text = await readText(file);
  return parseDeck(text, { dialect: dialect ?? recognizeFile(text, await configs.of(file)).dialect });
}
