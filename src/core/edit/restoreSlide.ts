import type { Deck, Slide } from '../deck/deck';
import { lineEndOf, toLf } from '../text/lineEnds';
import { deleteSlides, type EditOptions } from './editDeck';
import {
  type Destination,
  type EditResult,
  insertInto,
  type Part,
  planOf,
  withoutEmptyColumns,
} from './plan';
import { writeDeck } from './writeDeck';

/** A slide that differs between an earlier deck and a deck. */
export interface Restored {
  /** Index in the earlier deck; null if the slide is new. */
  readonly before: number | null;
  /** Index in the deck; null if the slide was removed. */
  readonly after: number | null;
  readonly isMoved: boolean;
}

/**
 * Makes a slide what it was: gives it its text and its place again, inserts it where it was, or deletes it if it is new.
 * `partners` has, for each slide of the earlier deck, the index in the deck of the same slide, or null; those that moved
 * can be left out, as they don't show where others were.
 */
export function restoreSlide(
  deck: Deck,
  earlier: Deck,
  { before, after, isMoved }: Restored,
  partners: readonly (number | null)[],
  options: EditOptions = {},
): EditResult {
  if (before === null) return after === null ? { refusal: 'nothing' } : deleteSlides(deck, [after], options);
  const text = textOf(earlier, before, deck);
  const plan = planOf(deck);
  if (after !== null && !isMoved) {
    const { h, v } = deck.slides[after]!;
    plan[h]![v] = { text, slide: after, stays: true, chosen: true };
    return writeDeck(deck, plan, options);
  }
  const part: Part = { text, stays: false, chosen: true };
  const place = placeOf(deck, earlier, earlier.slides[before]!, partners);
  const inserted = insertInto(plan, deck, [[part]], place).map((column) =>
    column.filter((each) => each.slide === undefined || each.slide !== after),
  );
  return writeDeck(deck, withoutEmptyColumns(inserted), options);
}

/** The earlier slide's own text, with the line ends of the deck. */
function textOf(earlier: Deck, index: number, deck: Deck): string {
  const { text } = planOf(earlier).flat()[index]!;
  return toLf(text).text.replaceAll('\n', lineEndOf(deck.text));
}

/** Beside what is left of its stack; else after the slide before it. */
function placeOf(deck: Deck, earlier: Deck, slide: Slide, partners: readonly (number | null)[]): Destination {
  const partnerOf = ({ index }: Slide) => (index === slide.index ? null : (partners[index] ?? null));
  const last = (slides: readonly Slide[]) => slides.map(partnerOf).findLast((partner) => partner !== null);
  const stack = earlier.slides.filter(({ h }) => slide.stacked && h === slide.h);
  const above = last(stack.slice(0, slide.v));
  if (above !== undefined) return { after: above! };
  const below = last(stack.slice(slide.v + 1).reverse());
  if (below !== undefined) return { before: below! };
  const previous = last(earlier.slides.slice(0, slide.index));
  return { column: previous === undefined ? 0 : deck.slides[previous!]!.h + 1 };
}
