import type { SlideContent } from '../deck/deck';
import { compared } from './comparable';
import type { Kin } from './comparison';
import { sharedWords, type Words } from './likeness';
import type { Matching } from './matchSlides';

/** How far from its origin the part of a split slide is looked for, in slides. */
const REACH = 2;
/** The share of a slide's words that must be on the other. */
const MOST = 0.7;

/** Finds the slides that share the text of those without partners. */
export class KinFinder {
  #byText: ReadonlyMap<string, number> | undefined;

  constructor(
    readonly before: readonly SlideContent[],
    readonly after: readonly SlideContent[],
    readonly matching: Matching,
  ) {}

  /** Which slide an added one is a copy or a part of. */
  ofAdded(index: number): Kin | null {
    const original = this.#originals().get(compared(this.after[index]!).text);
    if (original !== undefined) return { kind: 'copy', before: original };
    const words = compared(this.after[index]!).words;
    for (const beside of besides(index, this.after.length)) {
      const before = this.matching.toBefore[beside]!;
      if (before === -1 || !isWithin(words, compared(this.before[before]!).words)) continue;
      const isStillThere = isWithin(words, compared(this.after[beside]!).words);
      return { kind: isStillThere ? 'copy' : 'split', before };
    }
    return null;
  }

  #originals(): ReadonlyMap<string, number> {
    this.#byText ??= new Map(this.before.map((content, index) => [compared(content).text, index]));
    return this.#byText;
  }

  /** Which slide a removed one is a part of now. */
  ofRemoved(index: number): Kin | null {
    const words = compared(this.before[index]!).words;
    for (const beside of besides(index, this.before.length)) {
      const after = this.matching.toAfter[beside]!;
      if (after === -1 || !isWithin(words, compared(this.after[after]!).words)) continue;
      const wasThere = isWithin(words, compared(this.before[beside]!).words);
      if (!wasThere) return { kind: 'joined', after };
    }
    return null;
  }
}

/** The indices nearby, the nearest first. */
function besides(index: number, length: number): number[] {
  const steps = Array.from({ length: REACH }, (_, step) => step + 1);
  return steps.flatMap((step) => [index - step, index + step]).filter((at) => at >= 0 && at < length);
}

function isWithin(words: Words, others: Words): boolean {
  const enough = MOST * words.length;
  return enough > 0 && others.length >= enough && sharedWords(words, others) >= enough;
}
