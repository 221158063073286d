import type { TextProblem } from '../deck/deck';
import type { Setup } from '../deck/setup';

/** What a file sets up, the same for all decks: paths as they are written in it. */
export interface SetupValues extends Omit<Setup, 'tool' | 'source' | 'namesDeck' | 'math' | 'page'> {
  /** Which files are decks; empty if the file does not say. */
  readonly globs: readonly string[];
}

/** A file that sets up nothing. */
export const NO_VALUES: SetupValues = { separators: {}, css: [], scripts: [], options: {}, globs: [] };

/** What was read from a file, and what is wrong with it. */
export interface SetupReading<Values> {
  /** Null if the file sets up nothing. */
  readonly values: Values | null;
  readonly problems: readonly TextProblem[];
}

/** In UTF-16 code units, or in bytes of a file. Nobody writes a longer configuration or page by hand. */
export const MAX_SETUP_LENGTH = 512 * 1024;

/** What is written about a file that is too large, is not text or may not be read. */
export const UNREADABLE: TextProblem = {
  message: 'This file is ignored: it is too large, not encoded in UTF-8 or not readable.',
  span: { start: 0, end: 0 },
};
