import * as vscode from 'vscode';
import type { Slide } from '../core/deck/deck';
import { cursorTarget, slideAtIndices } from '../core/summary/slideAt';
import type { DeckView } from '../services/currentSlide';
import { documentName } from '../services/documentFile';
import type { Services } from '../services/services';
import { isInTab } from '../services/tabs';
import { activated } from '../slides/activated';
import { DeckFeed } from '../slides/deckFeed';
import type { PreviewState } from '../slides/deckMessages';
import {
  type FromWebview,
  type Origin,
  type PersistedState,
  readMessage,
  type ShownMessage,
  type SlideId,
} from '../slides/messages';
import { PageLink, pageKey } from '../slides/pageLink';
import { Updates } from '../slides/updates';
import { watchFiles } from '../slides/watchFiles';
import { Conflicts } from './conflicts';
import { CopiedPictures } from './copiedPictures';
import type { ToPreview } from './messages';
import { Notes } from './notes';
import { PREVIEW_PAGE } from './page';
import { Requests, type SourceRequest } from './requests';

interface ShownPlace {
  readonly slide: Pick<Slide, 'h' | 'v'>;
  readonly part: number;
  readonly fragment: number;
}

/** One webview panel that shows one deck at a time. */
export class Preview implements DeckView, vscode.Disposable {
  static readonly viewType = 'deckwright.preview';

  readonly #subscriptions: vscode.Disposable[] = [];
  readonly #closed = new vscode.EventEmitter<void>();
  readonly #viewChanged = new vscode.EventEmitter<{ readonly byUser: boolean }>();
  readonly onDidClose = this.#closed.event;
  readonly onDidChangeView = this.#viewChanged.event;

  #document: vscode.TextDocument;
  #locked: boolean;
  #lost = false;
  readonly #page: PageLink<ToPreview>;
  readonly #feed: DeckFeed;
  readonly #requests: Requests;
  readonly #updates: Updates;
  readonly #notes: Notes;
  readonly #conflicts: Conflicts;
  readonly #pictures: CopiedPictures;

  /** Where the page is, or where it should go once it runs. */
  #position: ShownPlace;
  #shownId: SlideId | undefined;
  /** To be done once the page has the deck. */
  #wantsOverview = false;
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
    const { h, v, part, fragment } = restored;
    this.#position = { slide: { h, v }, part, fragment };
    this.#page = new PageLink(panel.webview, PREVIEW_PAGE, services.log);
    this.#feed = new DeckFeed(this.#page, extensionUri, services, document.uri, {
      measures: true,
      renderedNotes: false,
    });
    this.#requests = new Requests(this.#feed, services, () => this.#state);
    this.#updates = new Updates(() => this.#update(), services.log);
    this.#notes = new Notes(this.#feed, this.#page, () => this.#document, services);
    this.#conflicts = new Conflicts(this.#feed, this.#page, () => this.#document, services);
    this.#pictures = new CopiedPictures(this.#page);
    services.lostFiles.watch(document.uri);
    panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'preview.svg');
    this.#subscriptions.push(
      this.#closed,
      this.#pictures,
      this.#requests,
      this.#updates,
      this.#viewChanged,
      panel.onDidChangeViewState(() => this.#viewChanged.fire({ byUser: false })),
      panel.onDidDispose(() => this.dispose()),
      panel.webview.onDidReceiveMessage((value) => this.#receive(readMessage(value))),
      panel.webview.onDidReceiveMessage((value) => this.#notes.take(value)),
      panel.webview.onDidReceiveMessage((value) => this.#conflicts.take(value)),
      panel.webview.onDidReceiveMessage((value) => this.#pictures.take(value)),
      watchFiles(this.#feed, services, this),
      services.decks.onDidChange((changed) => this.#onDeckChange(changed)),
    );
    this.#updateTitle();
    this.loadPage();
  }

  get document(): vscode.TextDocument {
    return this.#document;
  }

  get onDidRequestSource(): vscode.Event<SourceRequest> {
    return this.#requests.onDidRequestSource;
  }

  get active(): boolean {
    return this.panel.active;
  }

  get visible(): boolean {
    return this.panel.visible;
  }

  get locked(): boolean {
    return this.#locked;
  }

  toggleLock(): void {
    this.#locked = !this.#locked;
    this.#updateTitle();
    this.refresh();
  }

  /** Whether the deck's file is gone, so that only this preview has its text. */
  get lost(): boolean {
    return this.#lost;
  }

  setLost(lost: boolean): void {
    if (lost === this.#lost) return;
    this.#lost = lost;
    this.refresh();
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#notes.dispose();
    this.#feed.dispose();
    this.#closed.fire();
    vscode.Disposable.from(...this.#subscriptions).dispose();
    this.panel.dispose();
  }

  /** Shows another deck in the same panel. */
  follow(document: vscode.TextDocument, slide: Pick<Slide, 'h' | 'v'>): void {
    if (document === this.#document) return;
    // An editor closes the old file before it opens the new one.
    const isSameDeck = !isInTab(this.#document.uri) && document.getText() === this.#document.getText();
    if (isSameDeck) this.moveTo(document);
    else this.#showAt(document, { slide, part: 0, fragment: -1 });
  }

  /** The deck has moved: shows it in its other document, on the same slide and step. */
  moveTo(document: vscode.TextDocument): void {
    if (document === this.#document) this.setLost(false);
    else this.#showAt(document, this.#position);
  }

  #showAt(document: vscode.TextDocument, position: ShownPlace): void {
    this.#notes.leave();
    this.#conflicts.leave();
    const isSamePage = pageKey(document) === pageKey(this.#document);
    this.#document = document;
    this.#lost = false;
    this.#position = position;
    this.#shownId = undefined;
    this.services.lostFiles.watch(document.uri);
    this.#feed.otherDeck(document.uri);
    this.#viewChanged.fire({ byUser: false });
    this.#updateTitle();
    if (isSamePage) this.refresh();
    else this.loadPage();
  }

  /** Moves the page to a slide, unless it is there. */
  show(slide: Slide, origin: Origin = 'editor'): void {
    const { h, v } = this.#position.slide;
    if (slide.h !== h || slide.v !== v) {
      this.#position = { slide, part: 0, fragment: -1 };
      this.#viewChanged.fire({ byUser: false });
      this.refresh();
    }
    // By its number, since an edit may have just put the slide in the place of the shown one.
    this.#updates.afterwards(() => {
      const id = this.#feed.idAt(slide.index);
      if (id === undefined || id === this.#shownId) return;
      this.#shownId = id;
      this.#page.post({ type: 'show', id, part: 0, origin });
    });
  }

  /** Gives the panel the keyboard focus. */
  focus(): Promise<void> {
    this.panel.reveal();
    return activated(this.panel);
  }

  /** Opens the slide sorter, or closes it. */
  toggleOverview(): void {
    this.#wantsOverview = true;
    this.refresh();
  }

  /** Gives the notes below the slide the keyboard focus. */
  editNotes(): void {
    this.#notes.focus();
    this.refresh();
  }

  /** Puts a picture onto the clipboard. `giveBack` is called when the panel no longer needs the keyboard focus for it. */
  copyPicture(picture: Promise<Uint8Array>, giveBack: () => void): Promise<void> {
    const copied = this.#pictures.copy(picture, { take: () => this.focus(), giveBack });
    this.refresh();
    return copied;
  }

  /** The slide that is shown, if the deck still has it. */
  get shownSlide(): Slide | undefined {
    const { h, v } = this.#position.slide;
    return this.#feed.deck ? slideAtIndices(this.#feed.deck, h, v) : undefined;
  }

  /** Settings, trust or files changed: nothing rendered so far is valid. */
  renderingsStale(): void {
    this.#feed.renderingsStale(this.#document.uri);
    this.refresh();
  }

  /** Brings the page up to date with what has changed since. */
  refresh(): void {
    this.#updates.request();
  }

  /** Creates the page again: its policy depends on trust and settings. */
  loadPage(): void {
    this.#feed.pageLost();
    this.#notes.leave();
    this.#conflicts.leave();
    this.#pictures.leave();
    this.#page.load(this.extensionUri, this.#document.uri);
    this.renderingsStale();
  }

  #updateTitle(): void {
    const name = documentName(this.#document);
    this.panel.title = this.#locked
      ? vscode.l10n.t('[Preview] {0}', name)
      : vscode.l10n.t('Preview {0}', name);
  }

  #onDeckChange(changed: vscode.TextDocument): void {
    if (changed.isClosed || changed.uri.toString() !== this.#document.uri.toString()) return;
    // If it was closed in the meantime, it is another document now.
    this.#document = changed;
    this.refresh();
  }

  get #state(): PreviewState {
    return { document: this.#document, locked: this.#locked, lost: this.#lost };
  }

  async #update(): Promise<void> {
    await this.#feed.update(this.#state, () => ({
      ...this.#position,
      slide: this.shownSlide,
    }));
    this.#notes.update();
    this.#conflicts.update();
    this.#pictures.update();
    if (this.#wantsOverview && this.#page.ready) {
      this.#wantsOverview = false;
      this.#page.post({ type: 'overview' });
    }
  }

  #tellOverflow(): void {
    const content = this.shownSlide?.content;
    if (content && this.#shownId !== undefined) this.#feed.tellOverflow(this.#shownId, content);
  }

  #receive(message: FromWebview | null): void {
    if (!message) return;
    switch (message.type) {
      case 'ready':
        this.#shownId = undefined;
        this.#feed.pageLost();
        this.#notes.leave();
        this.#conflicts.leave();
        this.#pictures.leave();
        this.#page.start();
        this.refresh();
        break;
      case 'hold':
        this.#page.keepOnly(message.ids);
        this.refresh();
        break;
      case 'shown':
        this.#onShown(message);
        break;
      case 'resized':
        this.#feed.panelResized();
        this.refresh();
        break;
      case 'measured':
        this.#feed.takeMeasured(message.run, message.slides);
        this.#tellOverflow();
        break;
      default:
        this.#requests.receive(message);
    }
  }

  #onShown({ id, part, fragment, byUser }: ShownMessage): void {
    const slide = this.#feed.slideOf(id);
    if (!slide) return;
    this.#shownId = id;
    this.#position = { slide, part, fragment };
    this.#viewChanged.fire({ byUser });
    this.#feed.announce(id);
    this.#tellOverflow();
    if (byUser) this.#requests.requestSource(cursorTarget(slide), false);
  }
}
