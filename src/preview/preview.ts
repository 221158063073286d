import * as vscode from 'vscode';
import type { Deck, Slide } from '../core/deck/deck';
import { cursorTarget, slideAtIndices } from '../core/summary/slideAt';
import type { DeckView } from '../services/currentSlide';
import { documentName, fileOf } from '../services/documentFile';
import { tellFailure } from '../services/failures';
import { plainName } from '../services/plainText';
import type { Services } from '../services/services';
import { isInTab } from '../services/tabs';
import { DeckFeed } from './deckFeed';
import { openLink } from './links';
import {
  type FromWebview,
  type MoveMessage,
  type Origin,
  type PersistedState,
  readMessage,
  type SlideId,
  type StepMessage,
} from './messages';
import { moveSlide } from './moveSlide';
import { PageLink } from './pageLink';
import { pictureRoots, remotePicturesAllowed } from './pictures';

/** A user's gesture in the preview that concerns the editor. */
export interface SourceRequest {
  readonly document: vscode.TextDocument;
  readonly offset: number;
  /** Go there and put the keyboard focus there, rather than only move the cursor of an open editor. */
  readonly open: boolean;
}

interface Place {
  readonly slide: Pick<Slide, 'h' | 'v'>;
  readonly fragment: number;
}

/** One webview panel that shows one deck at a time. */
export class Preview implements DeckView, vscode.Disposable {
  static readonly viewType = 'deckwright.preview';

  readonly #subscriptions: vscode.Disposable[] = [];
  readonly #closed = new vscode.EventEmitter<void>();
  readonly #sourceRequested = new vscode.EventEmitter<SourceRequest>();
  readonly #viewChanged = new vscode.EventEmitter<{ readonly byUser: boolean }>();
  readonly onDidClose = this.#closed.event;
  readonly onDidRequestSource = this.#sourceRequested.event;
  readonly onDidChangeView = this.#viewChanged.event;

  #document: vscode.TextDocument;
  #locked: boolean;
  #lost = false;
  readonly #page: PageLink;
  readonly #feed: DeckFeed;

  /** Where the page is, or where it is to go once it runs. */
  #position: Place;
  #shownId: SlideId | undefined;
  /** To be done once the page has the deck. */
  #wantsOverview = false;
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
    this.#page = new PageLink(panel.webview, services.log);
    this.#feed = new DeckFeed(this.#page, extensionUri, services, document.uri);
    services.lostFiles.watch(document.uri);
    panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'preview.svg');
    this.#subscriptions.push(
      this.#closed,
      this.#sourceRequested,
      this.#viewChanged,
      panel.onDidChangeViewState(() => this.#viewChanged.fire({ byUser: false })),
      panel.onDidDispose(() => this.dispose()),
      panel.webview.onDidReceiveMessage((value) => this.#receive(readMessage(value))),
      services.folders.onDidChange((file) => {
        // Saving the deck itself changes no picture.
        const isDeck = file.toString() === fileOf(this.#document.uri)?.toString();
        if (!isDeck && this.#feed.dependsOn(file)) this.renderAgain();
      }),
      services.decks.onDidChange((changed) => this.#onDeckChange(changed)),
    );
    this.setUpPage();
  }

  get document(): vscode.TextDocument {
    return this.#document;
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

  set locked(locked: boolean) {
    this.#locked = locked;
    this.#updateTitle();
    this.refresh();
  }

  /** Whether the deck's file is gone, so that nobody but this preview has its text. */
  get lost(): boolean {
    return this.#lost;
  }

  set lost(lost: boolean) {
    if (lost === this.#lost) return;
    this.#lost = lost;
    this.refresh();
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#feed.dispose();
    this.#closed.fire();
    vscode.Disposable.from(...this.#subscriptions).dispose();
    this.panel.dispose();
  }

  /** Shows another deck in the same panel. */
  follow(document: vscode.TextDocument, slide: Pick<Slide, 'h' | 'v'>): void {
    if (document === this.#document) return;
    // An editor closes on the old file before it opens on the new one.
    const isSameDeck = !isInTab(this.#document.uri) && document.getText() === this.#document.getText();
    if (isSameDeck) this.moveTo(document);
    else this.#showAt(document, { slide, fragment: -1 });
  }

  /** The deck has moved: shows it in its other document, on the same slide and step. */
  moveTo(document: vscode.TextDocument): void {
    if (document === this.#document) this.lost = false;
    else this.#showAt(document, this.#position);
  }

  #showAt(document: vscode.TextDocument, position: Place): void {
    const samePage = pageKey(document) === pageKey(this.#document);
    this.#document = document;
    this.#lost = false;
    this.#position = position;
    this.#shownId = undefined;
    this.services.lostFiles.watch(document.uri);
    this.#feed.startAnew(document.uri);
    this.#viewChanged.fire({ byUser: false });
    if (samePage) {
      this.#updateTitle();
      this.renderAgain();
    } else {
      this.setUpPage();
    }
  }

  /** Moves the page to a slide, unless it is there. */
  show(slide: Slide, origin: Origin = 'editor'): void {
    const { h, v } = this.#position.slide;
    if (slide.h !== h || slide.v !== v) {
      this.#position = { slide, fragment: -1 };
      this.#viewChanged.fire({ byUser: false });
      this.refresh();
    }
    // By its number, since an edit may just have put the slide in the place of the one that is shown.
    this.#afterRefresh(() => {
      const id = this.#feed.idAt(slide.index);
      if (id === undefined || id === this.#shownId) return;
      this.#shownId = id;
      this.#page.post({ type: 'show', id, origin });
    });
  }

  /** Gives the panel the keyboard. */
  focus(): Promise<void> {
    this.panel.reveal();
    if (this.panel.active) return Promise.resolve();
    return new Promise((resolve) => {
      const listening = vscode.Disposable.from(
        this.panel.onDidChangeViewState(() => this.panel.active && done()),
        this.onDidClose(() => done()),
      );
      const done = () => {
        listening.dispose();
        resolve();
      };
    });
  }

  /** Opens the slide sorter, or closes it. */
  toggleOverview(): void {
    this.#wantsOverview = true;
    this.refresh();
  }

  /** The slide that is shown, as far as the deck still has it. */
  get shownSlide(): Slide | undefined {
    const { h, v } = this.#position.slide;
    return this.#feed.deck ? slideAtIndices(this.#feed.deck, h, v) : undefined;
  }

  /** Settings, trust or files changed: nothing rendered so far holds. */
  renderAgain(): void {
    this.#feed.renderAgain(this.#document.uri);
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
    this.#page.load(this.extensionUri, this.#document.uri);
    this.#updateTitle();
    this.renderAgain();
  }

  #updateTitle(): void {
    const name = documentName(this.#document);
    this.panel.title = this.#locked
      ? vscode.l10n.t('[Preview] {0}', name)
      : vscode.l10n.t('Preview {0}', name);
  }

  #onDeckChange(changed: vscode.TextDocument): void {
    if (changed.isClosed || changed.uri.toString() !== this.#document.uri.toString()) return;
    // Where it was closed meanwhile, it is another document now.
    this.#document = changed;
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
    (this.#refreshing ?? Promise.resolve())
      .then(() => {
        if (!this.#disposed) then();
      })
      .catch((error) => this.services.log.error('The preview could not be moved', error));
  }

  async #update(): Promise<void> {
    const state = { document: this.#document, locked: this.#locked, lost: this.#lost };
    await this.#feed.update(state, () => ({
      slide: this.shownSlide,
      fragment: this.#position.fragment,
    }));
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
    switch (message?.type) {
      case 'ready':
        this.#page.ready = true;
        this.#shownId = undefined;
        this.#feed.forgetSent();
        this.refresh();
        break;
      case 'hold':
        this.#page.held = new Set(message.ids);
        this.refresh();
        break;
      case 'shown':
        this.#onShown(message.id, message.fragment, message.byUser);
        break;
      case 'source':
        this.#onSource(message.id, message.line);
        break;
      case 'notice': {
        const problem = this.#feed.deck?.problems[message.index];
        if (problem) this.#requestSource(problem.span.start, true);
        break;
      }
      case 'save':
        if (this.#lost) this.#save();
        break;
      case 'openLink':
        this.#openLink(message.href);
        break;
      case 'move':
      case 'step':
        this.#moveSlide(message);
        break;
      case 'resized':
        this.#feed.measureAgain();
        this.refresh();
        break;
      case 'measured':
        this.#feed.takeMeasured(message.run, message.slides);
        this.#tellOverflow();
        break;
    }
  }

  #onShown(id: SlideId, fragment: number, byUser: boolean): void {
    const slide = this.#feed.slideOf(id);
    if (!slide) return;
    this.#shownId = id;
    this.#position = { slide, fragment };
    this.#viewChanged.fire({ byUser });
    this.#feed.announce(id);
    this.#tellOverflow();
    if (byUser) this.#requestSource(cursorTarget(slide), false);
  }

  #moveSlide(message: MoveMessage | StepMessage): void {
    const document = this.#document;
    const find = (deck: Deck, id: SlideId) =>
      document === this.#document ? this.#feed.slideIn(deck, id) : undefined;
    const moved = moveSlide(message, find, document, this.services.deckEdits);
    this.#tellFailure(moved, (reason) => vscode.l10n.t('The slide could not be moved: {0}', reason));
  }

  #save(): void {
    const name = plainName(this.#document.uri);
    const saved = this.services.lostFiles.save(this.#document);
    this.#tellFailure(saved, (reason) => vscode.l10n.t('{0} could not be saved: {1}', name, reason));
  }

  #openLink(href: string): void {
    const opened = openLink(href, this.#document.uri);
    this.#tellFailure(opened, (reason) => vscode.l10n.t('The link could not be opened: {0}', reason));
  }

  #tellFailure(work: Promise<unknown>, said: (reason: string) => string): void {
    tellFailure(work, this.services.log, said);
  }

  #onSource(id: SlideId, line: number): void {
    const slide = this.#feed.slideOf(id);
    if (!slide) return;
    const last = slide.line + slide.content.lineEnds;
    const position = new vscode.Position(Math.min(slide.line + line, last), 0);
    this.#requestSource(this.#document.offsetAt(position), true);
  }

  #requestSource(offset: number, open: boolean): void {
    this.#sourceRequested.fire({ document: this.#document, offset, open });
  }
}

/** What the page's policy and roots depend on: decks with the same key can share a page. */
function pageKey({ uri }: vscode.TextDocument): string {
  return [remotePicturesAllowed(uri), ...pictureRoots(uri)].join(' ');
}
