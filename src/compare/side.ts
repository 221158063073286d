import * as vscode from 'vscode';
import type { Deck, Slide } from '../core/deck/deck';
import type { SlideId } from '../core/deck/slideIds';
import type { RenderedSlide } from '../core/render/rendered';
import type { Services } from '../services/services';
import { DeckFeed } from '../slides/deckFeed';
import { followLink } from '../slides/links';
import { PageLink } from '../slides/pageLink';
import { Updates } from '../slides/updates';
import { watchFiles } from '../slides/watchFiles';
import type { SideName, SideReport } from './messages';
import { comparePage } from './page';
import type { Past } from './versions';

/** One of the two decks in the page of a comparison. */
export class Side implements vscode.Disposable {
  readonly page: PageLink;
  readonly #feed: DeckFeed;
  readonly #updates: Updates;
  readonly #subscriptions: readonly vscode.Disposable[];
  #shown: SlideId | undefined;

  constructor(
    readonly name: SideName,
    readonly past: Past,
    readonly webview: vscode.Webview,
    readonly extensionUri: vscode.Uri,
    readonly services: Services,
    updated: () => Promise<void>,
  ) {
    const around = past.folders ? { ...services, folders: past.folders } : services;
    this.page = new PageLink(webview, comparePage(), services.log, (message) => ({
      type: 'side',
      side: name,
      message,
    }));
    this.#feed = new DeckFeed(this.page, extensionUri, around, past.document.uri, {
      measures: false,
      renderedNotes: false,
    });
    this.#updates = new Updates(async () => {
      await this.#feed.update({ document: past.document, lost: false, locked: true }, () => this.#place());
      await updated();
    }, services.log);
    this.#subscriptions = [this.#updates, watchFiles(this.#feed, around, this)];
  }

  dispose(): void {
    this.#feed.dispose();
    vscode.Disposable.from(...this.#subscriptions).dispose();
    this.past.folders?.dispose();
  }

  get document(): vscode.TextDocument {
    return this.past.document;
  }

  /** The deck that the page has, or is about to have. */
  get deck(): Deck | null {
    return this.#feed.deck;
  }

  /** The slide that the page shows of this deck. */
  get shownSlide(): Slide | undefined {
    return this.#shown === undefined ? undefined : this.#feed.slideOf(this.#shown);
  }

  idAt(index: number | null): SlideId | null {
    return (index === null ? undefined : this.#feed.idAt(index)) ?? null;
  }

  slideIn(deck: Deck, id: SlideId): Slide | undefined {
    return this.#feed.slideIn(deck, id);
  }

  rendered(deck: Deck, slides: readonly Slide[]): Promise<readonly RenderedSlide[]> {
    return this.#feed.rendered(deck, slides);
  }

  /** The page runs. */
  start(): void {
    this.#feed.pageLost();
    this.page.start();
    this.refresh();
  }

  pageLost(): void {
    this.#feed.pageLost();
  }

  renderingsStale(): void {
    this.#feed.renderingsStale(this.document.uri);
    this.refresh();
  }

  refresh(): void {
    this.#updates.request();
  }

  receive(message: SideReport): void {
    switch (message.type) {
      case 'hold':
        this.page.keepOnly(message.ids);
        this.refresh();
        return;
      case 'shown':
        this.#shown = message.id;
        return;
      case 'openLink':
        followLink(message.href, this.document, this.services);
        return;
    }
  }

  #place() {
    return { slide: this.shownSlide, part: 0, fragment: -1 };
  }
}
