import type * as vscode from 'vscode';
import type { Deck, Slide, SlideContent } from '../core/deck/deck';
import { type SlideId, SlideIds } from '../core/deck/slideIds';
import type { RenderedSlide } from '../core/render/rendered';
import { overflowInWords } from '../services/overflow';
import type { Services } from '../services/services';
import { spokenName } from '../services/slideWords';
import {
  appearanceOf,
  DeckMessages,
  hasStyle,
  noticesOf,
  type PageLook,
  type PreviewState,
} from './deckMessages';
import { Measuring } from './measuring';
import type { MeasuredSlide } from './messages';
import type { PageLink } from './pageLink';
import { Pictures } from './pictures';
import { SlideRenderer } from './slideRenderer';
import { StyleFiles } from './styleFiles';

/** A slide, which part of it is shown, and its last fragment; no slide if the deck has none there. */
interface ShownSlide {
  readonly slide: Slide | undefined;
  readonly part: number;
  readonly fragment: number;
}

/**
 * Keeps a page informed about one deck at a time: its shape and look, the slides it holds and which are too
 * large.
 */
export class DeckFeed implements vscode.Disposable {
  readonly #ids = new SlideIds();
  #messages: DeckMessages;
  #styleFiles: StyleFiles;
  #pageLook: { readonly from: readonly unknown[]; readonly pageLook: PageLook } | null = null;
  readonly #renderer: SlideRenderer;
  #measuring: Measuring | null;
  #deck: Deck | null = null;
  #toldOverflow = '';
  #announced: SlideId | undefined;

  constructor(
    readonly page: PageLink,
    readonly extensionUri: vscode.Uri,
    readonly services: Services,
    document: vscode.Uri,
    readonly setup: { readonly measures: boolean; readonly renderedNotes: boolean },
  ) {
    this.#messages = this.#newMessages();
    this.#styleFiles = this.#newStyleFiles(document);
    this.#renderer = new SlideRenderer(extensionUri, this.#newPictures(document), setup.renderedNotes);
    this.#measuring = this.#newMeasuring(document);
  }

  dispose(): void {
    // What is being rendered for the page is too late.
    this.#deck = null;
    this.#measuring?.dispose();
  }

  /** The deck as the page knows it, or is about to. */
  get deck(): Deck | null {
    return this.#deck;
  }

  idAt(index: number): SlideId | undefined {
    return this.#ids.at(index);
  }

  slideOf(id: SlideId): Slide | undefined {
    const index = this.#ids.indexOf(id);
    return index === undefined ? undefined : this.#deck?.slides[index];
  }

  /** Slides of the deck as the page shows them, whether or not it has them. */
  rendered(deck: Deck, slides: readonly Slide[]): Promise<readonly RenderedSlide[]> {
    return this.#renderer.settled(deck, (render) => slides.map(render));
  }

  /** The current version of a slide of the page in its deck. */
  slideIn(deck: Deck, id: SlideId): Slide | undefined {
    this.#take(deck);
    return this.slideOf(id);
  }

  #take(deck: Deck): void {
    this.#deck = deck;
    this.#ids.update(deck.slides);
  }

  /** The page is gone, or there is a new one: it knows nothing. */
  pageLost(): void {
    this.page.lost();
    this.#nothingTold();
    this.#measuring?.pageLost();
  }

  /** The page goes on with another deck. */
  otherDeck(document: vscode.Uri): void {
    this.#deck = null;
    this.#ids.clear();
    this.#messages = this.#newMessages();
    this.#styleFiles = this.#newStyleFiles(document);
    this.#measuring?.dispose();
    this.#measuring = this.#newMeasuring(document);
    this.page.otherDeck();
    this.#nothingTold();
    this.renderingsStale(document);
  }

  /** Settings, trust or files changed: nothing rendered so far is valid. */
  renderingsStale(document: vscode.Uri): void {
    this.#renderer.renderingsStale(this.#newPictures(document));
    this.#measuring?.renderingsStale();
  }

  #nothingTold(): void {
    this.#toldOverflow = '';
    this.#announced = undefined;
  }

  /** Slides that are as large as the panel need to be measured again. */
  panelResized(): void {
    this.#measuring?.renderingsStale();
  }

  /** Whether a picture is looked for in this file or folder. */
  dependsOn(file: vscode.Uri): boolean {
    return this.#renderer.pictures.dependsOn(file);
  }

  /** Whether a style sheet is looked for in this file or folder. */
  stylesDependOn(file: vscode.Uri): boolean {
    return this.#styleFiles.dependsOn(file);
  }

  /** Whether the text of this file is one of the deck's style sheets. */
  isStyleSheet(file: vscode.Uri): boolean {
    return this.#styleFiles.readsText(file);
  }

  /** Where a click on the notice with this number leads; null if nowhere. */
  noticeOffset(index: number, document: vscode.TextDocument): number | null {
    const unapplied = this.#pageLook?.pageLook.unapplied ?? [];
    return this.#deck ? (noticesOf(this.#deck, unapplied, document)[index]?.offset ?? null) : null;
  }

  /** Brings the page up to date. `place` is where it is, or is about to go. */
  async update(state: PreviewState, place: () => ShownSlide): Promise<void> {
    const deck = this.services.decks.deckOf(state.document);
    this.#take(deck);
    if (!this.page.ready) return;
    const messages = this.#messages;
    const pageLook = await this.#lookUp(deck, messages);
    const { message, slides } = await this.#renderer.settled(deck, (render) => ({
      message: messages.of(deck, state, this.#ids, this.#renderer.pictures, pageLook, render),
      slides: this.#wantedSlides(deck, place().slide).map(
        (slide) => [this.#ids.at(slide.index)!, render(slide)] as const,
      ),
    }));
    // Another deck is due by now, which the next update shows.
    if (this.#deck !== deck) return;
    if (this.page.sendDeck(message)) this.#sendTo(place());
    this.page.sendSlides(slides);
    this.#measuring?.update(deck, appearanceOf(message, deck));
  }

  /** Style sheets are long, and stay the same while the deck is typed. */
  async #lookUp(deck: Deck, messages: DeckMessages): Promise<PageLook> {
    const look = messages.lookOf(deck);
    const styles = await this.#styleFiles.of(look);
    const { pictures } = this.#renderer;
    const from = [JSON.stringify(look), styles, pictures];
    if (!this.#pageLook || from.some((each, index) => each !== this.#pageLook!.from[index])) {
      const pageLook = await this.#renderer.settled(deck, () =>
        messages.pageLook(look, styles, pictures.resolveInStyles),
      );
      this.#pageLook = { from, pageLook };
    }
    return this.#pageLook.pageLook;
  }

  #sendTo({ slide, part, fragment }: ShownSlide): void {
    const id = this.#ids.at(slide?.index ?? 0)!;
    this.page.post({ type: 'show', id, part, fragment, origin: 'restore' });
  }

  takeMeasured(run: number, slides: readonly MeasuredSlide[]): void {
    this.#measuring?.take(run, slides);
  }

  /** Reports which slide is shown, when it changes. */
  announce(id: SlideId): void {
    const slide = this.slideOf(id);
    if (!slide || !this.#deck || id === this.#announced) return;
    this.#announced = id;
    this.page.post({ type: 'announce', text: spokenName(slide, this.#deck) });
  }

  /** Reports that the shown slide does not fit. The notice stays until the slide is measured again. */
  tellOverflow(id: SlideId, content: SlideContent): void {
    const overflows = this.#measuring?.resultsOf(content);
    if (overflows === undefined) return;
    const notices = overflows.map((overflow) => (overflow ? overflowInWords(overflow) : ''));
    const told = JSON.stringify([id, notices]);
    if (told === this.#toldOverflow) return;
    this.#toldOverflow = told;
    this.page.post({ type: 'overflow', id, notices });
  }

  /**
   * What the page holds; the slide it is on or about to go to, with its neighbors; and every slide with a
   * style sheet, since that styles the whole deck.
   */
  #wantedSlides(deck: Deck, shown: Slide | undefined): readonly Slide[] {
    const at = shown?.index ?? 0;
    return deck.slides.filter(
      ({ index, content }) =>
        Math.abs(index - at) <= 1 || this.page.held.has(this.#ids.at(index)!) || hasStyle(content),
    );
  }

  #newMessages(): DeckMessages {
    return new DeckMessages(this.page.webview, this.extensionUri);
  }

  #newStyleFiles(document: vscode.Uri): StyleFiles {
    return new StyleFiles(document, this.extensionUri, this.services);
  }

  #newPictures(document: vscode.Uri): Pictures {
    return new Pictures(document, this.page.webview, this.services);
  }

  #newMeasuring(document: vscode.Uri): Measuring | null {
    if (!this.setup.measures) return null;
    const results = this.services.overflows.measure(document);
    return new Measuring(this.page, this.#ids, this.#renderer, results, this.services.log);
  }
}
