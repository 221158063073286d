import type { Dialect, YamlValue } from '../deck/deck';

/**
 * What differs about a slide, as the audience sees it. `picture` includes videos and embedded pages; `style` is how
 * the same things look and come up: layout, emphasis, fragments, transitions, whether the slide is hidden; `notes` is
 * what only the speaker sees. `hidden`: the source differs, but nothing that is shown.
 */
export type Aspect = 'text' | 'picture' | 'link' | 'background' | 'style' | 'notes' | 'hidden';

/** An aspect that somebody sees. */
export type ShownAspect = Exclude<Aspect, 'hidden'>;

/** Those aspects of a change that somebody sees. */
export function shownAspects({ aspects }: Pick<SlideChange, 'aspects'>): ShownAspect[] {
  return aspects.filter((aspect) => aspect !== 'hidden');
}

/** All aspects, in the order in which they are told. */
export const ASPECTS: readonly Aspect[] = [
  'text',
  'picture',
  'link',
  'background',
  'style',
  'notes',
  'hidden',
];

/** A slide of the earlier deck, of the later one, or of both. */
export interface SlideChange {
  /** Index in the earlier deck; null for an added slide. */
  readonly before: number | null;
  /** Index in the later deck; null for a removed slide. */
  readonly after: number | null;
  /** Whether its place among the others differs, or it went into a stack or out of one. */
  readonly isMoved: boolean;
  /** Whether its source differs. Line ends and white space at the ends of lines don't count. */
  readonly isEdited: boolean;
  /**
   * What differs, in the order of `ASPECTS`; empty for slides that are not edited. Worked out when first asked for,
   * as it takes rendering, and kept with the contents of the slides.
   */
  readonly aspects: readonly Aspect[];
  /** Where an added slide's text is from, or a removed slide's text is now; null if it is nowhere else. */
  readonly kin: Kin | null;
}

/** Another slide that shares the text of an added or a removed one. */
export type Kin =
  /** An added slide is the copy of a slide of the earlier deck, or was a part of it. Its index there. */
  | { readonly kind: 'copy' | 'split'; readonly before: number }
  /** A removed slide is now a part of a slide of the later deck. Its index there. */
  | { readonly kind: 'joined'; readonly after: number };

/** A value of the frontmatter that differs; undefined where the key is missing. */
export interface SettingChange {
  /** With dots between nested keys: `slideOptions.theme`. */
  readonly name: string;
  readonly before: YamlValue | undefined;
  readonly after: YamlValue | undefined;
}

/** What changed from a deck to a later one. */
export interface DeckComparison {
  /** Every slide of both decks, in the order of the later one; removed slides are where they were. */
  readonly slides: readonly SlideChange[];
  /** Values of the frontmatter that differ. */
  readonly settings: readonly SettingChange[];
  /** Whether the style sheets at the head of the deck differ, which apply to all slides. */
  readonly hasOtherStyles: boolean;
  /** The dialects, if they differ; then slides with the same text may be shown differently. */
  readonly dialects: { readonly before: Dialect; readonly after: Dialect } | null;
}
