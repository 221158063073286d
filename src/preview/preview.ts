import * as vscode from 'vscode';
import type { Deck, Slide } from '../core/deck/deck';
import { cursorTarget, slideAtIndices } from '../core/deck/slideAt';
import type { RenderedSlide } from '../core/render/rendered';
import type * as Renderer from '../core/render/renderSlide';
import { loadBundle } from '../services/loadBundle';
import type { Services } from '../services/services';
import { DeckMessages } from './deckMessages';
import { EmojiPictures } from './emojiPictures';
import { previewHtml } from './html';
import { openLink } from './links';
import {
  type DeckMessage,
  type FromWebview,
  type Origin,
  type PersistedState,
  readMessage,
  type SlideId,
  type ToWebview,
} from './messages';
import { Pictures, pictureRoots, remotePicturesAllowed } from './pictures';
import { SlideIds } from './slideIds';

/** A user's gesture in the preview that concerns the editor. */
export interface SourceRequest {
  readonly document: vscode.TextDocument;
  readonly offset: number;
  /** Go there and put the keyboard focus there, rather than only move the cursor of an open editor. */
  readonly open: boolean;
}

const STYLE_ELEMENT = /<style/i;

/** One webview panel that shows one deck at a time. */
export class Preview implements vscode.Disposable {
  static readonly viewType = 'deckwright.preview';

  readonly #subscriptions: vscode.Disposable[] = [];
  readonly #closed = new vscode.EventEmitter<void>();
  readonly #sourceRequested = new vscode.EventEmitter<SourceRequest>();
  readonly onDidClose = this.#closed.event;
  readonly onDidRequestSource = this.#sourceRequested.event;

  #document: vscode.TextDocument;
  #locked: boolean;
  readonly #ids = new SlideIds();
  readonly #messages: DeckMessages;
  #deck: Deck | null = null;
  #pictures!: Pictures;
  readonly #emoji: EmojiPictures;
  #rendered = new WeakMap<Slide['content'], RenderedSlide>();

  /** The page runs and listens; messages before that would be lost. */
  #ready = false;
  /** What the page was last told, so that it is only told what is new. */
  #sentDeck = '';
  #sentSlides = new Map<SlideId, RenderedSlide>();
  #held: ReadonlySet<SlideId> = new Set();
  /** Where the page is, or where it is to go once it runs. */
  #position: { slide: Pick<Slide, 'h' | 'v'>; fragment: number };
  #shownId: SlideId | undefined;
  #refreshing: Promise<void> | null = null;
  #stale = false;
  #disposed = false;

  constructor(
    readonly panel: vscode.WebviewPanel,
    document: vscode.TextDocument,
    restored: Omit<PersistedState, 'document'>,
    readonly extensionUri: vscode.Uri,
    readonly services: Services,
  ) {
    this.#document = document;
    this.#locked = restored.locked;
    this.#position = { slide: { h: restored.h, v: restored.v }, fragment: restored.fragment };
    this.#emoji = new EmojiPictures(extensionUri);
    this.#messages = new DeckMessages(panel.webview, extensionUri);
    panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'preview.svg');
    this.#subscriptions.push(
      this.#closed,
      this.#sourceRequested,
      panel.onDidDispose(() => this.dispose()),
      panel.webview.onDidReceiveMessage((value) => this.#receive(readMessage(value))),
      services.folders.onDidChange((file) => {
        // Saving the deck itself changes no picture.
        if (file.toString() !== this.#document.uri.toString()) this.renderAgain();
      }),
      services.decks.onDidChange((changed) => this.#onDeckChange(changed)),
    );
    this.setUpPage();
  }

  get document(): vscode.TextDocument {
    return this.#document;
  }

  get locked(): boolean {
    return this.#locked;
  }

  set locked(locked: boolean) {
    this.#locked = locked;
    this.#updateTitle();
    this.refresh();
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#closed.fire();
    vscode.Disposable.from(...this.#subscriptions).dispose();
    this.panel.dispose();
  }

  /** Shows another deck in the same panel. */
  follow(document: vscode.TextDocument, slide: Pick<Slide, 'h' | 'v'>): void {
    if (document === this.#document) return;
    const samePage = pageKey(document) === pageKey(this.#document);
    this.#document = document;
    this.#deck = null;
    this.#messages.forget();
    this.#position = { slide, fragment: -1 };
    this.#forgetSent();
    this.#ids.clear();
    if (samePage) {
      this.#updateTitle();
      this.renderAgain();
    } else {
      this.setUpPage();
    }
  }

  /** Moves the page to a slide, unless it is there. */
  show(slide: Slide, origin: Origin): void {
    const { h, v } = this.#position.slide;
    if (slide.h !== h || slide.v !== v) {
      this.#position = { slide, fragment: -1 };
      this.refresh();
    }
    // By its number, since an edit may just have put the slide in the place of the one that is shown.
    this.#afterRefresh(() => {
      const id = this.#ids.at(slide.index);
      if (id === undefined || id === this.#shownId) return;
      this.#shownId = id;
      this.#post({ type: 'show', id, origin });
    });
  }

  /** The slide that is shown, as far as the deck still has it. */
  get shownSlide(): Slide | undefined {
    const { h, v } = this.#position.slide;
    return this.#deck ? slideAtIndices(this.#deck, h, v) : undefined;
  }

  /** Settings, trust or files changed: nothing rendered so far holds. */
  renderAgain(): void {
    this.#pictures = new Pictures(this.#document.uri, this.panel.webview, this.services.folders);
    this.#rendered = new WeakMap();
    this.refresh();
  }

  /** Brings the page up to date. Keystrokes that come while one update runs share the next. */
  refresh(): void {
    this.#stale = true;
    this.#refreshing ??= this.#refreshUntilFresh().finally(() => {
      this.#refreshing = null;
    });
  }

  /** Makes the page anew, as is due when trust or settings change: its policy depends on them. */
  setUpPage(): void {
    const { webview } = this.panel;
    this.#ready = false;
    const own = ['preview', 'page'].map((name) => vscode.Uri.joinPath(this.extensionUri, 'dist', name));
    const roots = [...own, ...pictureRoots(this.#document.uri)];
    webview.options = {
      enableScripts: true,
      enableForms: false,
      enableCommandUris: false,
      localResourceRoots: roots,
    };
    webview.html = previewHtml(webview, this.extensionUri, remotePicturesAllowed(this.#document.uri));
    this.#updateTitle();
    this.renderAgain();
  }

  /** From here on the page knows nothing of the deck. */
  #forgetSent(): void {
    this.#sentDeck = '';
    this.#sentSlides.clear();
    this.#held = new Set();
    this.#shownId = undefined;
  }

  #updateTitle(): void {
    const name = this.#document.uri.path.replace(/^.*\//, '');
    this.panel.title = this.#locked
      ? vscode.l10n.t('[Preview] {0}', name)
      : vscode.l10n.t('Preview {0}', name);
  }

  async #onDeckChange(changed: vscode.TextDocument): Promise<void> {
    if (changed.uri.toString() !== this.#document.uri.toString()) return;
    if (changed.isClosed) {
      // No editor shows the deck any more; the preview keeps it open to go on seeing its changes.
      try {
        this.#document = await vscode.workspace.openTextDocument(changed.uri);
      } catch {
        return;
      }
    } else {
      this.#document = changed;
    }
    this.refresh();
  }

  async #refreshUntilFresh(): Promise<void> {
    // Leaves the caller's turn, so that all changes of one edit are taken together.
    await Promise.resolve();
    while (this.#stale && !this.#disposed) {
      this.#stale = false;
      try {
        await this.#update();
      } catch (error) {
        this.services.log.error('The preview could not be updated', error as Error);
      }
    }
  }

  #afterRefresh(then: () => void): void {
    void (this.#refreshing ?? Promise.resolve()).then(() => {
      if (!this.#disposed) then();
    });
  }

  async #update(): Promise<void> {
    const deck = this.services.decks.deckOf(this.#document);
    if (deck.dialect !== this.#deck?.dialect) this.#rendered = new WeakMap();
    this.#deck = deck;
    this.#ids.update(deck.slides);
    if (!this.#ready) return;
    // Its libraries are heavy, and who only edits markdown never needs them.
    const { renderSlide } = await loadBundle<typeof Renderer>(this.extensionUri, 'renderer.js');
    if (this.#deck !== deck) return;
    let message: DeckMessage;
    let slides: [SlideId, RenderedSlide][];
    do {
      message = this.#messages.of(deck, this.#document, this.#locked, this.#ids, this.#pictures);
      slides = this.#wantedSlides(deck).map(({ index, content }) => [
        this.#ids.at(index)!,
        this.#render(content, renderSlide),
      ]);
    } while ((await this.#settlePictures()) && this.#deck === deck);
    // Another deck is to be shown by now, and the next update does it.
    if (this.#deck !== deck) return;
    this.#sendDeck(message, deck);
    this.#sendSlides(slides);
  }

  #sendDeck(message: DeckMessage, deck: Deck): void {
    const serialized = JSON.stringify(message);
    if (serialized === this.#sentDeck) return;
    const first = this.#sentDeck === '';
    this.#sentDeck = serialized;
    this.#post(message);
    if (first) this.#restorePosition(deck);
  }

  #restorePosition(deck: Deck): void {
    const { slide, fragment } = this.#position;
    const index = (slideAtIndices(deck, slide.h, slide.v) ?? deck.slides[0]!).index;
    this.#post({ type: 'show', id: this.#ids.at(index)!, fragment, origin: 'restore' });
  }

  #sendSlides(slides: readonly [SlideId, RenderedSlide][]): void {
    const news = slides.filter(([id, rendered]) => this.#sentSlides.get(id) !== rendered);
    if (news.length === 0) return;
    for (const [id, rendered] of news) this.#sentSlides.set(id, rendered);
    this.#post({ type: 'slides', slides: news.map(([id, rendered]) => ({ id, ...rendered })) });
  }

  async #settlePictures(): Promise<boolean> {
    const settled = await Promise.all([this.#pictures.settle(), this.#emoji.settle()]);
    const renderAnew = settled.includes(true);
    if (renderAnew) this.#rendered = new WeakMap();
    return renderAnew;
  }

  /**
   * What the page holds; the slide it is on or about to go to, with its neighbours; and every slide with a style
   * sheet, since that styles the whole deck.
   */
  #wantedSlides(deck: Deck): readonly Slide[] {
    const shown = this.shownSlide?.index ?? 0;
    return deck.slides.filter(
      ({ index, content }) =>
        Math.abs(index - shown) <= 1 ||
        this.#held.has(this.#ids.at(index)!) ||
        STYLE_ELEMENT.test(content.text),
    );
  }

  #render(content: Slide['content'], renderSlide: typeof Renderer.renderSlide): RenderedSlide {
    let rendered = this.#rendered.get(content);
    if (!rendered) {
      const { resolve } = this.#pictures;
      rendered = renderSlide(content, {
        dialect: this.#deck!.dialect,
        resolve,
        sourceLines: true,
        emoji: this.#emoji.url,
      });
      this.#rendered.set(content, rendered);
    }
    return rendered;
  }

  #post(message: ToWebview): void {
    if (this.#ready) void this.panel.webview.postMessage(message);
  }

  #receive(message: FromWebview | null): void {
    switch (message?.type) {
      case 'ready':
        this.#ready = true;
        this.#forgetSent();
        this.refresh();
        break;
      case 'hold':
        this.#hold(new Set(message.ids));
        break;
      case 'shown':
        this.#onShown(message.id, message.fragment, message.byUser);
        break;
      case 'source':
        this.#onSource(message.id, message.line);
        break;
      case 'notice': {
        const problem = this.#deck?.problems[message.index];
        if (problem) this.#requestSource(problem.span.start, true);
        break;
      }
      case 'openLink':
        void openLink(message.href, this.#document.uri);
        break;
    }
  }

  #hold(ids: ReadonlySet<SlideId>): void {
    for (const id of this.#sentSlides.keys()) {
      if (!ids.has(id)) this.#sentSlides.delete(id);
    }
    this.#held = ids;
    this.refresh();
  }

  #onShown(id: SlideId, fragment: number, byUser: boolean): void {
    const slide = this.#slideOf(id);
    if (!slide) return;
    this.#shownId = id;
    this.#position = { slide, fragment };
    if (byUser) this.#requestSource(cursorTarget(slide), false);
  }

  #onSource(id: SlideId, line: number): void {
    const slide = this.#slideOf(id);
    if (!slide) return;
    const last = slide.line + slide.content.lineEnds;
    const position = new vscode.Position(Math.min(slide.line + line, last), 0);
    this.#requestSource(this.#document.offsetAt(position), true);
  }

  #slideOf(id: SlideId): Slide | undefined {
    const index = this.#ids.indexOf(id);
    return index === undefined ? undefined : this.#deck?.slides[index];
  }

  #requestSource(offset: number, open: boolean): void {
    this.#sourceRequested.fire({ document: this.#document, offset, open });
  }
}

/** What the page's policy and roots depend on: decks with the same key can share a page. */
function pageKey({ uri }: vscode.TextDocument): string {
  return [remotePicturesAllowed(uri), ...pictureRoots(uri)].join(' ');
}
