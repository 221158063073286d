import * as vscode from 'vscode';
import type * as Renderer from '../bundles/renderer';
import type { DeckComparison } from '../core/compare/comparison';
import type { Deck, Slide } from '../core/deck/deck';
import { restoreSlide } from '../core/edit/restoreSlide';
import { cursorTarget } from '../core/summary/slideAt';
import type { DeckView } from '../services/currentSlide';
import { documentName, isOfUser } from '../services/documentFile';
import { loadBundle } from '../services/loadBundle';
import { plainName, plainText } from '../services/plainText';
import type { Services } from '../services/services';
import type { Follower } from '../slides/fileFollower';
import { pictureRoots } from '../slides/pictures';
import { Updates } from '../slides/updates';
import { changedFiles } from './changedFiles';
import { documentVersion, ofToday } from './documentVersion';
import { changesMessage } from './listing';
import {
  type ChosenChange,
  type FromPage,
  readPageMessage,
  type SavedVersions,
  SIDES,
  type SideName,
  type ToPage,
} from './messages';
import { Side } from './side';
import { NoVersion, type Past, type Version } from './versions';

/** Two versions, and as what they were opened. */
export type Opened = Readonly<Record<SideName, { readonly version: Version; readonly past: Past }>>;

/** Two decks in a panel, slide by slide: an earlier version and a later one, mostly the one that is edited. */
export class Comparison implements DeckView, Follower, vscode.Disposable {
  static readonly viewType = 'deckwright.compare';
  readonly #closed = new vscode.EventEmitter<void>();
  readonly #viewChanged = new vscode.EventEmitter<{ readonly byUser: boolean }>();
  readonly onDidClose = this.#closed.event;
  readonly onDidChangeView = this.#viewChanged.event;
  readonly #reopening: Updates;
  readonly #versions: Record<SideName, Version>;
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
    { before, after }: Opened,
    readonly extensionUri: vscode.Uri,
    readonly services: Services,
  ) {
    this.#versions = { before: before.version, after: after.version };
    this.#before = this.#newSide('before', before.past);
    this.#after = this.#newSide('after', after.past);
    this.#reopening = new Updates(() => this.#openVersions(), services.log);
    panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'preview.svg');
    services.lostFiles.watch(this.document.uri);
    this.#subscriptions = [
      this.#closed,
      this.#viewChanged,
      this.#reopening,
      panel.onDidDispose(() => this.dispose()),
      panel.onDidChangeViewState(() => this.#viewChanged.fire({ byUser: false })),
      panel.webview.onDidReceiveMessage((value) => this.#receive(readPageMessage(value))),
      services.decks.onDidChange((changed) => this.#onDeckChange(changed)),
      ...[before, after].flatMap(
        ({ version }) => version.onDidChange?.(() => this.#reopening.request()) ?? [],
      ),
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
    this.#versions.after = documentVersion(document.uri);
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

  #side(name: SideName): Side {
    return name === 'before' ? this.#before : this.#after;
  }

  #newSide(name: SideName, past: Past): Side {
    const { webview } = this.panel;
    return new Side(name, past, webview, this.extensionUri, this.services, () => this.#compare());
  }

  /** The page shows another deck on this side. Its roots are those of both, so that it is created again. */
  #replace(name: SideName, past: Past): void {
    this.#side(name).dispose();
    const side = this.#newSide(name, past);
    if (name === 'before') this.#before = side;
    else this.#after = side;
    this.loadPage();
  }

  #showTitle(): void {
    const { before, after } = this.#names;
    this.panel.title = `${before} ↔ ${after}`;
  }

  get #names() {
    const { before, after } = this.#versions;
    const isOfGit = after.saved !== null && after.saved.ref !== null;
    return {
      before: plainText(before.name),
      after: isOfGit
        ? `${plainName(this.document.uri)} (${plainText(after.name)})`
        : documentName(this.document),
    };
  }

  async #openVersions(): Promise<void> {
    for (const name of SIDES) {
      if (this.#versions[name].onDidChange) await this.#openVersion(name);
    }
  }

  async #openVersion(name: SideName): Promise<void> {
    try {
      const past = await this.#versions[name].open();
      if (past !== this.#side(name).past && !this.#isDisposed) this.#replace(name, past);
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
    const files = await changedFiles([this.#before, this.#after], decks);
    const result = await withChangedFiles(this.#compared.result, decks, files);
    // Another update is on its way.
    if (this.#before.deck !== before || this.#after.deck !== after) return;
    const message = changesMessage({
      result,
      decks,
      names: this.#names,
      saved: this.#saved,
      isEditable: isOfUser(this.document.uri),
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

  get #saved(): SavedVersions | null {
    const { before, after } = this.#versions;
    return before.saved && after.saved ? { before: before.saved, after: after.saved } : null;
  }

  #receive(message: FromPage | null): void {
    switch (message?.type) {
      case 'ready':
        this.#isReady = true;
        this.#sent = '';
        for (const side of this.#sides) side.start();
        break;
      case 'side': {
        const side = this.#side(message.side);
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
