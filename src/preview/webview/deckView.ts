import Reveal, { type RevealApi, type RevealConfig } from 'reveal.js';
import type { DeckMessage, FromWebview, PersistedState, SlideId, SlideMessage } from '../messages';
import { finishSlides } from './finishing';
import { notLoaded } from './notices';
import { ID_PREFIX } from './sanitize';
import { backgroundPicture, setBackgroundNotice, showBackgroundPicture } from './sectionAttributes';
import { SlideDom } from './slideDom';
import { useStylesheets } from './stylesheets';

/** Slides this near to the current one, before and behind, have content before they are shown. */
const NEIGHBOURS = 3;
/** So many sections may keep content that is not needed right now. */
const MAX_FILLED = 60;
/** In the overview all slides are seen at once; beyond this number it would take too long. */
const MAX_OVERVIEW = 500;

/** What no deck may change: the page belongs to VS Code, and slides are not to be reordered or run away. */
const FIXED_OPTIONS: RevealConfig = {
  embedded: true,
  hash: false,
  history: false,
  respondToHashChanges: false,
  fragmentInURL: false,
  postMessage: false,
  postMessageEvents: false,
  shuffle: false,
  showNotes: false,
  previewLinks: false,
  // Not 0, with which `data-autoslide` still counts.
  autoSlide: false,
  focusBodyOnPageVisibilityChange: false,
  // F1 is VS Code's command palette, also while the preview has the keyboard.
  keyboardCondition: ({ key }) => key !== 'F1',
};
/** A side panel is narrow: reveal.js would turn the deck into a scrolling page. Its types do not know null. */
const NO_SCROLL_VIEW = { scrollActivationWidth: null } as unknown as RevealConfig;

function revealConfig({ options }: DeckMessage): RevealConfig {
  return { ...options, ...FIXED_OPTIONS, ...NO_SCROLL_VIEW } as RevealConfig;
}

/** The deck as reveal.js shows it. Only a user's own gestures are reported as such. */
export class DeckView {
  readonly #dom: SlideDom;
  #deck: RevealApi | null = null;
  #options = '';
  #message: DeckMessage | null = null;
  #current: SlideId | undefined;
  /** While we move the deck ourselves, its events are no user's gesture. */
  #silent = false;
  #queue: Promise<void> = Promise.resolve();

  constructor(
    readonly reveal: HTMLElement,
    readonly post: (message: FromWebview) => void,
    readonly persist: (state: PersistedState) => void,
  ) {
    this.#dom = new SlideDom(reveal.querySelector<HTMLElement>('.slides')!);
  }

  /** Takes over the deck's shape and look. What follows waits for it. */
  setDeck(message: DeckMessage): void {
    this.#enqueue(() => this.#setDeck(message));
  }

  fill(slides: readonly SlideMessage[]): void {
    this.#enqueue(() => this.#fill(slides));
  }

  show(id: SlideId, fragment?: number): void {
    this.#enqueue(() => this.#show(id, fragment));
  }

  showSource(element: Element): void {
    const id = this.#dom.idOf(element) ?? this.#current;
    if (id === undefined) return;
    const line = Number(element.closest<HTMLElement>('[data-line]')?.dataset.line ?? 0);
    this.post({ type: 'source', id, line });
  }

  /** Links within the deck move it; where others lead is up to the extension. */
  followLink(href: string): void {
    const place = /^#\/(\d+)(?:\/(\d+))?$/.exec(href);
    if (place) this.#deck?.slide(Number(place[1]), Number(place[2] ?? 0));
    else if (href.startsWith('#')) this.#followAnchor(href.slice(1));
    else this.post({ type: 'openLink', href });
  }

  onPictureLoaded(target: EventTarget | null): void {
    if (target instanceof HTMLImageElement) this.#centre(target.closest<HTMLElement>('.slides section'));
  }

  /** One after the other, in the order they came: style sheets take time to load. */
  #enqueue(step: () => void | Promise<void>): void {
    this.#queue = this.#queue.then(step).catch((error) => console.error(error));
  }

  async #setDeck(message: DeckMessage): Promise<void> {
    this.#message = message;
    this.#dom.styles.confined = message.confineStyles;
    if (message.lang) this.reveal.lang = message.lang;
    else this.reveal.removeAttribute('lang');
    await useStylesheets(message.stylesheets);
    this.#silently(() => this.#arrange(message));
    this.#dom.styles.apply(this.#dom.order);
    if (!this.#deck) await this.#initialize(message);
    else this.#configure(message);
    this.#afterMove(false);
  }

  #arrange({ columns }: DeckMessage): void {
    const fragment = this.#deck?.getIndices().f;
    const nearest = this.#nearestSurvivor(columns.flat());
    if (!this.#dom.arrange(columns) || !this.#deck) return;
    this.#deck.sync();
    this.#showBackgroundPictures();
    const section = nearest === undefined ? undefined : this.#dom.section(nearest);
    if (!section) return;
    const { h, v } = this.#deck.getIndices(section);
    this.#deck.slide(h, v, nearest === this.#current ? fragment : undefined);
  }

  /** The slide that is shown, or if it was deleted the one that took its place. */
  #nearestSurvivor(order: readonly SlideId[]): SlideId | undefined {
    if (this.#current === undefined || order.includes(this.#current)) return this.#current;
    const index = this.#dom.order.indexOf(this.#current);
    return order[Math.min(Math.max(index, 0), order.length - 1)];
  }

  async #initialize(message: DeckMessage): Promise<void> {
    this.#options = JSON.stringify(message.options);
    const deck = new Reveal(this.reveal, revealConfig(message));
    await deck.initialize();
    this.#deck = deck;
    deck.on('slidechanged', () => this.#afterMove(!this.#silent));
    deck.on('fragmentshown', () => this.#report(false));
    deck.on('fragmenthidden', () => this.#report(false));
    deck.on('overviewshown', () => this.#hold());
    new ResizeObserver(() => deck.layout()).observe(this.reveal);
  }

  #configure(message: DeckMessage): void {
    const serialized = JSON.stringify(message.options);
    if (serialized === this.#options) return;
    this.#options = serialized;
    this.#silently(() => this.#deck!.configure(revealConfig(message)));
    this.#showBackgroundPictures();
  }

  /** `sync` and `configure` make all backgrounds anew. */
  #showBackgroundPictures(): void {
    for (const id of this.#dom.filled) showBackgroundPicture(this.#dom.section(id)!);
  }

  #fill(slides: readonly SlideMessage[]): void {
    const deck = this.#deck;
    if (!deck) return;
    const fragment = deck.getIndices().f;
    this.#silently(() => {
      for (const slide of slides) {
        const filled = this.#dom.fill(slide);
        if (!filled) continue;
        if (filled.backgroundChanged) this.#syncBackground(filled.section);
        else deck.syncFragments(filled.section);
        if (slide.id === this.#current && fragment !== undefined) {
          showFragments(deck, filled.section, fragment);
        }
      }
      this.#dom.styles.apply(this.#dom.order);
      const sections = slides
        .map(({ id }) => this.#dom.section(id))
        .filter((section) => section !== undefined);
      const centre = () => {
        for (const section of sections) this.#centre(section);
      };
      finishSlides(sections, this.#message!.dialect, centre);
      centre();
    });
    this.reveal.classList.add('filled');
  }

  /** A background tells nobody when it can't be loaded, so the same picture is asked for once more. */
  #syncBackground(section: HTMLElement): void {
    this.#deck?.syncSlide(section);
    showBackgroundPicture(section);
    const url = backgroundPicture(section);
    if (!url) return;
    const probe = new Image();
    probe.addEventListener('error', () => {
      if (backgroundPicture(section) !== url) return;
      setBackgroundNotice(section, notLoaded(url));
      this.#deck?.syncSlide(section);
    });
    probe.src = url;
  }

  #show(id: SlideId, fragment?: number): void {
    const section = this.#dom.section(id);
    if (!section || !this.#deck) return;
    const { h, v } = this.#deck.getIndices(section);
    this.#silently(() =>
      this.#deck!.slide(h, v, fragment === undefined || fragment < 0 ? undefined : fragment),
    );
    this.#afterMove(false);
  }

  /** Centres one section as `Reveal.layout` does all of them. */
  #centre(section: HTMLElement | null): void {
    const deck = this.#deck;
    if (!deck?.getConfig().center || !section || section.style.display === 'none') return;
    if (section.classList.contains('stack')) return;
    const { height } = deck.getComputedSlideSize();
    section.style.top = `${Math.max((height - section.scrollHeight) / 2, 0)}px`;
  }

  #followAnchor(id: string): void {
    const target = document.getElementById(`${ID_PREFIX}${id}`);
    const section = target?.closest<HTMLElement>('.slides section');
    if (!section || !this.#deck) return;
    const { h, v } = this.#deck.getIndices(section);
    this.#deck.slide(h, v);
  }

  #silently(step: () => void): void {
    this.#silent = true;
    try {
      step();
    } finally {
      this.#silent = false;
    }
  }

  #afterMove(byUser: boolean): void {
    this.#current = this.#dom.idOf(this.#deck?.getCurrentSlide() ?? null);
    this.#report(byUser);
    this.#hold();
  }

  #report(byUser: boolean): void {
    if (this.#current === undefined || !this.#deck || !this.#message) return;
    const { h, v, f } = this.#deck.getIndices();
    const fragment = f ?? -1;
    const { document, locked } = this.#message;
    this.persist({ document, locked, h, v: v ?? 0, fragment });
    this.post({ type: 'shown', id: this.#current, fragment, byUser });
  }

  /** Asks for the content of the slides around the current one, and lets go of content far away. */
  #hold(): void {
    const needed = new Set(this.#needed());
    const { filled } = this.#dom;
    if (filled.size > MAX_FILLED && !this.#deck?.isOverview()) {
      this.#dom.empty([...filled].filter((id) => !needed.has(id)));
    }
    const ids = new Set([...needed, ...filled]);
    this.post({ type: 'hold', ids: [...ids] });
  }

  #needed(): readonly SlideId[] {
    const { order } = this.#dom;
    const at = this.#current === undefined ? 0 : order.indexOf(this.#current);
    const reach = this.#deck?.isOverview() ? MAX_OVERVIEW : NEIGHBOURS;
    const near = order.slice(Math.max(at - reach, 0), at + reach + 1);
    return [...near, ...this.#sideways()];
  }

  /** The slides that the arrows left and right lead to, which may be far away in the text. */
  #sideways(): SlideId[] {
    const column = this.#deck?.getCurrentSlide()?.closest('.slides > section');
    return [column?.previousElementSibling, column?.nextElementSibling].flatMap((beside) => {
      // reveal.js goes back to where in a stack it was before, and notes it there.
      const v = Number(beside?.getAttribute('data-previous-indexv') ?? 0);
      const id = this.#dom.idOf(beside?.querySelectorAll(':scope > section')[v] ?? beside ?? null);
      return id === undefined ? [] : [id];
    });
  }
}

/** Shows a slide's fragments up to this one. Where they are so already, reveal.js need not look at the whole deck. */
function showFragments(deck: RevealApi, section: HTMLElement, last: number): void {
  const fragments = [...section.querySelectorAll<HTMLElement>('.fragment')];
  const stand = fragments.every(({ classList, dataset }) => {
    const index = Number(dataset.fragmentIndex);
    return (
      classList.contains('visible') === index <= last &&
      classList.contains('current-fragment') === (index === last)
    );
  });
  if (!stand) deck.navigateFragment(last);
}
