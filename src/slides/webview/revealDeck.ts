import Reveal, { type RevealApi, type RevealConfig } from 'reveal.js';
import type { RevealOptions } from '../../core/options/slideOptions';
import { setMotion } from '../../page/motion';
import { revealConfig, sizeConfig } from './revealConfig';
import { ID_PREFIX } from './sanitize';
import type { Stage } from './stage';

/** What reveal.js reports; when the deck is moved or shows another step, whether the user did it. */
export interface RevealEvents {
  moved(byUser: boolean): void;
  stepped(byUser: boolean): void;
  overviewChanged(isOpen: boolean): void;
}

/** reveal.js, set up by the deck's options, the screen and the user's wish for less motion. */
export class RevealDeck {
  #api: RevealApi | null = null;
  #options = '';
  /** While we move the deck ourselves, its events are not user gestures. */
  #isSilent = false;

  constructor(
    readonly reveal: HTMLElement,
    readonly stage: Stage,
    readonly own: RevealConfig,
    readonly events: RevealEvents,
  ) {
    new MutationObserver(() => this.#setMotion()).observe(document.body, { attributeFilter: ['class'] });
  }

  /** Null until the first deck is there. */
  get api(): RevealApi | null {
    return this.#api;
  }

  get currentSection(): HTMLElement | null {
    return this.#api?.getCurrentSlide() ?? null;
  }

  /** True if reveal.js has recreated all backgrounds. */
  async take(options: RevealOptions): Promise<boolean> {
    const serialized = JSON.stringify(options);
    const isSame = serialized === this.#options;
    this.#options = serialized;
    if (!this.#api) await this.#start(options);
    else if (!isSame) this.silently(() => this.#api!.configure(this.#configOf(options)));
    else return false;
    return true;
  }

  async #start(options: RevealOptions): Promise<void> {
    const api = new Reveal(this.reveal, this.#configOf(options));
    await api.initialize();
    this.#api = api;
    this.#setMotion();
    api.on('slidechanged', () => this.events.moved(!this.#isSilent));
    api.on('fragmentshown', () => this.events.stepped(!this.#isSilent));
    api.on('fragmenthidden', () => this.events.stepped(!this.#isSilent));
    api.on('overviewshown', () => this.events.overviewChanged(true));
    api.on('overviewhidden', () => this.events.overviewChanged(false));
  }

  #configOf(options: RevealOptions) {
    return revealConfig(options, this.stage.screen, this.stage.scale, this.own);
  }

  /** The size of the screen, or of the slide on it, has changed. */
  fit(): void {
    if (!this.#api) return;
    Object.assign(this.#api.getConfig(), sizeConfig(this.stage.screen, this.stage.scale));
    this.#api.layout();
  }

  /**
   * Sizes what reveal.js sizes by script, which it does only when it turns to a slide or the window changes.
   * Slides that are not displayed have no size yet: reveal.js does it when they get near.
   */
  sizeContents(sections: readonly HTMLElement[]): void {
    const displayed = sections.filter(({ style }) => style.display !== 'none');
    for (const section of displayed) {
      if (section.querySelector('.r-fit-text')) this.#api?.loadSlide(section);
    }
    const stretches = (section: HTMLElement) => section.querySelector(':scope > :is(.stretch, .r-stretch)');
    if (displayed.some(stretches)) this.#api?.layout();
  }

  /** VS Code says whether its user wants less motion, by its own setting or the system's. */
  #setMotion(): void {
    const isReduced = document.body.classList.contains('vscode-reduce-motion');
    if (this.#api) setMotion(this.#api, isReduced);
  }

  silently(step: () => void): void {
    this.#isSilent = true;
    try {
      step();
    } finally {
      this.#isSilent = false;
    }
  }

  turnTo(section: HTMLElement, fragment?: number): void {
    if (!this.#api) return;
    const { h, v } = this.#api.getIndices(section);
    this.#api.slide(h, v, fragment);
  }

  /**
   * A click on the progress bar, at this fraction of its width: reveal.js assumes that the bar begins where
   * the panel does.
   */
  goToShare(share: number): void {
    const slides = this.#api?.getSlides() ?? [];
    const index = Math.min(Math.floor(share * slides.length), slides.length - 1);
    const section = slides[this.#api?.getConfig().rtl ? slides.length - 1 - index : index];
    if (section) this.turnTo(section);
  }

  /** A link to a slide by its numbers, or to something that has a name. */
  followLink(href: string): void {
    const place = /^#\/(\d+)(?:\/(\d+))?$/.exec(href);
    if (place) this.#api?.slide(Number(place[1]), Number(place[2] ?? 0));
    else this.#followAnchor(href.slice(1));
  }

  #followAnchor(id: string): void {
    const target = document.getElementById(`${ID_PREFIX}${id}`);
    const section = target?.closest<HTMLElement>('.slides section');
    if (section) this.turnTo(section);
  }
}
