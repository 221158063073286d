/** Kinds of things on a slide, as far as they are told apart when one of them does not fit. */
export const PARTS = [
  'link',
  'picture',
  'video',
  'table',
  'code',
  'list',
  'heading',
  'formula',
  'diagram',
  'quote',
  'text',
] as const;

/** Something on a slide that goes beyond the edge. */
export interface Culprit {
  readonly part: (typeof PARTS)[number];
  /** How it begins, or what it is called: something to find it by, may be empty. */
  readonly excerpt: string;
}

/** How far a slide's content reaches beyond what is seen, in pixels of the slide's own size, and what of it does. */
export interface Overflow {
  readonly height: number;
  readonly width: number;
  /** Null where nothing in particular does. */
  readonly tooTall: Culprit | null;
  readonly tooWide: Culprit | null;
}

/** An excerpt is not longer, in UTF-16 code units. */
export const MAX_EXCERPT = 24;
