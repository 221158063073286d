import type { RevealConfig } from 'reveal.js';
import { followHighlights } from '../../page/code/scrollCode';
import type {
  DeckMessage,
  FromWebview,
  MeasureMessage,
  PersistedState,
  ShowMessage,
  SlideId,
  SlideMessage,
} from '../messages';
import { Backgrounds } from './backgrounds';
import { center } from './centering';
import { DeckChanges } from './deckChanges';
import type { DeckStyles } from './deckStyles';
import { finishSlides } from './finishing';
import { fontsSettled } from './fonts';
import { neighbors } from './neighbors';
import { setFolderOfDeck, showOverflow } from './notices';
import { OverflowMeter } from './overflow';
import { RevealDeck } from './revealDeck';
import { SlideDom } from './slideDom';
import { SlideSorter } from './sorter/sorter';
import { type Room, Stage } from './stage';
import type { StyleSheets } from './stylesheets';
import { partsOf } from './verticalSlides';

/**
 * How many sections may keep content that is not needed right now; more in the overview, where many are
 * visible.
 */
const MAX_FILLED = 60;
const MAX_FILLED_IN_OVERVIEW = 300;
/** Milliseconds without a change after which a panel has settled on its new size. */
const RESIZED = 200;

/** How a page shows a deck. */
export interface ViewSetup {
  readonly room: Room;
  /** Whether the overview of all slides can be opened, as a slide sorter. */
  readonly hasSorter: boolean;
  /** The page's style sheets from slides, which all decks in it share. */
  readonly styles: DeckStyles;
  /** Those of the deck's look, likewise. */
  readonly sheets: StyleSheets;
  /** Whether content that has arrived stays: the page's other deck may need it, and it comes once. */
  readonly keepsContent?: boolean;
  /** Options that are the page's rather than the deck's. */
  readonly options: RevealConfig;
  /** The style sheets may be others than before. */
  readonly restyled?: () => void;
}

/** The deck as reveal.js shows it. Only the user's own gestures are reported as such. */
export class DeckView {
  readonly #dom: SlideDom;
  readonly #backgrounds: Backgrounds;
  readonly #stage: Stage;
  readonly #meter: OverflowMeter;
  readonly #sorter: SlideSorter | null;
  readonly #deck: RevealDeck;
  readonly #changes: DeckChanges;
  #message: DeckMessage | null = null;
  #current: SlideId | undefined;
  /** For each part of the current slide, what is said about its size. */
  #overflow: readonly string[] = [];
  /** The step that a slide should show once it has its content, and thus its steps. */
  #awaited: { readonly id: SlideId; readonly fragment: number } | null = null;
  #queue: Promise<void> = Promise.resolve();
  #restyled = 0;
  #resizing: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly reveal: HTMLElement,
    readonly post: (message: FromWebview) => void,
    readonly persist: (state: PersistedState) => void,
    readonly setup: ViewSetup,
  ) {
    followHighlights(reveal);
    document.fonts.addEventListener('loadingdone', () => this.#layOut(this.#dom.filledSections));
    // Text that fits gets its size in the next frame, and the event does not bubble.
    reveal.addEventListener('fit', ({ target }) => this.#onTextFitted(target), true);
    this.#dom = new SlideDom(reveal.querySelector<HTMLElement>('.slides')!, setup.styles);
    this.#backgrounds = new Backgrounds(reveal, this.#dom, () => this.#deck.api);
    this.#stage = new Stage(reveal.parentElement!, setup.room, () => this.#fit());
    this.#deck = new RevealDeck(
      reveal,
      this.#stage,
      { ...setup.options, overview: setup.hasSorter },
      {
        moved: (byUser) => this.#afterMove(byUser),
        stepped: (byUser) => this.#report(byUser),
        overviewChanged: (isOpen) => this.#onOverview(isOpen),
      },
    );
    this.#changes = new DeckChanges(this.#dom, this.#deck, this.#backgrounds);
    this.#meter = new OverflowMeter(reveal, this.#dom, () => this.#stage.screen);
    this.#sorter = setup.hasSorter ? this.#newSorter() : null;
  }

  #newSorter(): SlideSorter {
    return new SlideSorter(this.reveal, this.#dom, {
      columns: () => this.#message?.columns ?? [],
      screen: () => this.#stage.screen,
      numberFormat: () => this.#deck.api!.getConfig().slideNumber,
      selected: () => this.#current,
      scrolled: () => this.#hold(),
      // A click on a thumbnail.
      open: (id) => this.#open(id),
      move: (id, drop) => this.post({ type: 'move', id, ...drop }),
      step: (id, direction) => this.post({ type: 'step', id, direction }),
    });
  }

  get #isSorting(): boolean {
    return this.#sorter?.isOpen === true;
  }

  /** Takes over the deck's shape and look. What follows waits for it. */
  setDeck(message: DeckMessage): void {
    this.#enqueue(() => this.#setDeck(message));
  }

  fill(slides: readonly SlideMessage[]): void {
    this.#enqueue(() => this.#fill(slides));
  }

  show(place: ShowMessage): void {
    this.#enqueue(() => this.#show(place));
  }

  /** Measures slides and reports to the extension, in its own time. */
  measure(message: MeasureMessage): void {
    this.#enqueue(() => {
      this.#measure(message).catch((error) => console.error(error));
    });
  }

  /** Says that a part of a slide does not fit, while it is shown. */
  showOverflow(id: SlideId, notices: readonly string[]): void {
    this.#enqueue(() => {
      if (id !== this.#current) return;
      this.#overflow = notices;
      this.#showOverflow();
    });
  }

  #showOverflow(): void {
    showOverflow(this.#overflow[this.#part] ?? '');
  }

  /** Opens the overview of all slides, or closes it. */
  toggleOverview(): void {
    this.#enqueue(() => this.#deck.api?.toggleOverview());
  }

  showSource(element: Element): void {
    const id = this.#dom.idOf(element) ?? this.#current;
    if (id === undefined) return;
    const line = Number(element.closest<HTMLElement>('[data-line]')?.dataset.line ?? 0);
    this.post({ type: 'source', id, line });
  }

  /** Links within the deck move it; where others lead is up to the extension. */
  followLink(href: string): void {
    if (href.startsWith('#')) this.#deck.followLink(href);
    else this.post({ type: 'openLink', href });
  }

  onPictureLoaded(target: EventTarget | null): void {
    const section = target instanceof HTMLImageElement && target.closest<HTMLElement>('.slides section');
    if (section) this.#layOut([section]);
  }

  #onTextFitted(target: EventTarget | null): void {
    const section = target instanceof Element && target.closest<HTMLElement>('.slides section');
    if (section) this.#center([section]);
  }

  onSourceFailed(source: HTMLSourceElement): void {
    this.#backgrounds.onSourceFailed(source);
  }

  goToShare(share: number): void {
    this.#deck.goToShare(share);
  }

  /** One after the other, in order of arrival: style sheets take time to load. */
  #enqueue(step: () => void | Promise<void>): void {
    this.#queue = this.#queue.then(step).catch((error) => console.error(error));
  }

  async #setDeck(message: DeckMessage): Promise<void> {
    const isMermaidOther = JSON.stringify(message.mermaid) !== JSON.stringify(this.#message?.mermaid);
    this.#message = message;
    setFolderOfDeck(message.folder);
    this.#dom.styles.confined = message.confineStyles;
    // Set even if unknown: otherwise it would be the page's, which is the user's.
    this.reveal.setAttribute('lang', message.lang);
    const restyled = await this.setup.sheets.use(message.stylesheets);
    const isRestyled = restyled !== this.#restyled;
    this.#restyled = restyled;
    this.#stage.set(message.shape, message.options);
    this.#deck.silently(() => {
      const fragment = this.#deck.api?.getIndices().f;
      this.#changes.arrange(message, { id: this.#current, fragment });
    });
    this.#dom.styles.apply(this.#dom.order);
    this.setup.restyled?.();
    if (await this.#deck.take(message.options)) this.#backgrounds.complete();
    this.#backgrounds.tellLost(message.lostBackground);
    if (isMermaidOther) this.#finish(this.#dom.filledSections);
    if (isRestyled) this.#layOut(this.#dom.filledSections);
    this.#sorter?.layout();
    this.#afterMove(false);
  }

  /** Which part of the current slide is shown. */
  get #part(): number {
    return this.#dom.indexOfPart(this.#deck.currentSection) ?? 0;
  }

  #onOverview(isOpen: boolean): void {
    if (!isOpen) this.#sorter?.close();
    this.#stage.isSorting = isOpen;
    if (isOpen) this.#sorter?.select(this.#current);
    this.#hold();
  }

  /** The size of the screen, or of the slide on it, has changed. */
  #fit(): void {
    if (!this.#deck.api) return;
    this.#deck.fit();
    this.#sorter?.layout();
    if (this.#stage.isAsPanel) this.#tellResized();
    if (this.#isSorting) this.#center(this.#dom.filledSections);
  }

  /** Once the panel has kept its size for a moment. */
  #tellResized(): void {
    clearTimeout(this.#resizing);
    this.#resizing = setTimeout(() => this.post({ type: 'resized' }), RESIZED);
  }

  async #fill(slides: readonly SlideMessage[]): Promise<void> {
    if (!this.#deck.api) return;
    const fragment = this.#fragment();
    this.#deck.silently(() => {
      let isReshaped = false;
      for (const slide of slides) {
        if (this.#changes.fill(slide, { id: this.#current, fragment })) isReshaped = true;
        if (slide.id === this.#awaited?.id) this.#awaited = null;
      }
      const isRestyled = this.#dom.styles.apply(this.#dom.order);
      if (isRestyled) this.setup.restyled?.();
      if (isReshaped || isRestyled) this.#sorter?.layout();
      if (isReshaped) this.#afterMove(false);
      const sections = slides
        .map(({ id }) => this.#dom.section(id))
        .filter((section) => section !== undefined);
      this.#finish(sections);
      this.#layOut(sections);
    });
    if (this.reveal.classList.contains('filled')) return;
    // Slides that are shown before would change their font in front of the user.
    await fontsSettled();
    this.#layOut(this.#dom.filledSections);
    this.reveal.classList.add('filled');
  }

  #show({ id, part, fragment }: ShowMessage): void {
    const section = this.#dom.part(id, part);
    if (!section || !this.#deck.api) return;
    this.#awaited = fragment === undefined || this.#dom.filled.has(id) ? null : { id, fragment };
    this.#deck.silently(() => this.#deck.turnTo(section, fragment));
    this.#afterMove(false);
  }

  /** Says in the sorter which slides are one side's in a merge conflict, and whose. */
  labelSides(labels: ReadonlyMap<SlideId, string>): void {
    this.#sorter?.label(labels);
  }

  /** Goes on by a step or slide, or back, as its user wishes. */
  step(isForward: boolean): void {
    this.#enqueue(() => (isForward ? this.#deck.api?.next() : this.#deck.api?.prev()));
  }

  /** Goes to a slide, as its user wishes. */
  open(id: SlideId): void {
    this.#enqueue(() => this.#open(id));
  }

  /** Shows what follows a place: its next step, or the next slide. Without either, the class `at-end` says so. */
  showAfter(place: Omit<ShowMessage, 'type' | 'origin'>): void {
    this.#enqueue(() => {
      const { api } = this.#deck;
      const section = this.#dom.part(place.id, place.part);
      if (!api || !section) return;
      const places: string[] = [];
      const note = () => places.push(JSON.stringify(api.getIndices()));
      this.#deck.silently(() => {
        this.#deck.turnTo(section, place.fragment);
        note();
        api.next();
        note();
      });
      this.reveal.classList.toggle('at-end', places[0] === places[1]);
      this.#afterMove(false);
    });
  }

  #open(id: SlideId): void {
    const section = this.#dom.part(id);
    if (!section) return;
    // While the overview is open it goes there immediately, so that nothing else is shown in between.
    this.#deck.turnTo(section);
    this.#deck.api?.toggleOverview(false);
  }

  #finish(sections: readonly HTMLElement[]): void {
    finishSlides(sections, this.#message!, () => this.#layOut(sections));
  }

  /** The content of these slides has changed, or how large it is. */
  #layOut(sections: readonly HTMLElement[]): void {
    this.#deck.sizeContents(sections);
    this.#center(sections);
  }

  #center(sections: readonly HTMLElement[]): void {
    const shown = sections.flatMap(partsOf).filter(({ style }) => {
      return style.display !== 'none' || this.#isSorting;
    });
    center(shown, this.#stage.screen.canvas.height, this.#deck.api?.getConfig().center === true);
  }

  async #measure(message: MeasureMessage): Promise<void> {
    const slides = this.#deck.api && (await this.#meter.measure(message, this.#message!.mermaid));
    if (slides) this.post({ type: 'measured', run: message.run, slides });
  }

  #afterMove(byUser: boolean): void {
    const before = this.#current;
    this.#current = this.#dom.idOf(this.#deck.currentSection);
    if (this.#current !== before) this.#overflow = [];
    this.#showOverflow();
    this.#sorter?.select(this.#current);
    this.#report(byUser);
    this.#hold();
  }

  #report(byUser: boolean): void {
    const { api } = this.#deck;
    if (this.#current === undefined || !api || !this.#message) return;
    const { h, v } = api.getIndices();
    const part = this.#dom.indexOfPart(this.#deck.currentSection);
    const fragment = this.#fragment() ?? -1;
    const { document, locked } = this.#message;
    this.persist({ document, locked, h, v: part === undefined ? (v ?? 0) : 0, part: part ?? 0, fragment });
    this.post({ type: 'shown', id: this.#current, part: part ?? 0, fragment, byUser });
  }

  /** The last step that is shown, or will be; undefined if the slide has none. */
  #fragment(): number | undefined {
    return this.#awaited?.id === this.#current ? this.#awaited?.fragment : this.#deck.api?.getIndices().f;
  }

  /** Asks for the content of the slides around the current one, and drops content far away. */
  #hold(): void {
    const inView = this.#isSorting ? this.#sorter!.visible() : [];
    const needed = new Set([...neighbors(this.#dom, this.#deck.api, this.#current), ...inView]);
    const { filled } = this.#dom;
    if (!this.setup.keepsContent && filled.size > (this.#isSorting ? MAX_FILLED_IN_OVERVIEW : MAX_FILLED)) {
      this.#dom.empty([...filled].filter((id) => !needed.has(id)));
    }
    this.post({ type: 'hold', ids: [...new Set([...needed, ...filled])] });
  }
}
