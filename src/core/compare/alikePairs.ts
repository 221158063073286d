import type { SlideContent } from '../deck/deck';
import { slideTitle } from '../summary/titles';
import { getOrSet } from '../text/getOrSet';
import { likeness, type Words, wordsOf } from './likeness';
import type { Matching } from './matchSlides';

/** From here on two slides are versions of one, wherever they are. */
const ALIKE = 0.5;
/** From here on those in the same place are. */
const ALIKE_IN_PLACE = 0.25;
/** Words that more slides have say nothing about which is which. */
const MAX_SLIDES_WITH_WORD = 16;
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
  const rareWords = slidesByWord([...earlierGaps.keys()], before);
  const pairs: Pair[] = [];
  for (const [index, gap] of laterGaps) {
    const words = wordsOf(after[index]!);
    const place = placeOf(gap, before.length, toBefore);
    const near = [place.start + index - gap.start, place.end + index - gap.end];
    for (const other of new Set([...near, ...likeliest(words, rareWords)])) {
      const otherGap = earlierGaps.get(other);
      if (!otherGap) continue;
      pairs.push({
        before: other,
        after: index,
        likeness: likeness(wordsOf(before[other]!), words),
        isInPlace: otherGap.start === place.start || otherGap.end === place.end,
        distance: Math.abs(other - place.start - (index - gap.start)),
      });
    }
  }
  const isLikely = ({ before: one, after: other, likeness, isInPlace }: Pair) =>
    likeness >= ALIKE ||
    (isInPlace && (likeness >= ALIKE_IN_PLACE || haveSameHeading(before[one]!, after[other]!)));
  return pairs.filter(isLikely).sort(byLikelihood);
}

function byLikelihood(a: Pair, b: Pair): number {
  return b.likeness - a.likeness || Number(b.isInPlace) - Number(a.isInPlace) || a.distance - b.distance;
}

function haveSameHeading(one: SlideContent, other: SlideContent): boolean {
  const [title, otherTitle] = [slideTitle(one), slideTitle(other)];
  return title.kind === 'heading' && otherTitle.kind === 'heading' && title.text === otherTitle.text;
}

/** For each slide without a partner the gap that it is in. */
function gapsOf(partners: readonly number[]): Map<number, Gap> {
  const gaps = new Map<number, Gap>();
  for (let start = 0; start < partners.length; start++) {
    let end = start;
    while (partners[end] === -1) end++;
    for (let index = start; index < end; index++) gaps.set(index, { start, end });
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

function slidesByWord(indices: readonly number[], contents: readonly SlideContent[]): Map<number, number[]> {
  const byWord = new Map<number, number[]>();
  for (const index of indices) {
    for (const word of new Set(wordsOf(contents[index]!))) {
      getOrSet(byWord, word, (): number[] => []).push(index);
    }
  }
  return byWord;
}

/** The slides that share the most rare words. */
function likeliest(words: Words, byWord: ReadonlyMap<number, readonly number[]>): number[] {
  const counts = new Map<number, number>();
  for (const word of new Set(words)) {
    const slides = byWord.get(word) ?? [];
    if (slides.length > MAX_SLIDES_WITH_WORD) continue;
    for (const slide of slides) counts.set(slide, (counts.get(slide) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  return sorted.slice(0, MAX_LIKELY).map(([slide]) => slide);
}
