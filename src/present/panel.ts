import * as vscode from 'vscode';
import type { Slide } from '../core/deck/deck';
import { slideNumber } from '../core/deck/slideNumber';
import { lookOf } from '../core/options/slideOptions';
import { timingsOf } from '../core/present/timings';
import { documentName } from '../services/documentFile';
import type { Services } from '../services/services';
import { titleText } from '../services/slideWords';
import { DeckFeed } from '../slides/deckFeed';
import { followLink } from '../slides/links';
import { PageLink, pageKey } from '../slides/pageLink';
import { Updates } from '../slides/updates';
import { watchFiles } from '../slides/watchFiles';
import { type FromPanel, type Own, type PointMessage, type PresentState, readPanelMessage } from './messages';
import { type PanelKind, pageOf } from './pages';

/** A place in a presentation: a slide, one of its vertical slides, and its last step that is shown. */
export interface Place {
  readonly slide: Slide;
  readonly part: number;
  readonly fragment: number;
}

/** What the user of a panel asks for. */
export type Request = Exclude<FromPanel, { type: 'ready' | 'hold' | 'shown' | 'openLink' }>;

/** What a panel shows, and whom it tells of its user. */
export interface Presented {
  readonly document: vscode.TextDocument;
  readonly lost: boolean;
  readonly place: Place;
  readonly state: PresentState;
  /** Milliseconds. */
  readonly elapsed: number;
  receive(message: Request, from: Panel): void;
  moved(to: Place, from: Panel): void;
  changedView(): void;
}

/** One of the two panels of a presentation. */
export class Panel implements vscode.Disposable {
  readonly #closed = new vscode.EventEmitter<void>();
  readonly onDidClose = this.#closed.event;
  readonly #page: PageLink<Own>;
  readonly #feed: DeckFeed;
  readonly #updates: Updates;
  readonly #subscriptions: readonly vscode.Disposable[];
  #pageKey = '';
  #list = '';
  #isDisposed = false;

  constructor(
    readonly kind: PanelKind,
    readonly panel: vscode.WebviewPanel,
    readonly presented: Presented,
    readonly extensionUri: vscode.Uri,
    readonly services: Services,
  ) {
    this.#page = new PageLink<Own>(panel.webview, pageOf(kind), services.log);
    this.#feed = new DeckFeed(this.#page, extensionUri, services, presented.document.uri, {
      measures: false,
      renderedNotes: true,
    });
    this.#updates = new Updates(() => this.#update(), services.log);
    panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'preview.svg');
    this.#subscriptions = [
      this.#closed,
      this.#updates,
      panel.onDidDispose(() => this.dispose()),
      panel.onDidChangeViewState(() => presented.changedView()),
      panel.webview.onDidReceiveMessage((value) => this.#receive(readPanelMessage(value))),
      watchFiles(this.#feed, services, this),
    ];
    this.#showTitle();
    this.loadPage();
  }

  get document(): vscode.TextDocument {
    return this.presented.document;
  }

  dispose(): void {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    this.#feed.dispose();
    this.#closed.fire();
    vscode.Disposable.from(...this.#subscriptions).dispose();
    this.panel.dispose();
  }

  /** Creates the page again: its policy depends on trust and settings. */
  loadPage(): void {
    this.#pageKey = pageKey(this.document);
    this.#feed.pageLost();
    this.#page.load(this.extensionUri, this.document.uri);
    this.renderingsStale();
  }

  /** The presentation is of another document. */
  otherDocument(): void {
    this.#feed.otherDeck(this.document.uri);
    this.#list = '';
    this.#showTitle();
    if (pageKey(this.document) === this.#pageKey) this.refresh();
    else this.loadPage();
  }

  renderingsStale(): void {
    this.#feed.renderingsStale(this.document.uri);
    this.refresh();
  }

  refresh(): void {
    this.#updates.request();
  }

  /** Goes to where the presentation is, as the other panel's user has moved it. */
  follow(): void {
    this.refresh();
    this.#updates.afterwards(() => {
      const { slide, part, fragment } = this.presented.place;
      const id = this.#feed.idAt(slide.index);
      if (id !== undefined) this.#page.post({ type: 'show', id, part, fragment, origin: 'restore' });
    });
  }

  showState(): void {
    const { state, elapsed } = this.presented;
    this.#page.post({ type: 'state', state, elapsed });
  }

  showPoint(message: PointMessage): void {
    this.#page.post(message);
  }

  #showTitle(): void {
    const name = documentName(this.document);
    this.panel.title =
      this.kind === 'audience' ? vscode.l10n.t('Slides {0}', name) : vscode.l10n.t('Presenter {0}', name);
  }

  async #update(): Promise<void> {
    const { document, lost } = this.presented;
    await this.#feed.update({ document, lost, locked: false }, () => this.presented.place);
    if (this.kind === 'presenter') this.#sendList();
  }

  /** All slides with their titles and times. */
  #sendList(): void {
    const { deck } = this.#feed;
    if (!deck || !this.#page.ready) return;
    const slides = deck.slides.map((slide) => ({
      id: this.#feed.idAt(slide.index)!,
      number: slideNumber(slide, deck),
      title: titleText(slide),
    }));
    const timings = timingsOf(deck, lookOf(deck).options);
    const list = JSON.stringify([slides, timings]);
    if (list === this.#list) return;
    this.#list = list;
    this.#page.post({ type: 'list', slides, timings });
  }

  #receive(message: FromPanel | null): void {
    if (!message) return;
    switch (message.type) {
      case 'ready':
        this.#list = '';
        this.#feed.pageLost();
        this.#page.start();
        this.showState();
        this.refresh();
        break;
      case 'hold':
        this.#page.keepOnly(message.ids);
        this.refresh();
        break;
      case 'shown': {
        const slide = this.#feed.slideOf(message.id);
        if (!slide) break;
        if (this.kind === 'presenter') this.#feed.announce(message.id);
        if (message.byUser) this.presented.moved({ ...message, slide }, this);
        break;
      }
      case 'openLink':
        followLink(message.href, this.document, this.services);
        break;
      default:
        this.presented.receive(message, this);
    }
  }
}
