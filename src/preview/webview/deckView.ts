import Reveal, { type RevealApi } from 'reveal.js';
import type {
  DeckMessage,
  FromWebview,
  MeasureMessage,
  PersistedState,
  SlideId,
  SlideMessage,
} from '../messages';
import { finishSlides } from './finishing';
import { showFragments } from './fragments';
import { neighbours } from './neighbours';
import { showOverflow } from './notices';
import { OverflowMeter } from './overflow';
import { revealConfig } from './revealConfig';
import { ID_PREFIX } from './sanitize';
import { replaceIfLost, showBackgroundPicture } from './sectionAttributes';
import { SlideDom } from './slideDom';
import { SlideSorter } from './sorter/sorter';
import { useStylesheets } from './stylesheets';

/** So many sections may keep content that is not needed right now; in the overview, where many are seen, more. */
const MAX_FILLED = 60;
const MAX_FILLED_IN_OVERVIEW = 300;

/** The deck as reveal.js shows it. Only a user's own gestures are reported as such. */
export class DeckView {
  readonly #dom: SlideDom;
  readonly #meter: OverflowMeter;
  readonly #sorter: SlideSorter;
  #deck: RevealApi | null = null;
  #options = '';
  #message: DeckMessage | null = null;
  #current: SlideId | undefined;
  /** The step that a slide is to show once it has its content, and with it its steps. */
  #awaited: { readonly id: SlideId; readonly fragment: number } | null = null;
  /** While we move the deck ourselves, its events are no user's gesture. */
  #silent = false;
  #queue: Promise<void> = Promise.resolve();

  constructor(
    readonly reveal: HTMLElement,
    readonly post: (message: FromWebview) => void,
    readonly persist: (state: PersistedState) => void,
  ) {
    this.#dom = new SlideDom(reveal.querySelector<HTMLElement>('.slides')!);
    this.#meter = new OverflowMeter(reveal, this.#dom);
    this.#sorter = new SlideSorter(reveal, this.#dom, {
      columns: () => this.#message?.columns ?? [],
      slideSize: () => this.#deck!.getComputedSlideSize(),
      numberFormat: () => this.#deck!.getConfig().slideNumber,
      selected: () => this.#current,
      scrolled: () => this.#hold(),
      open: (id) => this.#open(id),
      move: (id, drop) => post({ type: 'move', id, ...drop }),
    });
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

  /** Measures slides and tells the extension, in its own time. */
  measure(message: MeasureMessage): void {
    this.#enqueue(() => {
      this.#measure(message).catch((error) => console.error(error));
    });
  }

  /** Says of a slide that it does not fit, as long as it is shown. */
  showOverflow(id: SlideId, notice: string): void {
    this.#enqueue(() => {
      if (id === this.#current) showOverflow(notice);
    });
  }

  /** Opens the overview of all slides, or closes it. */
  toggleOverview(): void {
    this.#enqueue(() => this.#deck?.toggleOverview());
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
    this.#sorter.layout();
    const section = nearest === undefined ? undefined : this.#dom.section(nearest);
    if (section) this.#turnTo(section, nearest === this.#current ? fragment : undefined);
  }

  #turnTo(section: HTMLElement, fragment?: number): void {
    const { h, v } = this.#deck!.getIndices(section);
    this.#deck!.slide(h, v, fragment);
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
    deck.on('overviewshown', () => {
      this.#sorter.layout();
      this.#sorter.scrollTo(this.#current);
      this.#hold();
    });
    deck.on('overviewhidden', () => {
      this.#sorter.close();
      this.#hold();
    });
    const resized = () => {
      deck.layout();
      this.#sorter.layout();
    };
    new ResizeObserver(resized).observe(this.reveal);
  }

  #configure(message: DeckMessage): void {
    const serialized = JSON.stringify(message.options);
    if (serialized === this.#options) return;
    this.#options = serialized;
    this.#silently(() => this.#deck!.configure(revealConfig(message)));
    this.#showBackgroundPictures();
    this.#sorter.layout();
  }

  /** `sync` and `configure` make all backgrounds anew. */
  #showBackgroundPictures(): void {
    for (const id of this.#dom.filled) showBackgroundPicture(this.#dom.section(id)!);
  }

  #fill(slides: readonly SlideMessage[]): void {
    const deck = this.#deck;
    if (!deck) return;
    const fragment = this.#fragment();
    this.#silently(() => {
      for (const slide of slides) {
        const filled = this.#dom.fill(slide);
        if (!filled) continue;
        if (filled.backgroundChanged) this.#syncBackground(filled.section);
        else deck.syncFragments(filled.section);
        if (slide.id === this.#current && fragment !== undefined) {
          showFragments(deck, filled.section, fragment);
        }
        if (slide.id === this.#awaited?.id) this.#awaited = null;
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

  #syncBackground(section: HTMLElement): void {
    this.#deck?.syncSlide(section);
    showBackgroundPicture(section);
    replaceIfLost(section, () => this.#deck?.syncSlide(section));
  }

  #show(id: SlideId, fragment?: number): void {
    const section = this.#dom.section(id);
    if (!section || !this.#deck) return;
    this.#awaited = fragment === undefined || this.#dom.filled.has(id) ? null : { id, fragment };
    this.#silently(() =>
      this.#turnTo(section, fragment === undefined || fragment < 0 ? undefined : fragment),
    );
    this.#afterMove(false);
  }

  /** A click on a thumbnail. */
  #open(id: SlideId): void {
    const section = this.#dom.section(id);
    if (!section || !this.#deck) return;
    // While the overview is open it goes there at once, so that nothing else is shown in between.
    this.#turnTo(section);
    this.#deck.toggleOverview(false);
  }

  /** Centres one section as `Reveal.layout` does all of them. */
  #centre(section: HTMLElement | null): void {
    const deck = this.#deck;
    if (!deck?.getConfig().center || deck.isOverview()) return;
    if (!section || section.style.display === 'none') return;
    if (section.classList.contains('stack')) return;
    const { height } = deck.getComputedSlideSize();
    section.style.top = `${Math.max((height - section.scrollHeight) / 2, 0)}px`;
  }

  #followAnchor(id: string): void {
    const target = document.getElementById(`${ID_PREFIX}${id}`);
    const section = target?.closest<HTMLElement>('.slides section');
    if (section && this.#deck) this.#turnTo(section);
  }

  async #measure(message: MeasureMessage): Promise<void> {
    const slides = this.#deck && (await this.#meter.measure(message, this.#deck));
    if (slides) this.post({ type: 'measured', run: message.run, slides });
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
    const before = this.#current;
    this.#current = this.#dom.idOf(this.#deck?.getCurrentSlide() ?? null);
    if (this.#current !== before) showOverflow('');
    this.#sorter.scrollTo(this.#current);
    this.#report(byUser);
    this.#hold();
  }

  #report(byUser: boolean): void {
    if (this.#current === undefined || !this.#deck || !this.#message) return;
    const { h, v } = this.#deck.getIndices();
    const fragment = this.#fragment() ?? -1;
    const { document, locked } = this.#message;
    this.persist({ document, locked, h, v: v ?? 0, fragment });
    this.post({ type: 'shown', id: this.#current, fragment, byUser });
  }

  /** The last step that is shown, or is to be; undefined where the slide has none. */
  #fragment(): number | undefined {
    return this.#awaited?.id === this.#current ? this.#awaited?.fragment : this.#deck?.getIndices().f;
  }

  /** Asks for the content of the slides around the current one, and lets go of content far away. */
  #hold(): void {
    const inView = this.#sorter.isOpen ? this.#sorter.visible() : [];
    const needed = new Set([...neighbours(this.#dom, this.#deck, this.#current), ...inView]);
    const { filled } = this.#dom;
    if (filled.size > (this.#sorter.isOpen ? MAX_FILLED_IN_OVERVIEW : MAX_FILLED)) {
      this.#dom.empty([...filled].filter((id) => !needed.has(id)));
    }
    this.post({ type: 'hold', ids: [...new Set([...needed, ...filled])] });
  }
}
