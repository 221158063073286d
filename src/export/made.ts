import type { ExportOptions, ExportProblem } from './exportOptions';

/** What a deck's export knows of its surroundings, whatever it makes. */
export interface Surroundings extends Omit<ExportOptions, 'assets' | 'embeds' | 'theme' | 'highlight'> {
  /** Told how many pages are going to be made, as soon as that is known. */
  readonly onPages?: (count: number) => void;
  /** Told how many of the pictures are taken. */
  readonly onPicture?: (done: number, total: number) => void;
}

/** The same, where one file is made of one deck. */
export interface FileSurroundings extends Surroundings {
  /** What a URL relative to the deck begins with in the file that is made: empty if both are in one folder. */
  readonly deckFolder: string;
}

/** The content of the file that was made. */
export interface Made {
  readonly content: string | Uint8Array;
  /** How many slides are in it; all of the deck's if not given. */
  readonly slides?: number | undefined;
  readonly problems: readonly ExportProblem[];
}
