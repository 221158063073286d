import type { RevealApi } from 'reveal.js';
import { scrollHighlights } from '../../page/code/scrollCode';
import type { SlideId, SlideMessage } from '../messages';
import type { Backgrounds } from './backgrounds';
import { showFragments } from './fragments';
import type { RevealDeck } from './revealDeck';
import { completeBackground } from './sectionAttributes';
import type { DeckShape, SlideDom } from './slideDom';
import { sectionsOf } from './verticalSlides';

/** What the user sees: a slide, if there is one, and its last step, if it has any. */
export interface ShownPlace {
  readonly id: SlideId | undefined;
  readonly fragment: number | undefined;
}

/** Brings changes of the deck into the page and tells reveal.js of them. What is shown stays, if it still exists. */
export class DeckChanges {
  constructor(
    readonly dom: SlideDom,
    readonly deck: RevealDeck,
    readonly backgrounds: Backgrounds,
  ) {}

  /** There are other slides, or the same in other places. */
  arrange(shape: DeckShape, { id, fragment }: ShownPlace): void {
    const { api } = this.deck;
    const part = this.dom.indexOfPart(this.deck.currentSection);
    const nearest = this.#nearestSurvivor(shape.columns.flat(), id);
    if (!this.dom.arrange(shape) || !api) return;
    const stays = nearest === id;
    const section = nearest === undefined ? undefined : this.dom.part(nearest, stays ? part : 0);
    this.#takeOver(api, section, stays ? fragment : undefined);
  }

  /** A slide has other content. True if reveal.js has recreated all backgrounds. */
  fill(slide: SlideMessage, shown: ShownPlace): boolean {
    const { api } = this.deck;
    const section = this.deck.currentSection;
    const state = section?.dataset.state;
    const part = this.dom.indexOfPart(section);
    const filled = api && this.dom.fill(slide);
    if (!filled) return false;
    const stays = this.dom.isPart(section);
    if (filled.isReshaped) {
      if (stays) this.#takeOver(api, section, shown.fragment);
      else this.#takeOver(api, this.dom.part(slide.id, part), undefined);
    }
    for (const each of sectionsOf(filled.section)) {
      if (filled.backgrounds.has(each)) this.backgrounds.sync(each);
      else {
        api.syncFragments(each);
        completeBackground(each);
      }
    }
    if (slide.id === shown.id && stays) {
      // reveal.js sets it only when it turns to the slide.
      if (section.dataset.state !== state) this.deck.turnTo(section);
      if (shown.fragment !== undefined) showFragments(api, section, shown.fragment);
    }
    if (filled.isNew) scrollHighlights(filled.section);
    return filled.isReshaped;
  }

  /** Other sections are in the page, of which this one is to be shown. */
  #takeOver(api: RevealApi, section: HTMLElement | undefined, fragment: number | undefined): void {
    // First of all: `sync` shows what is now in the old place, and leaves its marks on it.
    if (section) this.deck.turnTo(section, fragment);
    api.sync();
    // It has noted the state once more, and takes it back as often.
    const state = this.deck.currentSection?.dataset.state?.split(' ') ?? [];
    for (const name of state) if (name) api.getViewportElement()?.classList.add(name);
    this.backgrounds.complete();
  }

  /** The slide that is shown, or if it was deleted the one that took its place. */
  #nearestSurvivor(order: readonly SlideId[], shown: SlideId | undefined): SlideId | undefined {
    if (shown === undefined || order.includes(shown)) return shown;
    const index = this.dom.order.indexOf(shown);
    return order[Math.min(Math.max(index, 0), order.length - 1)];
  }
}
