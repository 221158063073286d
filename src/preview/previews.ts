import * as vscode from 'vscode';
import { cursorTarget, slideAt } from '../core/summary/slideAt';
import { tellFailure } from '../services/failures';
import { isGone } from '../services/lostFiles';
import type { Services } from '../services/services';
import { changeSetting, settings } from '../services/settings';
import { isInTab } from '../services/tabs';
import { FileFollower } from '../slides/fileFollower';
import { type PersistedState, readPersistedState } from '../slides/messages';
import { EditorSync } from './editorSync';
import { Preview } from './preview';
import { WaitingPreview } from './waitingPreview';

/** All open previews. One that is not locked follows the active deck; locked ones keep theirs. */
export class Previews implements vscode.Disposable, vscode.WebviewPanelSerializer {
  readonly #previews = new Set<Preview>();
  readonly #waiting = new Set<WaitingPreview>();
  readonly #follower: FileFollower;
  readonly #sync: EditorSync;
  readonly #subscriptions: vscode.Disposable[];

  constructor(
    readonly extensionUri: vscode.Uri,
    readonly services: Services,
  ) {
    this.#sync = new EditorSync(services, () => this.#previews);
    this.#follower = new FileFollower(services, () => this.#previews);
    this.#subscriptions = [
      this.#sync,
      this.#follower,
      services.lostFiles.onDidArrive(() => this.#lookForWaiting()),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.#followActive(editor)),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#loadPages()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('deckwright.preview.remotePictures')) this.#loadPages();
        const shown = ['deckwright.preview.shape', 'deckwright.preview.notes'];
        if (shown.some((name) => event.affectsConfiguration(name))) this.#refresh();
      }),
      services.configs.onDidChange(() => {
        for (const preview of this.#previews) preview.renderingsStale();
      }),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions, ...this.#previews, ...this.#waiting).dispose();
  }

  /** Shows a deck's preview, in an existing one if it fits, or else in a new panel. */
  open(document: vscode.TextDocument, toSide: boolean): void {
    const existing = this.#existing(document, toSide);
    if (existing) {
      existing.follow(document, this.#cursorSlide(document));
      existing.panel.reveal(undefined, toSide);
      return;
    }
    const viewColumn = toSide ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
    const panel = vscode.window.createWebviewPanel(Preview.viewType, '', {
      viewColumn,
      preserveFocus: toSide,
    });
    this.#add(panel, document, { ...this.#cursorSlide(document), locked: false, part: 0, fragment: -1 });
  }

  /** From the active preview to the text of the slide it shows. */
  async showActiveSource(): Promise<void> {
    const preview = this.#active();
    const slide = preview?.shownSlide;
    if (!preview || !slide) return;
    await this.#sync.goToSource({ document: preview.document, offset: cursorTarget(slide), open: true });
  }

  /** Opens or closes the slide sorter in the active preview, or in one of the document. */
  async toggleSorter(document: vscode.TextDocument): Promise<void> {
    // With the keyboard focus, as keys move slides there.
    (await this.#focused(document)).toggleOverview();
  }

  /** Shows the notes below the slide and gives them the keyboard focus. */
  async editNotes(document: vscode.TextDocument): Promise<void> {
    const preview = await this.#focused(document);
    if (!settings.notes(document.uri)) await changeSetting('preview.notes', true, document.uri);
    preview.editNotes();
  }

  /** Puts a picture onto the clipboard through a preview, which has the keyboard focus for a moment. */
  async copyPicture(document: vscode.TextDocument, picture: Promise<Uint8Array>): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const preview = await this.#focused(document);
    await preview.copyPicture(picture, () => {
      if (!preview.active || !editor?.viewColumn) return;
      void this.services.currentSlide.showEditor(editor.document, { viewColumn: editor.viewColumn });
    });
  }

  /** The active preview, or one of the document, which then gets the keyboard focus. */
  async #focused(document: vscode.TextDocument): Promise<Preview> {
    if (!this.#active()) this.open(document, true);
    const preview = this.#active() ?? [...this.#previews].find((other) => other.document === document)!;
    await preview.focus();
    return preview;
  }

  /** Makes the active preview keep its deck, or follow the active one again. */
  toggleLock(): void {
    this.#active()?.toggleLock();
  }

  #active(): Preview | undefined {
    return [...this.#previews].find(({ panel }) => panel.active);
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const restored = readPersistedState(state);
    try {
      if (!restored) throw new Error('no document');
      await this.#restore(panel, restored);
    } catch (error) {
      this.#logNotRestored(error);
      panel.dispose();
    }
  }

  async #restore(panel: vscode.WebviewPanel, restored: PersistedState): Promise<void> {
    const uri = vscode.Uri.parse(restored.document, true);
    const isUntitled = uri.scheme === 'untitled';
    // Nothing is left of an untitled deck without its editor: asking for it would make a new one.
    if (isUntitled && !isInTab(uri)) {
      panel.dispose();
      return;
    }
    if (!(await this.services.lostFiles.isLost({ uri, isUntitled }))) {
      this.#add(panel, await vscode.workspace.openTextDocument(uri), restored);
      return;
    }
    const waiting = new WaitingPreview(panel, restored, this.extensionUri);
    this.#waiting.add(waiting);
    this.services.lostFiles.watch(uri);
    panel.onDidDispose(() => this.#waiting.delete(waiting));
    this.#lookForWaiting();
  }

  /** Shows decks whose files are back. */
  #lookForWaiting(): void {
    for (const waiting of this.#waiting) void this.#showIfBack(waiting);
  }

  async #showIfBack(waiting: WaitingPreview): Promise<void> {
    try {
      if (await isGone(waiting.uri)) return;
      const document = await vscode.workspace.openTextDocument(waiting.uri);
      this.#showWaiting(waiting, document, waiting.restored);
    } catch (error) {
      this.#logNotRestored(error);
    }
  }

  #logNotRestored(error: unknown): void {
    this.services.log.warn('A preview could not be restored', String(error));
  }

  #showWaiting(
    waiting: WaitingPreview,
    document: vscode.TextDocument,
    at: Omit<PersistedState, 'document'>,
  ): void {
    if (this.#waiting.delete(waiting)) this.#add(waiting.panel, document, at);
  }

  #add(
    panel: vscode.WebviewPanel,
    document: vscode.TextDocument,
    at: Omit<PersistedState, 'document'>,
  ): void {
    const preview = new Preview(panel, document, at, this.extensionUri, this.services);
    this.#previews.add(preview);
    const registration = this.services.currentSlide.add(preview);
    preview.onDidClose(() => {
      registration.dispose();
      this.#previews.delete(preview);
    });
    preview.onDidRequestSource((request) => {
      tellFailure(this.#sync.goToSource(request), this.services.log, (reason) =>
        vscode.l10n.t('The source of the slide could not be shown: {0}', reason),
      );
    });
  }

  /** A preview of this very deck in the requested place, or else the one that follows. */
  #existing(document: vscode.TextDocument, toSide: boolean): Preview | undefined {
    const here = vscode.window.tabGroups.activeTabGroup.viewColumn;
    const candidates = [...this.#previews].filter(({ panel }) => (panel.viewColumn === here) !== toSide);
    return (
      candidates.find((preview) => preview.document.uri.toString() === document.uri.toString()) ??
      candidates.find((preview) => !preview.locked)
    );
  }

  #followActive(editor: vscode.TextEditor | undefined): void {
    if (!editor || !this.services.decks.isDeck(editor.document)) return;
    for (const preview of this.#previews) {
      if (!preview.locked) preview.follow(editor.document, this.#cursorSlide(editor.document));
    }
    for (const waiting of this.#waiting) {
      const at = { ...this.#cursorSlide(editor.document), locked: false, part: 0, fragment: -1 };
      if (!waiting.restored.locked) this.#showWaiting(waiting, editor.document, at);
    }
  }

  /** Where the cursor is in a document's editor; the first slide if none is open. */
  #cursorSlide(document: vscode.TextDocument): { h: number; v: number } {
    const editor = vscode.window.visibleTextEditors.find((visible) => visible.document === document);
    const deck = this.services.decks.deckOf(document);
    const { h, v } = slideAt(deck, editor ? document.offsetAt(editor.selection.active) : 0);
    return { h, v };
  }

  #refresh(): void {
    for (const preview of this.#previews) preview.refresh();
  }

  #loadPages(): void {
    for (const preview of this.#previews) preview.loadPage();
  }
}
