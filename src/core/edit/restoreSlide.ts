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
 * `all` has every slide that is in both decks: they show where the slide was.
 */
export function restoreSlide(
  deck: Deck,
  earlier: Deck,
  { before, after, isMoved }: Restored,
  all: readonly Restored[],
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
  const slide = earlier.slides[before]!;
  const stack = earlier.slides.filter(({ h }) => h === slide.h);
  const isWhole = after !== null && isStackOf(deck.slides[after]!, stack, deck, all);
  const restored: Part = { text, stays: false, chosen: true };
  const parts = isWhole
    ? plan[deck.slides[after]!.h]!.map((part) =>
        part.slide === after ? restored : { ...part, stays: false },
      )
    : [restored];
  const place = isWhole
    ? afterPrevious(deck, earlier, stack[0]!, all)
    : (besideStack(deck, slide, stack, all) ?? afterPrevious(deck, earlier, slide, all));
  const moving = new Set(isWhole ? parts.map((part) => part.slide ?? after) : [after]);
  const inserted = insertInto(plan, deck, [parts], place).map((column) =>
    column.filter((part) => !part.stays || !moving.has(part.slide!)),
  );
  return writeDeck(deck, withoutEmptyColumns(inserted), options);
}

/** Whether the stack that a slide is in has the same slides as an earlier one. */
function isStackOf({ h }: Slide, stack: readonly Slide[], deck: Deck, all: readonly Restored[]): boolean {
  const others = new Map(all.map(({ before, after }) => [before, after]));
  const now = deck.slides.filter((slide) => slide.h === h);
  return now.length === stack.length && now.every(({ index }, at) => others.get(stack[at]!.index) === index);
}

/** The earlier slide's own text, with the line ends of the deck. */
function textOf(earlier: Deck, index: number, deck: Deck): string {
  const { text } = planOf(earlier).flat()[index]!;
  return toLf(text).text.replaceAll('\n', lineEndOf(deck.text));
}

/** Above or below what is left of its stack, if anything is. */
function besideStack(
  deck: Deck,
  slide: Slide,
  stack: readonly Slide[],
  all: readonly Restored[],
): Destination | null {
  const above = nearest(deck, stack.slice(0, slide.v), all);
  if (above) return { after: above.index };
  const below = nearest(deck, stack.slice(slide.v + 1).reverse(), all);
  return below ? { before: below.index } : null;
}

function afterPrevious(deck: Deck, earlier: Deck, slide: Slide, all: readonly Restored[]): Destination {
  const previous = nearest(deck, earlier.slides.slice(0, slide.index), all);
  return { column: previous ? previous.h + 1 : 0 };
}

/** Where the last of these earlier slides is now; those that have moved don't show much, and count only if all have. */
function nearest(deck: Deck, slides: readonly Slide[], all: readonly Restored[]): Slide | undefined {
  const others = new Map(all.map((other) => [other.before, other]));
  const partners = slides
    .flatMap(({ index }) => others.get(index) ?? [])
    .filter(({ after }) => after !== null);
  const partner = partners.findLast(({ isMoved }) => !isMoved) ?? partners.at(-1);
  return partner && deck.slides[partner.after!];
}
