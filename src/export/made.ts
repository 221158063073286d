import type { ExportOptions, ExportProblem } from './exportDeck';

/** What a deck's export knows of its surroundings, whatever it makes. */
export interface Surroundings extends Omit<ExportOptions, 'assets' | 'embeds' | 'highlight'> {
  /** What a URL relative to the deck begins with in the file that is made: empty if both are in one folder. */
  readonly deckFolder: string;
  /** Told how much of the work is done, where it takes long. */
  report?(done: number, total: number): void;
}

/** The content of the file that was made. */
export interface Made {
  readonly content: string | Uint8Array;
  readonly problems: readonly ExportProblem[];
}
