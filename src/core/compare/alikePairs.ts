import type { SlideContent } from '../deck/deck';
import { compared } from './comparable';
import { likeness, type Words } from './likeness';
import type { Matching } from './matchSlides';

/** From here on two slides are versions of one, wherever they are. */
const ALIKE = 0.5;
/** From here on those in the same place are. */
const ALIKE_IN_PLACE = 0.25;
/** Words that more slides have say nothing about which is which. */
const MAX_SLIDES_WITH_WORD = 16;
const TOO_MANY: number[] = [];
/** How many slides are compared with each: those first that share the most rare words. */
const MAX_LIKELY = 4;

/** A slide of the earlier deck and one of the later, by index. */
interface Pair {
  readonly before: number;
  readonly after: number;
  readonly likeness: number;
  /** Whether they are beside the same slides. */
  readonly isInPlace: boolean;
  /** How far they are apart in their gaps. */
  readonly distance: number;
}

/** Slides that follow each other and have no partner. Indices, the end is not among them. */
interface Gap {
  readonly start: number;
  readonly end: number;
}

/**
 * Pairs of slides without partners that may be versions of one, the most alike first. Each slide is compared only with
 * a few: those at its place, and those that share rare words with it.
 */
export function alikePairs({
  before,
  after,
  toAfter,
  toBefore,
}: Matching & {
  readonly before: readonly SlideContent[];
  readonly after: readonly SlideContent[];
}): Pair[] {
  const earlierGaps = gapsOf(toAfter);
  const laterGaps = gapsOf(toBefore);
  const rareWords = slidesByWord(earlierGaps.keys(), before);
  const isLikely = ({ before: one, after: other, likeness, isInPlace }: Pair) =>
    likeness >= ALIKE ||
    (isInPlace && (likeness >= ALIKE_IN_PLACE || haveSameHeading(before[one]!, after[other]!)));
  const pairs: Pair[] = [];
  for (const [index, gap] of laterGaps) {
    const { words } = compared(after[index]!);
    const place = placeOf(gap, before.length, toBefore);
    const near = [place.start + index - gap.start, place.end + index - gap.end];
    for (const other of new Set([...near, ...likeliest(words, rareWords)])) {
      const otherGap = earlierGaps.get(other);
      if (!otherGap) continue;
      const pair = {
        before: other,
        after: index,
        likeness: likeness(compared(before[other]!).words, words),
        isInPlace: otherGap.start === place.start || otherGap.end === place.end,
        distance: Math.abs(other - place.start - (index - gap.start)),
      };
      if (isLikely(pair)) pairs.push(pair);
    }
  }
  return pairs.sort(byLikelihood);
}

function byLikelihood(a: Pair, b: Pair): number {
  return b.likeness - a.likeness || Number(b.isInPlace) - Number(a.isInPlace) || a.distance - b.distance;
}

/** By their source: reading what a heading shows takes longer than all the rest. */
function haveSameHeading(one: SlideContent, other: SlideContent): boolean {
  const heading = headingOf(one);
  return heading !== undefined && heading === headingOf(other);
}

function headingOf(content: SlideContent): string | undefined {
  return /^#{1,6} .*$/m.exec(compared(content).text)?.[0];
}

/** For each slide without a partner the gap that it is in. */
function gapsOf(partners: readonly number[]): Map<number, Gap> {
  const gaps = new Map<number, Gap>();
  for (let start = 0; start < partners.length; start++) {
    let end = start;
    while (partners[end] === -1) end++;
    const gap = { start, end };
    for (let index = start; index < end; index++) gaps.set(index, gap);
    start = end;
  }
  return gaps;
}

/** Between which indices of the earlier deck a gap of the later one is, by the partners of the slides around it. */
function placeOf({ start, end }: Gap, length: number, toBefore: readonly number[]): Gap {
  return {
    start: start === 0 ? 0 : toBefore[start - 1]! + 1,
    end: end === toBefore.length ? length : toBefore[end]!,
  };
}

/** The slides with each word; none for words that too many have. */
type SlidesByWord = ReadonlyMap<number, readonly number[]>;

function slidesByWord(indices: Iterable<number>, contents: readonly SlideContent[]): SlidesByWord {
  const byWord = new Map<number, number[]>();
  for (const index of indices) {
    for (const word of compared(contents[index]!).words) {
      const slides = byWord.get(word);
      if (!slides) byWord.set(word, [index]);
      else if (slides === TOO_MANY || slides.at(-1) === index) continue;
      else if (slides.length === MAX_SLIDES_WITH_WORD) byWord.set(word, TOO_MANY);
      else slides.push(index);
    }
  }
  return byWord;
}

/** The slides that share the most rare words. */
function likeliest(words: Words, byWord: SlidesByWord): number[] {
  const counts = new Map<number, number>();
  let last: readonly number[] = TOO_MANY;
  for (const word of words) {
    const slides = byWord.get(word);
    if (!slides || slides === last) continue;
    for (const slide of slides) counts.set(slide, (counts.get(slide) ?? 0) + 1);
    last = slides;
  }
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  return sorted.slice(0, MAX_LIKELY).map(([slide]) => slide);
}
