import type { Deck, SlideContent } from '../deck/deck';
import { type RenderRules, renderRules } from '../render/renderRules';
import { getOrSet } from '../text/getOrSet';
import { aspectsBetween } from './aspects';
import { comparable, compared } from './comparable';
import type { Aspect, DeckComparison, Kin, SlideChange } from './comparison';
import { KinFinder } from './kin';
import { type Matching, matchSlides } from './matchSlides';
import { type Places, placesOf } from './places';
import { changedSettings } from './settings';

/**
 * What changed from a deck to a later one, slide by slide. Slides are the same by their text and by what is around them,
 * wherever they are. Takes linear time, and next to none for contents that are the same by identity.
 */
export function compareDecks(before: Deck, after: Deck): DeckComparison {
  const [earlier, later] = [comparable(before), comparable(after)];
  const matching = matchSlides(earlier, later);
  const kin = new KinFinder(earlier.contents, later.contents, matching);
  const places = placesOf(before.slides, after.slides, matching);
  const rules = { before: renderRules(before), after: renderRules(after) };
  const removed = removedSlides(matching, places);
  const tellRemoved = (index: number) =>
    (removed.get(index) ?? []).map((each) => new Unpaired(each, null, kin.ofRemoved(each)));
  const tell = (partner: number, index: number) =>
    partner === -1
      ? new Unpaired(null, index, kin.ofAdded(index))
      : new Paired(
          partner,
          index,
          places.moved.has(index),
          earlier.contents[partner]!,
          later.contents[index]!,
          rules,
        );
  return {
    slides: [
      ...tellRemoved(-1),
      ...matching.toBefore.flatMap((partner, index) => [tell(partner, index), ...tellRemoved(index)]),
    ],
    settings: changedSettings(before, after),
    hasOtherStyles: earlier.head !== later.head,
    dialects: before.dialect === after.dialect ? null : { before: before.dialect, after: after.dialect },
  };
}

/** The removed slides that come after each slide of the later deck; -1 is the start. */
function removedSlides({ toAfter }: Matching, { kept }: Places): Map<number, number[]> {
  const removed = new Map<number, number[]>();
  let last = -1;
  toAfter.forEach((partner, index) => {
    if (partner === -1) getOrSet(removed, last, (): number[] => []).push(index);
    else if (kept.has(partner)) last = partner;
  });
  return removed;
}

/** A slide of only one of the decks. */
class Unpaired implements SlideChange {
  readonly isMoved = false;
  readonly isEdited = false;
  readonly aspects: readonly Aspect[] = [];

  constructor(
    readonly before: number | null,
    readonly after: number | null,
    readonly kin: Kin | null,
  ) {}
}

/** A slide of both decks. */
class Paired implements SlideChange {
  readonly isEdited: boolean;
  readonly kin = null;

  constructor(
    readonly before: number,
    readonly after: number,
    readonly isMoved: boolean,
    private readonly earlier: SlideContent,
    private readonly later: SlideContent,
    private readonly rules: { readonly before: RenderRules; readonly after: RenderRules },
  ) {
    this.isEdited = earlier !== later && compared(earlier).text !== compared(later).text;
  }

  get aspects(): readonly Aspect[] {
    if (!this.isEdited) return [];
    return aspectsBetween(
      { content: this.earlier, rules: this.rules.before },
      { content: this.later, rules: this.rules.after },
    );
  }
}
