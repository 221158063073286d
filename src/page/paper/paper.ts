/** What pages are to be made of a deck in its print view. */
export interface PaperOptions {
  /** Width of the screen that a page is, for a height of 1; null: as the slides have it. */
  readonly ratio: number | null;
  /** The places of the slides that are printed; null: all. */
  readonly places: readonly string[] | null;
  readonly notes: PaperNotes;
  /** Whether pages are numbered. */
  readonly numbers: boolean;
  /** Text at the foot of each page. */
  readonly footer: string;
}

/** Where the notes are: under the slides, on pages of their own, or in annotations, which are not on the page. */
export type PaperNotes = 'none' | 'below' | 'pages' | 'annotations';

export interface PaperPage {
  /** Of the slide, as `markPlaces` writes it. */
  readonly place: string;
  /** False if an earlier page shows the slide, or another step of it. */
  readonly isFirst: boolean;
  /** The notes as plain text, on the first page of a slide. */
  readonly notes: string;
}

export interface Paper {
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** How much higher than a screen it is. */
  readonly screens: number;
  readonly pages: readonly PaperPage[];
}

/** A page and the slide on it. */
export interface SlidePage {
  readonly page: HTMLElement;
  readonly section: HTMLElement;
  readonly place: string;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}
