import type { ExportOptions, ExportProblem } from './exportDeck';

/** What a deck's export knows of its surroundings, whatever it makes. */
export type Surroundings = Omit<ExportOptions, 'assets' | 'embeds' | 'highlight'>;

/** The content of the file that was made. */
export interface Made {
  readonly content: string | Uint8Array;
  readonly problems: readonly ExportProblem[];
}
