import type { Deck, Slide } from '../deck/deck';
import type { Destination } from './plan';

/** One step that slides can be moved by. */
export type MoveStep = 'up' | 'down' | 'intoStack' | 'outOfStack';

/**
 * Where slides go when moved by one step, or null if there is no such place. Whole columns change places with
 * the next one; slides of a stack move within it, and at its ends out of it.
 */
export function placeAfterStep(deck: Deck, indices: readonly number[], step: MoveStep): Destination | null {
  const first = deck.slides[Math.min(...indices)]!;
  const last = deck.slides[Math.max(...indices)]!;
  const chosen = new Set(indices);
  const isWhole = ({ h }: Slide) => deck.slides.every((slide) => slide.h !== h || chosen.has(slide.index));
  const columns = deck.slides.at(-1)!.h + 1;
  switch (step) {
    case 'up':
      if (first.v > 0) return { before: first.index - 1 };
      if (!isWhole(first)) return { column: first.h };
      return first.h > 0 ? { column: first.h - 1 } : null;
    case 'down':
      if (isWhole(last)) return last.h + 1 < columns ? { column: last.h + 2 } : null;
      return deck.slides[last.index + 1]?.h === last.h ? { after: last.index + 1 } : { column: last.h + 1 };
    case 'intoStack': {
      const above = deck.slides.findLast(({ h }) => h === first.h - 1);
      return above && first.v === 0 ? { after: above.index } : null;
    }
    case 'outOfStack':
      return last.stacked ? { column: last.h + 1 } : null;
  }
}

/** The directions in which a sorter moves a slide. */
export const DIRECTIONS = ['left', 'right', 'up', 'down'] as const;

/** One of `DIRECTIONS`. */
export type Direction = (typeof DIRECTIONS)[number];

/**
 * Where a single slide goes on the plane on which slides are laid out, or null if there is nothing in this
 * direction: sideways past the next column, out of a stack first; up and down within its stack, or from a
 * column of its own into the stack next to it.
 */
export function placeTowards(
  deck: Deck,
  { index, h, stacked }: Slide,
  direction: Direction,
): Destination | null {
  const before = deck.slides[index - 1];
  const after = deck.slides[index + 1];
  switch (direction) {
    case 'left':
      if (stacked) return { column: h };
      return before ? { column: h - 1 } : null;
    case 'right':
      if (stacked) return { column: h + 1 };
      return after ? { column: h + 2 } : null;
    case 'up':
      if (!before) return null;
      if (!stacked) return { after: before.index };
      return before.h === h ? { before: before.index } : null;
    case 'down':
      if (!after) return null;
      if (!stacked) return { before: after.index };
      return after.h === h ? { after: after.index } : null;
  }
}

/** The place right before or after a slide: in its stack, or, for a column's first slide, next to it. */
export function placeBeside({ index, h, v }: Slide, side: 'before' | 'after'): Destination {
  if (v === 0) return { column: side === 'before' ? h : h + 1 };
  return side === 'before' ? { before: index } : { after: index };
}

/** The same slide in another state of the deck; undefined if it is gone or ambiguous. */
export function findAgain(deck: Deck, { index, content }: Slide): Slide | undefined {
  if (deck.slides[index]?.content === content) return deck.slides[index];
  // A slide that becomes the first, or no longer is, has other blank lines around it.
  const text = content.text.trim();
  const same = deck.slides.filter((slide) => slide.content.text.trim() === text);
  return same.length === 1 ? same[0] : undefined;
}
