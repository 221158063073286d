import * as vscode from 'vscode';
import type { SlideId } from '../core/deck/slideIds';
import type { RenderedSlide } from '../core/render/rendered';
import { type PageParts, slidesHtml } from './html';
import type { DeckMessage, ToWebview } from './messages';
import { pictureRoots, remotePicturesAllowed } from './pictures';

/**
 * The connection to a page that shows slides, and a record of what the page knows, so that it is sent only
 * what is new. `Own` are messages that only some pages take.
 */
export class PageLink<Own extends { readonly type: string } = never> {
  /** The page runs and listens; messages before that would be lost. */
  #ready = false;
  #sentDeck = '';
  readonly #sentSlides = new Map<SlideId, RenderedSlide>();
  #held: ReadonlySet<SlideId> = new Set();

  /** `envelope` is what each message is in, for a page that has several decks. */
  constructor(
    readonly webview: vscode.Webview,
    readonly parts: PageParts,
    readonly log: vscode.LogOutputChannel,
    readonly envelope: (message: ToWebview | Own) => unknown = (message) => message,
  ) {}

  /** Creates the page again. It may load what belongs to the deck at this address, and no more. */
  load(extensionUri: vscode.Uri, deck: vscode.Uri, roots = pictureRoots(deck)): void {
    const own = ['preview', 'page'].map((name) => vscode.Uri.joinPath(extensionUri, 'dist', name));
    this.webview.options = {
      enableScripts: true,
      enableForms: false,
      enableCommandUris: false,
      localResourceRoots: [...own, ...roots],
    };
    this.webview.html = slidesHtml(this.webview, extensionUri, remotePicturesAllowed(deck), this.parts);
  }

  get ready(): boolean {
    return this.#ready;
  }

  /** The page runs. */
  start(): void {
    this.#ready = true;
  }

  /** The page is gone, or there is a new one that is not ready yet. */
  lost(): void {
    this.#ready = false;
    this.#forgetSent();
  }

  /** The page knows nothing of the next deck. */
  otherDeck(): void {
    this.#forgetSent();
  }

  #forgetSent(): void {
    this.#sentDeck = '';
    this.#sentSlides.clear();
    this.#held = new Set();
  }

  /** The slides the page has or wants. */
  get held(): ReadonlySet<SlideId> {
    return this.#held;
  }

  /** The page has dropped, or never wanted, all slides but these. */
  keepOnly(ids: readonly SlideId[]): void {
    this.#held = new Set(ids);
    for (const id of this.#sentSlides.keys()) if (!this.#held.has(id)) this.#sentSlides.delete(id);
  }

  /** Whether the page has exactly this in the slide's place. */
  has(id: SlideId, rendered: RenderedSlide | undefined): boolean {
    return rendered !== undefined && this.#sentSlides.get(id) === rendered;
  }

  /** True if this is the first message about a deck. */
  sendDeck(message: DeckMessage): boolean {
    const serialized = JSON.stringify(message);
    if (serialized === this.#sentDeck) return false;
    const first = this.#sentDeck === '';
    this.#sentDeck = serialized;
    this.post(message);
    return first;
  }

  sendSlides(slides: readonly (readonly [SlideId, RenderedSlide])[]): void {
    const news = slides.filter(([id, rendered]) => !this.has(id, rendered));
    if (news.length === 0) return;
    for (const [id, rendered] of news) this.#sentSlides.set(id, rendered);
    this.post({ type: 'slides', slides: news.map(([id, rendered]) => ({ id, ...rendered })) });
  }

  post(message: ToWebview | Own): void {
    if (!this.#ready) return;
    this.webview
      .postMessage(this.envelope(message))
      .then(undefined, (error) => this.log.error(`The page did not take "${message.type}"`, error));
  }
}

/** What a page's policy and roots depend on: decks with the same key can share a page. */
export function pageKey({ uri }: vscode.TextDocument): string {
  return [remotePicturesAllowed(uri), ...pictureRoots(uri)].join(' ');
}
