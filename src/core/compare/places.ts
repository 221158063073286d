import type { Slide } from '../deck/deck';
import type { Matching } from './matchSlides';

/** Slides of the later deck that the earlier one has, too. Indices of the later deck. */
export interface Places {
  /** Those that are still in order. */
  readonly kept: ReadonlySet<number>;
  /** The others, and those that went into a stack or out of one. */
  readonly moved: ReadonlySet<number>;
}

/** Slides that follow each other in both decks, in the same stacks. */
interface Block {
  /** Indices of the later deck, ascending. */
  readonly slides: number[];
  /** Of the first and the last slide, among the slides of the earlier deck. */
  readonly before: number;
  beforeLast: number;
}

/** Farther back nothing is looked for that a block may follow: only in shuffled decks there are as many blocks. */
const MAX_LOOKBACK = 2000;

/**
 * Which slides were moved: as few as possible, so that a slide counts that was carried over others, and not these. A
 * slide that is in another place only because of others was not moved.
 */
export function placesOf(
  before: readonly Slide[],
  after: readonly Slide[],
  { toBefore, toAfter }: Matching,
): Places {
  const staysWith = (last: number, next: number) => {
    const isTogether = after[last]!.h === after[next]!.h;
    return isTogether === (before[toBefore[last]!]!.h === before[toBefore[next]!]!.h);
  };
  const blocks = blocksOf(toBefore, toAfter, staysWith);
  const order = mostInOrder(blocks, (last, next) => staysWith(last.slides.at(-1)!, next.slides[0]!));
  const kept = new Set(order.flatMap(({ slides }) => slides));
  const moved = new Set(
    toBefore.flatMap((partner, index) => (partner === -1 || kept.has(index) ? [] : index)),
  );
  order.forEach((block, at) => {
    const [last, first] = [order[at - 1]?.slides.at(-1), block.slides[0]!];
    if (last !== undefined && !staysWith(last, first)) moved.add(first);
  });
  return { kept, moved };
}

function blocksOf(
  toBefore: readonly number[],
  toAfter: readonly number[],
  staysWith: (last: number, next: number) => boolean,
): Block[] {
  const blocks: Block[] = [];
  const nextKept = nextPartners(toAfter);
  toBefore.forEach((before, index) => {
    if (before === -1) return;
    const block = blocks.at(-1);
    if (block && nextKept[block.beforeLast] === before && staysWith(block.slides.at(-1)!, index)) {
      block.slides.push(index);
      block.beforeLast = before;
    } else {
      blocks.push({ slides: [index], before, beforeLast: before });
    }
  });
  return blocks;
}

/** For each slide the next one that the other deck has, too. */
function nextPartners(partners: readonly number[]): number[] {
  const next: number[] = [];
  let found = partners.length;
  for (let index = partners.length - 1; index >= 0; index--) {
    next[index] = found;
    if (partners[index] !== -1) found = index;
  }
  return next;
}

/** The blocks that can stay with the fewest moved slides. One that does not stay with the last costs a slide. */
function mostInOrder(blocks: readonly Block[], staysWith: (last: Block, next: Block) => boolean): Block[] {
  const most: number[] = [];
  const previous: number[] = [];
  let end = -1;
  blocks.forEach((block, at) => {
    most[at] = block.slides.length;
    previous[at] = -1;
    for (let last = at - 1; last >= Math.max(0, at - MAX_LOOKBACK); last--) {
      const other = blocks[last]!;
      const kept = most[last]! + block.slides.length;
      if (other.before > block.before || kept <= most[at]!) continue;
      const total = staysWith(other, block) ? kept : kept - 1;
      if (total <= most[at]!) continue;
      most[at] = total;
      previous[at] = last;
    }
    if (end === -1 || most[at]! > most[end]!) end = at;
  });
  const order: Block[] = [];
  for (let at = end; at >= 0; at = previous[at]!) order.push(blocks[at]!);
  return order.reverse();
}
