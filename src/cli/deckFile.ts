import type { Deck } from '../core/deck/deck';
import { SETUP_NAMES, type SetupName } from '../core/deck/namedSetups';
import { parseDeck } from '../core/deck/parseDeck';
import { CannotRun } from './errors';
import { readText } from './readFile';
import type { Recognizer } from './recognition';

/** The one deck that a command line names. */
export function theDeck(files: readonly string[]): string {
  if (files.length === 1) return files[0]!;
  throw new CannotRun(files.length === 0 ? 'No deck given.' : 'Name only one deck.');
}

export function dialectOption(value: string | undefined): SetupName | undefined {
  const name = SETUP_NAMES.find((known) => known === value);
  if (value === undefined || name) return name;
  throw new CannotRun(`Unknown dialect "${value}": use one of ${SETUP_NAMES.join(', ')}.`);
}

/**
 * The deck, in the requested dialect, or else the one its configuration names, or else the one it appears to
 * use.
 */
export async function readDeck(
  file: string,
  dialect: SetupName | undefined,
  recognizer: Recognizer,
): Promise<Deck> {
  const text = await readText(file);
  return parseDeck(text, dialect ? { setup: dialect } : await recognizer.recognize(file, text));
}
