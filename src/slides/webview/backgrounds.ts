import type { RevealApi } from 'reveal.js';
import { LOST_BACKGROUND } from '../../core/render/rendered';
import type { RevealSection } from '../../page/lostBackgrounds';
import { completeBackground, dropIfLost, dropVideo } from './sectionAttributes';
import type { SlideDom } from './slideDom';
import { sectionsOf } from './verticalSlides';

/** The slides' backgrounds, where reveal.js needs help with them or does not report what is missing. */
export class Backgrounds {
  constructor(
    readonly reveal: HTMLElement,
    readonly dom: SlideDom,
    readonly deck: () => RevealApi | null,
  ) {}

  /** A slide's attributes have changed. */
  sync(section: HTMLElement): void {
    this.deck()?.syncSlide(section);
    completeBackground(section);
    dropIfLost(section, () => this.sync(section));
  }

  /** reveal.js has recreated all of them. */
  complete(): void {
    for (const section of this.#sections) completeBackground(section);
  }

  /** Those with content, and the vertical slides in them. */
  get #sections(): HTMLElement[] {
    return this.dom.filledSections.flatMap(sectionsOf);
  }

  /** Problems with the picture behind all slides are shown on each. */
  tellLost(words: string): void {
    if (words === (this.reveal.getAttribute(LOST_BACKGROUND) ?? '')) return;
    if (words === '') this.reveal.removeAttribute(LOST_BACKGROUND);
    else this.reveal.setAttribute(LOST_BACKGROUND, words);
    this.complete();
  }

  /** A source of a video can't be played. When the last one fails, none is left. */
  onSourceFailed(source: HTMLSourceElement): void {
    const background = source.nextElementSibling === null && source.closest('.slide-background');
    const isBehind = (section: RevealSection) => section.slideBackgroundElement === background;
    const section = background && this.#sections.find(isBehind);
    if (!section) return;
    dropVideo(section);
    this.sync(section);
  }
}
