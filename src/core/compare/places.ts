import type { Slide } from '../deck/deck';
import type { Matching } from './matchSlides';

/**
 * The slides of the later deck that were moved, by index: as few as possible of those that are in both decks, so that
 * the others are still in order. Slides that went into a stack or out of one were moved, too; those that are in another
 * place only because of others were not.
 */
export function movedSlides(
  before: readonly Slide[],
  after: readonly Slide[],
  { toBefore }: Matching,
): ReadonlySet<number> {
  const kept = inOrder(toBefore);
  const moved = new Set(toBefore.flatMap((partner, index) => (partner === -1 ? [] : index)));
  for (const index of kept) moved.delete(index);
  kept.forEach((index, at) => {
    const last = kept[at - 1];
    if (last === undefined) return;
    const isStacked = after[index]!.h === after[last]!.h;
    const wasStacked = before[toBefore[index]!]!.h === before[toBefore[last]!]!.h;
    if (isStacked !== wasStacked) moved.add(index);
  });
  return moved;
}

/** Where in the list the longest increasing subsequence is; -1 does not count. */
export function inOrder(numbers: readonly number[]): number[] {
  /** By length, where the subsequence ends whose last number is the least. */
  const ends: number[] = [];
  const previous: number[] = [];
  numbers.forEach((number, index) => {
    if (number === -1) return;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[ends[middle]!]! < number) low = middle + 1;
      else high = middle;
    }
    previous[index] = ends[low - 1] ?? -1;
    ends[low] = index;
  });
  const found: number[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index]!) found.push(index);
  return found.reverse();
}
