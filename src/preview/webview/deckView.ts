import Reveal, { type RevealApi, type RevealConfig } from 'reveal.js';
import { setMotion } from '../../page/motion';
import type {
  DeckMessage,
  FromWebview,
  MeasureMessage,
  PersistedState,
  SlideId,
  SlideMessage,
} from '../messages';
import { Backgrounds } from './backgrounds';
import { centre } from './centring';
import { finishSlides } from './finishing';
import { showFragments } from './fragments';
import { neighbours } from './neighbours';
import { setFolderOfDeck, showOverflow } from './notices';
import { OverflowMeter } from './overflow';
import { revealConfig, sizeConfig } from './revealConfig';
import { ID_PREFIX } from './sanitize';
import { completeBackground } from './sectionAttributes';
import { SlideDom } from './slideDom';
import { SlideSorter } from './sorter/sorter';
import { Stage } from './stage';
import { useStylesheets } from './stylesheets';

/** So many sections may keep content that is not needed right now; in the overview, where many are seen, more. */
const MAX_FILLED = 60;
const MAX_FILLED_IN_OVERVIEW = 300;
/** Milliseconds without a change after which a panel has its new size. */
const RESIZED = 200;

/** The deck as reveal.js shows it. Only a user's own gestures are reported as such. */
export class DeckView {
  readonly #dom: SlideDom;
  readonly #backgrounds: Backgrounds;
  readonly #stage: Stage;
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
  #resizing: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly reveal: HTMLElement,
    readonly post: (message: FromWebview) => void,
    readonly persist: (state: PersistedState) => void,
  ) {
    this.#dom = new SlideDom(reveal.querySelector<HTMLElement>('.slides')!);
    this.#backgrounds = new Backgrounds(reveal, this.#dom, () => this.#deck);
    this.#stage = new Stage(reveal.parentElement!, () => this.#fit());
    new MutationObserver(() => this.#setMotion()).observe(document.body, { attributeFilter: ['class'] });
    this.#meter = new OverflowMeter(reveal, this.#dom, () => this.#stage.screen);
    this.#sorter = new SlideSorter(reveal, this.#dom, {
      columns: () => this.#message?.columns ?? [],
      screen: () => this.#stage.screen,
      numberFormat: () => this.#deck!.getConfig().slideNumber,
      selected: () => this.#current,
      scrolled: () => this.#hold(),
      open: (id) => this.#open(id),
      move: (id, drop) => post({ type: 'move', id, ...drop }),
      step: (id, direction) => post({ type: 'step', id, direction }),
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
    const section = target instanceof HTMLImageElement && target.closest<HTMLElement>('.slides section');
    if (section) this.#centre([section]);
  }

  onSourceFailed(source: HTMLSourceElement): void {
    this.#backgrounds.onSourceFailed(source);
  }

  /** A click on the progress bar, at this part of its width: reveal.js takes the bar to begin where the panel does. */
  goToShare(share: number): void {
    const slides = this.#deck?.getSlides() ?? [];
    const index = Math.min(Math.floor(share * slides.length), slides.length - 1);
    const section = slides[this.#deck?.getConfig().rtl ? slides.length - 1 - index : index];
    if (section) this.#turnTo(section);
  }

  /** One after the other, in the order they came: style sheets take time to load. */
  #enqueue(step: () => void | Promise<void>): void {
    this.#queue = this.#queue.then(step).catch((error) => console.error(error));
  }

  async #setDeck(message: DeckMessage): Promise<void> {
    this.#message = message;
    setFolderOfDeck(message.folder);
    this.#dom.styles.confined = message.confineStyles;
    // Where it is not known, it is not the user's either, in which the page is.
    this.reveal.setAttribute('lang', message.lang);
    await useStylesheets(message.stylesheets);
    this.#stage.set(message.shape, message.options);
    this.#silently(() => this.#arrange(message));
    this.#dom.styles.apply(this.#dom.order);
    if (!this.#deck) await this.#initialize(message);
    else this.#configure(message);
    this.#backgrounds.tellLost(message.lostBackground);
    this.#sorter.layout();
    this.#afterMove(false);
  }

  #arrange({ columns }: DeckMessage): void {
    const fragment = this.#deck?.getIndices().f;
    const nearest = this.#nearestSurvivor(columns.flat());
    if (!this.#dom.arrange(columns) || !this.#deck) return;
    const section = nearest === undefined ? undefined : this.#dom.section(nearest);
    // First of all: `sync` shows what has come to the old place, and leaves its marks on it.
    if (section) this.#turnTo(section, nearest === this.#current ? fragment : undefined);
    this.#deck.sync();
    this.#backgrounds.complete();
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
    const deck = new Reveal(this.reveal, this.#revealConfig(message));
    await deck.initialize();
    this.#deck = deck;
    this.#setMotion();
    deck.on('slidechanged', () => this.#afterMove(!this.#silent));
    deck.on('fragmentshown', () => this.#report(false));
    deck.on('fragmenthidden', () => this.#report(false));
    deck.on('overviewshown', () => {
      this.#stage.isSorting = true;
      this.#sorter.select(this.#current);
      this.#hold();
    });
    deck.on('overviewhidden', () => {
      this.#sorter.close();
      this.#stage.isSorting = false;
      this.#hold();
    });
  }

  #revealConfig({ options }: DeckMessage): RevealConfig {
    return revealConfig(options, this.#stage.screen, this.#stage.scale);
  }

  /** The screen has another size, or the slide another on it. */
  #fit(): void {
    const deck = this.#deck;
    if (!deck) return;
    Object.assign(deck.getConfig(), sizeConfig(this.#stage.screen, this.#stage.scale));
    deck.layout();
    this.#sorter.layout();
    if (this.#stage.isAsPanel) this.#tellResized();
    if (this.#sorter.isOpen) this.#centre(this.#dom.filledSections);
  }

  /** VS Code says whether its user wants less motion, by setting or by the system's. */
  #setMotion(): void {
    const isReduced = document.body.classList.contains('vscode-reduce-motion');
    if (this.#deck) setMotion(this.#deck, isReduced);
  }

  /** Once the panel keeps its size for a moment. */
  #tellResized(): void {
    clearTimeout(this.#resizing);
    this.#resizing = setTimeout(() => this.post({ type: 'resized' }), RESIZED);
  }

  #configure(message: DeckMessage): void {
    const serialized = JSON.stringify(message.options);
    if (serialized === this.#options) return;
    this.#options = serialized;
    this.#silently(() => this.#deck!.configure(this.#revealConfig(message)));
    this.#backgrounds.complete();
  }

  #fill(slides: readonly SlideMessage[]): void {
    const deck = this.#deck;
    if (!deck) return;
    const fragment = this.#fragment();
    this.#silently(() => {
      for (const slide of slides) {
        const filled = this.#dom.fill(slide);
        if (!filled) continue;
        if (filled.backgroundChanged) this.#backgrounds.sync(filled.section);
        else {
          deck.syncFragments(filled.section);
          completeBackground(filled.section);
        }
        if (slide.id === this.#current && fragment !== undefined) {
          showFragments(deck, filled.section, fragment);
        }
        if (slide.id === this.#awaited?.id) this.#awaited = null;
      }
      if (this.#dom.styles.apply(this.#dom.order)) this.#sorter.layout();
      const sections = slides
        .map(({ id }) => this.#dom.section(id))
        .filter((section) => section !== undefined);
      finishSlides(sections, this.#message!.dialect, () => this.#centre(sections));
      this.#centre(sections);
    });
    this.reveal.classList.add('filled');
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

  #centre(sections: readonly HTMLElement[]): void {
    const shown = sections.filter(({ style, classList }) => {
      return !classList.contains('stack') && (style.display !== 'none' || this.#sorter.isOpen);
    });
    centre(shown, this.#stage.screen.canvas.height, this.#deck?.getConfig().center === true);
  }

  #followAnchor(id: string): void {
    const target = document.getElementById(`${ID_PREFIX}${id}`);
    const section = target?.closest<HTMLElement>('.slides section');
    if (section && this.#deck) this.#turnTo(section);
  }

  async #measure(message: MeasureMessage): Promise<void> {
    const slides = this.#deck && (await this.#meter.measure(message));
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
    this.#sorter.select(this.#current);
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
