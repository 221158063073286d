import type { SlideContent } from '../deck/deck';
import { commonEnds } from '../text/commonEnds';
import { alikePairs } from './alikePairs';
import { type Comparable, compared } from './comparable';

/** Which slides of two decks are the same. */
export interface Matching {
  /** For each slide of the earlier deck, its index in the later one; -1 if it was removed. */
  readonly toAfter: readonly number[];
  /** For each slide of the later deck, its index in the earlier one; -1 if it was added. */
  readonly toBefore: readonly number[];
}

/** The slides without partners that have the same text, by index, ascending. */
interface SameText {
  readonly before: number[];
  readonly after: number[];
}

/** The share of the text that is untouched on a slide that was changed in its place. */
const UNTOUCHED = 0.3;

/**
 * Finds the slides of one deck in another: those with the same text first, then those that are most alike. Takes
 * linear time, as each slide is compared only with a few.
 */
export function matchSlides(before: Comparable, after: Comparable): Matching {
  const matcher = new Matcher(before, after);
  matcher.matchEnds();
  matcher.matchUnique();
  matcher.matchNeighbors();
  matcher.matchCopies();
  matcher.matchAlike();
  matcher.matchTyped();
  return matcher;
}

class Matcher implements Matching {
  readonly toAfter: number[];
  readonly toBefore: number[];
  readonly before: readonly SlideContent[];
  readonly after: readonly SlideContent[];
  readonly #wasBelow: readonly boolean[];
  readonly #isBelow: readonly boolean[];
  #sameTexts: readonly SameText[] = [];

  constructor({ contents: before, isBelow: wasBelow }: Comparable, { contents: after, isBelow }: Comparable) {
    this.before = before;
    this.after = after;
    this.#wasBelow = wasBelow;
    this.#isBelow = isBelow;
    this.toAfter = before.map(() => -1);
    this.toBefore = after.map(() => -1);
  }

  /** What is before the first change and after the last one. */
  matchEnds(): void {
    const shorter = Math.min(this.before.length, this.after.length);
    let start = 0;
    for (; start < shorter && this.#isSame(start, start) && this.#isAsBelow(start, start); start++) {
      this.#match(start, start);
    }
    for (let end = 1; end <= shorter - start; end++) {
      const [before, after] = [this.before.length - end, this.after.length - end];
      if (!this.#isSame(before, after)) break;
      this.#match(before, after);
      if (!this.#isAsBelow(before, after)) break;
    }
  }

  /** Texts that only one slide of each deck has. */
  matchUnique(): void {
    this.#sameTexts = this.#findSameTexts();
    for (const { before, after } of this.#sameTexts) {
      if (before.length === 1 && after.length === 1) this.#match(before[0]!, after[0]!);
    }
  }

  /** Of several slides with the same text, those beside slides that are matched. */
  matchNeighbors(): void {
    const matchBeside = (after: number, step: 1 | -1) => {
      if (this.toBefore[after] === -1) return;
      const [before, next] = [this.toBefore[after]! + step, after + step];
      const isAsBelow = step === 1 ? this.#isAsBelow(before, next) : this.#isAsBelow(before + 1, after);
      if (isAsBelow && this.#areFree(before, next) && this.#isSame(before, next)) this.#match(before, next);
    };
    for (let after = 0; after < this.after.length; after++) matchBeside(after, 1);
    for (let after = this.after.length - 1; after >= 0; after--) matchBeside(after, -1);
  }

  /** The others with the same text, in order. */
  matchCopies(): void {
    for (const { before, after } of this.#sameTexts) {
      const earlier = before.filter((index) => this.toAfter[index] === -1);
      const later = after.filter((index) => this.toBefore[index] === -1);
      for (let at = 0; at < Math.min(earlier.length, later.length); at++)
        this.#match(earlier[at]!, later[at]!);
    }
  }

  /** Slides that have many words in common, or a few in the same place. */
  matchAlike(): void {
    for (const { before, after } of alikePairs(this)) {
      if (this.#areFree(before, after)) this.#match(before, after);
    }
  }

  /** Single slides between the same others, such as one whose only word is being typed. */
  matchTyped(): void {
    for (const after of unmatched(this.toBefore)) {
      const before = after === 0 ? 0 : this.toBefore[after - 1]! + 1;
      const isAtStart = (after === 0) === (before === 0);
      const next = after + 1 === this.after.length ? this.before.length : this.toBefore[after + 1];
      const isBetween = isAtStart && next === before + 1;
      if (isBetween && this.#areFree(before, after) && this.#isMostlySame(before, after)) {
        this.#match(before, after);
      }
    }
  }

  /** The texts that slides of both decks have. */
  #findSameTexts(): SameText[] {
    const found = new Map<string, SameText>();
    for (const index of unmatched(this.toAfter)) {
      const { text } = compared(this.before[index]!);
      const same = found.get(text);
      if (same) same.before.push(index);
      else found.set(text, { before: [index], after: [] });
    }
    for (const index of unmatched(this.toBefore)) {
      found.get(compared(this.after[index]!).text)?.after.push(index);
    }
    return [...found.values()].filter(({ after }) => after.length > 0);
  }

  #isMostlySame(before: number, after: number): boolean {
    const [one, other] = [compared(this.before[before]!).text, compared(this.after[after]!).text];
    const { prefix, suffix } = commonEnds(one, other);
    return prefix + suffix >= UNTOUCHED * Math.max(one.length, other.length);
  }

  #isSame(before: number, after: number): boolean {
    const [one, other] = [this.before[before]!, this.after[after]!];
    return one === other || compared(one).text === compared(other).text;
  }

  /** Whether each is in one stack with the slide before it, or neither. */
  #isAsBelow(before: number, after: number): boolean {
    return this.#wasBelow[before] === this.#isBelow[after];
  }

  #areFree(before: number, after: number): boolean {
    return this.toAfter[before] === -1 && this.toBefore[after] === -1;
  }

  #match(before: number, after: number): void {
    this.toAfter[before] = after;
    this.toBefore[after] = before;
  }
}

function unmatched(partners: readonly number[]): number[] {
  return partners.flatMap((partner, index) => (partner === -1 ? index : []));
}
