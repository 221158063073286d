import type { LogOutputChannel } from 'vscode';
import type { Deck, Slide, SlideContent } from '../core/deck/deck';
import type { SlideId, SlideIds } from '../core/deck/slideIds';
import type { Overflow } from '../core/lint/height/overflow';
import type { Measurement } from '../services/overflow';
import type { MeasuredSlide, SlideMessage } from './messages';
import type { PageLink } from './pageLink';
import type { Render, SlideRenderer } from './slideRenderer';

/** Milliseconds without a change after which slides that the page does not hold are measured. */
const PAUSE = 300;
/**
 * Milliseconds after which an answer from the page is no longer expected, for example because it is hidden.
 */
const PATIENCE = 2000;
/** The most that one message asks for: slides, and characters of their HTML. */
const MAX_BATCH = 20;
const MAX_BATCH_HTML = 200_000;

/**
 * Has the page measure every slide of a deck once, a few at a time: immediately those it holds, such as the
 * one being edited, the others when nobody types. A slide is measured again when its text or the deck's look
 * changes.
 */
export class Measuring {
  /**
   * All decks share the numbers: a page that shows another deck by now may still answer for the previous one.
   */
  static #runs = 0;

  /** The deck as the page has it since the last update; null while nothing is to be measured. */
  #current: { readonly deck: Deck } | null = null;
  #look = '';
  /** For each part of a slide how it fits: null if it does. */
  #measured = new WeakMap<SlideContent, readonly (Overflow | null)[]>();
  /** The batch the page works on, with what it was told of its slides. */
  #pending: { readonly run: number; readonly contents: ReadonlyMap<SlideId, SlideContent> } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly page: PageLink,
    readonly ids: SlideIds,
    readonly renderer: SlideRenderer,
    readonly results: Measurement,
    readonly log: Pick<LogOutputChannel, 'error'>,
  ) {}

  dispose(): void {
    this.pageLost();
    this.results.dispose();
  }

  /** The page is gone, and with it what it works on. Nothing is asked of it before the next update. */
  pageLost(): void {
    this.#current = null;
    clearTimeout(this.#timer);
    clearTimeout(this.#patience);
    this.#timer = undefined;
    this.#pending = null;
    this.results.isRunning = false;
  }

  /** Pictures or settings changed: earlier measurements may not be valid. */
  renderingsStale(): void {
    this.pageLost();
    this.#measured = new WeakMap();
  }

  /**
   * The page was brought up to date. `look` covers everything except their text that determines the size of
   * slides.
   */
  update(deck: Deck, look: string): void {
    if (look !== this.#look) this.renderingsStale();
    this.#look = look;
    this.#current = { deck };
    this.#expectAnswer(deck);
    const held = this.#unmeasuredOnPage(deck);
    if (held.length > 0) this.#send(held, []);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.results.keepOnly(new Set(deck.slides.map(({ content }) => content)));
      this.#measureOthers();
    }, PAUSE);
  }

  #expectAnswer(deck: Deck): void {
    this.results.isRunning = true;
    clearTimeout(this.#patience);
    this.#patience = setTimeout(() => {
      this.results.isRunning = false;
      const isLeft = deck.slides.some(({ content }) => !this.#measured.has(content));
      if (isLeft) this.results.changed();
    }, PATIENCE);
  }

  /** The page's answer. */
  take(run: number, slides: readonly MeasuredSlide[]): void {
    if (run !== this.#pending?.run) return;
    const { contents } = this.#pending;
    this.#pending = null;
    const measured = [...contents].map(([id, content]) => [content, partsOf(id, slides)] as const);
    for (const [content, parts] of measured) this.#measured.set(content, parts);
    this.results.set(
      measured.flatMap(([content, parts]) =>
        parts.length > 0 ? [[content, parts.find((part) => part !== null) ?? null] as const] : [],
      ),
    );
    if (this.#timer === undefined) this.#measureOthers();
  }

  /** For each part of a slide how it fits: null if it does. Undefined if the slide is not measured yet. */
  resultsOf(content: SlideContent): readonly (Overflow | null)[] | undefined {
    return this.#measured.get(content);
  }

  #unmeasuredOnPage(deck: Deck): Slide[] {
    return [...this.page.held].flatMap((id) => {
      const slide = deck.slides[this.ids.indexOf(id) ?? -1];
      if (!slide || this.#measured.has(slide.content)) return [];
      return this.page.has(id, this.renderer.known(slide)) ? [slide] : [];
    });
  }

  #measureOthers(): void {
    this.#sendOthers().catch((error) => this.log.error('Slides could not be measured', error));
  }

  async #sendOthers(): Promise<void> {
    const current = this.#current;
    if (!current || !this.page.ready || this.#pending) return;
    const { deck } = current;
    const batch = await this.renderer.settled(deck, (render) => this.#nextBatch(deck, render));
    // Whatever happened in between has led to another batch, or will.
    if (current !== this.#current || this.#pending) return;
    if (batch.length === 0) return;
    this.#send(
      batch.map(([slide]) => slide),
      batch.map(([, message]) => message),
    );
  }

  #nextBatch(deck: Deck, render: Render): [Slide, SlideMessage][] {
    const batch: [Slide, SlideMessage][] = [];
    let length = 0;
    for (const slide of deck.slides) {
      const id = this.ids.at(slide.index);
      if (id === undefined || this.#measured.has(slide.content)) continue;
      const rendered = render(slide);
      if (rendered.html.length > MAX_BATCH_HTML) {
        // It would keep the page busy for too long.
        this.#measured.set(slide.content, []);
        continue;
      }
      length += rendered.html.length;
      if (length > MAX_BATCH_HTML || batch.length === MAX_BATCH) break;
      batch.push([slide, { id, ...rendered }]);
    }
    return batch;
  }

  /** Slides without a message of their own are those the page holds. */
  #send(slides: readonly Slide[], messages: readonly SlideMessage[]): void {
    const contents = new Map(slides.map(({ index, content }) => [this.ids.at(index)!, content]));
    const run = ++Measuring.#runs;
    this.#pending = { run, contents };
    const given = new Set(messages.map(({ id }) => id));
    const held = [...contents.keys()].filter((id) => !given.has(id));
    this.page.post({ type: 'measure', run, held, slides: messages });
  }
}

function partsOf(id: SlideId, slides: readonly MeasuredSlide[]): (Overflow | null)[] {
  return slides
    .filter((slide) => slide.id === id)
    .sort((a, b) => a.part - b.part)
    .map(({ height, width, tooTall, tooWide }) =>
      height + width > 0 ? { height, width, tooTall, tooWide } : null,
    );
}
