import type { Deck, Slide } from '../deck/deck';
import { type SlideId, SlideIds } from '../deck/slideIds';
import { type DeckComparison, type ShownAspect, type SlideChange, shownAspects } from './comparison';

/** How a slide differs from what it was. */
export interface SlideMark {
  readonly isAdded: boolean;
  readonly isMoved: boolean;
  /** What shows the difference; empty unless it was edited. */
  readonly aspects: readonly ShownAspect[];
}

/** A slide that is in the earlier deck only. */
export interface RemovedSlide {
  /** As it was. */
  readonly slide: Slide;
  /** The deck it was in. */
  readonly deck: Deck;
  /** Index of the slide before which it was; null after the last one. */
  readonly next: number | null;
}

/** What shows of a change; null if nothing does, or the slide is no more. */
export function markOf(change: SlideChange): SlideMark | null {
  const { before, after, isMoved } = change;
  if (after === null) return null;
  const aspects = shownAspects(change);
  const isAdded = before === null;
  return isAdded || isMoved || aspects.length > 0 ? { isAdded, isMoved, aspects } : null;
}

/** Whether nothing tells two marks apart. */
export function isSameMark(one: SlideMark | undefined, other: SlideMark | undefined): boolean {
  return (
    one?.isAdded === other?.isAdded &&
    one?.isMoved === other?.isMoved &&
    one?.aspects.join() === other?.aspects.join()
  );
}

/** What changed in a deck. While the deck is edited further, marks stay with their slides. */
export class DeckChanges {
  readonly #ids = new SlideIds();
  readonly #marks = new Map<SlideId, SlideMark>();
  readonly #removed: { readonly slide: Slide; readonly deck: Deck; readonly next: SlideId | undefined }[] =
    [];
  #deck: Deck;

  /** `marks` are those of the slides of `after`, by their indices. */
  constructor(
    before: Deck,
    after: Deck,
    { slides }: Pick<DeckComparison, 'slides'>,
    marks: readonly (SlideMark | null)[],
  ) {
    this.#deck = after;
    const ids = this.#ids.update(after.slides);
    marks.forEach((mark, index) => {
      if (mark) this.#marks.set(ids[index]!, mark);
    });
    let next: SlideId | undefined;
    for (const change of slides.toReversed()) {
      if (change.after !== null) next = ids[change.after];
      else if (change.before !== null)
        this.#removed.push({ slide: before.slides[change.before]!, deck: before, next });
    }
    this.#removed.reverse();
  }

  /** The mark of a slide of the deck as it is now. */
  markOf(deck: Deck, { index }: Slide): SlideMark | undefined {
    this.#follow(deck);
    const id = this.#ids.at(index);
    return id === undefined ? undefined : this.#marks.get(id);
  }

  /** In the order in which they were. */
  removedFrom(deck: Deck): RemovedSlide[] {
    this.#follow(deck);
    return this.#removed.map(({ next, ...removed }) => {
      const index = next === undefined ? undefined : this.#ids.indexOf(next);
      return { ...removed, next: index ?? null };
    });
  }

  #follow(deck: Deck): void {
    if (deck === this.#deck) return;
    this.#deck = deck;
    this.#ids.update(deck.slides);
  }
}
