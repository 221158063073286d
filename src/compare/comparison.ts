import * as vscode from 'vscode';
import type * as Renderer from '../bundles/renderer';
import type { DeckComparison } from '../core/compare/comparison';
import type { Deck, Slide } from '../core/deck/deck';
import { restoreSlide } from '../core/edit/restoreSlide';
import { cursorTarget } from '../core/summary/slideAt';
import type { DeckView } from '../services/currentSlide';
import { documentName } from '../services/documentFile';
import { loadBundle } from '../services/loadBundle';
import { plainText } from '../services/plainText';
import type { Services } from '../services/services';
import type { Follower } from '../slides/fileFollower';
import { pictureRoots } from '../slides/pictures';
import { Updates } from '../slides/updates';
import { changedFiles } from './changedFiles';
import { changesMessage } from './listing';
import { type ChosenChange, type FromPage, readPageMessage, type ToPage } from './messages';
import { Side } from './side';
import { NoVersion, type Past, type Version } from './versions';

/** Two decks in a panel, slide by slide: an earlier version and the one that is edited. */
export class Comparison implements DeckView, Follower, vscode.Disposable {
  static readonly viewType = 'deckwright.compare';
  readonly #closed = new vscode.EventEmitter<void>();
  readonly #viewChanged = new vscode.EventEmitter<{ readonly byUser: boolean }>();
  readonly onDidClose = this.#closed.event;
  readonly onDidChangeView = this.#viewChanged.event;
  readonly #versions: Updates;
  readonly #subscriptions: readonly vscode.Disposable[];
  #before: Side;
  #after: Side;
  #isReady = false;
  #isDisposed = false;
  #sent = '';
  /** The removed slide that the page is about to show, by its index in the earlier deck. */
  #wanted: number | null = null;
  #lost = false;
  /** The decks that are compared, and how they differ. */
  #compared: { readonly before: Deck; readonly after: Deck; readonly result: DeckComparison } | null = null;

  constructor(
    readonly panel: vscode.WebviewPanel,
    document: vscode.TextDocument,
    readonly version: Version,
    past: Past,
    readonly extensionUri: vscode.Uri,
    readonly services: Services,
  ) {
    this.#before = this.#newSide('before', past);
    this.#after = this.#newSide('after', ofToday(document));
    this.#versions = new Updates(() => this.#openVersion(), services.log);
    panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'preview.svg');
    services.lostFiles.watch(document.uri);
    this.#subscriptions = [
      this.#closed,
      this.#viewChanged,
      this.#versions,
      panel.onDidDispose(() => this.dispose()),
      panel.onDidChangeViewState(() => this.#viewChanged.fire({ byUser: false })),
      panel.webview.onDidReceiveMessage((value) => this.#receive(readPageMessage(value))),
      services.decks.onDidChange((changed) => this.#onDeckChange(changed)),
      version.onDidChange?.(() => this.#versions.request()) ?? new vscode.Disposable(() => {}),
    ];
    this.#showTitle();
    this.loadPage();
  }

  dispose(): void {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    this.#before.dispose();
    this.#after.dispose();
    this.#closed.fire();
    vscode.Disposable.from(...this.#subscriptions).dispose();
    this.panel.dispose();
  }

  get document(): vscode.TextDocument {
    return this.#after.document;
  }

  get active(): boolean {
    return this.panel.active;
  }

  get visible(): boolean {
    return this.panel.visible;
  }

  get shownSlide(): Slide | undefined {
    return this.#after.shownSlide;
  }

  /** What others show does not move a comparison: its user goes from change to change. */
  show(): void {}

  get lost(): boolean {
    return this.#lost;
  }

  setLost(lost: boolean): void {
    this.#lost = lost;
  }

  /** The deck is in another document now. */
  moveTo(document: vscode.TextDocument): void {
    this.#lost = false;
    if (document === this.document) return;
    this.services.lostFiles.watch(document.uri);
    this.#replace('after', ofToday(document));
    this.#showTitle();
    this.#viewChanged.fire({ byUser: false });
  }

  /** Creates the page again: its policy depends on trust and settings. */
  loadPage(): void {
    this.#isReady = false;
    for (const side of this.#sides) side.pageLost();
    const roots = this.#sides.flatMap(({ past, document }) => [...pictureRoots(document.uri), ...past.roots]);
    this.#after.page.load(this.extensionUri, this.document.uri, roots);
  }

  renderingsStale(): void {
    for (const side of this.#sides) side.renderingsStale();
  }

  /** Shows a slide that only the earlier deck has, by its index there. */
  chooseRemoved(index: number): void {
    this.#wanted = index;
    if (this.#isReady && this.#sent) this.#tellWanted();
  }

  restoreShown(): void {
    this.#post({ type: 'restoreShown' });
  }

  get #sides(): readonly Side[] {
    return [this.#before, this.#after];
  }

  #newSide(name: Side['name'], past: Past): Side {
    const { webview } = this.panel;
    return new Side(name, past, webview, this.extensionUri, this.services, () => this.#compare());
  }

  /** The page shows another deck on this side. Its roots are those of both, so that it is created again. */
  #replace(name: Side['name'], past: Past): void {
    (name === 'before' ? this.#before : this.#after).dispose();
    const side = this.#newSide(name, past);
    if (name === 'before') this.#before = side;
    else this.#after = side;
    this.loadPage();
  }

  #showTitle(): void {
    this.panel.title = `${plainText(this.version.name)} ↔ ${documentName(this.document)}`;
  }

  async #openVersion(): Promise<void> {
    try {
      const past = await this.version.open();
      if (past !== this.#before.past && !this.#isDisposed) this.#replace('before', past);
    } catch (error) {
      // What is shown stays, as while there is no commit in the middle of an operation of git's.
      if (!(error instanceof NoVersion)) throw error;
    }
  }

  #onDeckChange(changed: vscode.TextDocument): void {
    if (changed.isClosed) return;
    for (const side of this.#sides) {
      if (changed === side.document) side.refresh();
    }
  }

  /** Compares what the page shows now, and tells it how that differs. */
  async #compare(): Promise<void> {
    const { compareDecks, withChangedFiles } = await loadBundle<typeof Renderer>(
      this.extensionUri,
      'renderer.js',
    );
    const [before, after] = [this.#before.deck, this.#after.deck];
    if (!before || !after || !this.#isReady) return;
    if (this.#compared?.before !== before || this.#compared.after !== after) {
      this.#compared = { before, after, result: compareDecks(before, after) };
    }
    const decks = { before, after };
    const files = changedFiles([this.#before, this.#after], decks);
    const result = await withChangedFiles(this.#compared.result, decks, files);
    // Another update is on its way.
    if (this.#before.deck !== before || this.#after.deck !== after) return;
    const message = changesMessage({
      result,
      decks,
      names: { before: plainText(this.version.name), after: documentName(this.document) },
      ids: { before: (index) => this.#before.idAt(index), after: (index) => this.#after.idAt(index) },
    });
    const sent = JSON.stringify(message);
    if (sent === this.#sent) return;
    this.#sent = sent;
    this.#post(message);
    this.#tellWanted();
  }

  /** Once the page has the list. */
  #tellWanted(): void {
    const before = this.#before.idAt(this.#wanted);
    this.#wanted = null;
    if (before !== null) this.#post({ type: 'choose', before });
  }

  #receive(message: FromPage | null): void {
    switch (message?.type) {
      case 'ready':
        this.#isReady = true;
        this.#sent = '';
        for (const side of this.#sides) side.start();
        break;
      case 'side': {
        const side = this.#sides.find(({ name }) => name === message.side)!;
        side.receive(message.message);
        if (message.message.type === 'shown') this.#viewChanged.fire({ byUser: false });
        break;
      }
      case 'restore':
        void this.#restore(message);
        break;
      case 'source': {
        const deck = this.services.decks.deckOf(this.document);
        const slide = this.#after.slideIn(deck, message.id);
        if (slide) void this.#showSource(slide);
        break;
      }
    }
  }

  async #showSource(slide: Slide): Promise<void> {
    const position = this.document.positionAt(cursorTarget(slide));
    const { currentSlide } = this.services;
    await currentSlide.showEditor(this.document, {
      selection: new vscode.Range(position, position),
      viewColumn: currentSlide.editorOf(this.document)?.viewColumn ?? vscode.ViewColumn.Beside,
    });
  }

  /** Gives a slide its earlier text and place, in one edit that can be undone. */
  async #restore({ before, after }: ChosenChange): Promise<void> {
    const compared = this.#compared;
    const change = compared?.result.slides.find(
      (each) => this.#before.idAt(each.before) === before && this.#after.idAt(each.after) === after,
    );
    if (!compared || !change) return;
    await this.services.deckEdits.apply(this.document, (deck, options) =>
      // What is shown is not what is there any more: the user has not seen it.
      deck === compared.after
        ? restoreSlide(deck, compared.before, change, compared.result.slides, options)
        : { refusal: 'changed' },
    );
  }

  #post(message: ToPage): void {
    if (!this.#isReady) return;
    this.panel.webview
      .postMessage(message)
      .then(undefined, (error) => this.services.log.error(`The page did not take "${message.type}"`, error));
  }
}

function ofToday(document: vscode.TextDocument): Past {
  return { document, folders: null, roots: [] };
}
