/** Kinds of things on a slide that are distinguished when one of them does not fit. */
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

/** Something on a slide that extends beyond the edge. */
export interface Culprit {
  readonly part: (typeof PARTS)[number];
  /** How it begins, or its name: something to find it by, may be empty. */
  readonly excerpt: string;
}

/**
 * How far a slide's content extends beyond the visible area, in pixels of the slide's own size, and which
 * part does.
 */
export interface Overflow {
  readonly height: number;
  readonly width: number;
  /** Null if no particular part does. */
  readonly tooTall: Culprit | null;
  readonly tooWide: Culprit | null;
}

/** Maximum length of an excerpt, in UTF-16 code units. */
export const MAX_EXCERPT = 24;
