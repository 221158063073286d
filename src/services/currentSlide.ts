import * as vscode from 'vscode';
import type { Deck, Slide } from '../core/deck/deck';
import { cursorTarget, slideAt, slideAtIndices } from '../core/summary/slideAt';
import type { Decks } from './decks';
import type { LostFiles } from './lostFiles';
import { isInTab } from './tabs';

/** What shows a deck slide by slide, other than a text editor: a preview. */
export interface DeckView {
  readonly document: vscode.TextDocument;
  /** Undefined if the view does not have a slide yet. */
  readonly shownSlide: Pick<Slide, 'h' | 'v'> | undefined;
  readonly active: boolean;
  readonly visible: boolean;
  /** The view shows another slide or deck, or came to the front or left it. */
  readonly onDidChangeView: vscode.Event<{ readonly byUser: boolean }>;
  show(slide: Slide): void;
}

/** The slide the user is on. */
export interface ShownSlide {
  readonly document: vscode.TextDocument;
  readonly deck: Deck;
  readonly slide: Slide;
  /** Whether the user is working in an editor or preview of this deck. */
  readonly active: boolean;
}

/**
 * Which deck the user works on and which of its slides: where the cursor is, or what the preview shows if the
 * user moved there last or no editor shows the deck. This is the only place through which features move one
 * another.
 */
export class CurrentSlide implements vscode.Disposable {
  readonly #views = new Set<DeckView>();
  /** For each document, the editor that the user worked in last. */
  readonly #lastEditors = new WeakMap<vscode.TextDocument, vscode.TextEditor>();
  /** The previews that the user moved last, of documents whose cursor has not been moved since. */
  readonly #movedViews = new WeakMap<vscode.TextDocument, DeckView>();
  readonly #changed = new vscode.EventEmitter<ShownSlide | undefined>();
  readonly #shownChanged = new vscode.EventEmitter<void>();
  readonly #subscription: vscode.Disposable;
  #current: ShownSlide | undefined;

  /** Another slide, another deck, the same slide in an edited deck, or the deck became active or inactive. */
  readonly onDidChange = this.#changed.event;
  /** Other documents may be shown. */
  readonly onDidChangeShown = this.#shownChanged.event;

  constructor(
    readonly decks: Decks,
    readonly lostFiles: LostFiles,
  ) {
    const update = () => this.#update();
    const updateShown = () => this.#updateShown();
    this.#subscription = vscode.Disposable.from(
      this.#changed,
      this.#shownChanged,
      decks.onDidChange(update),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (editor) this.#lastEditors.set(editor.document, editor);
        this.#update();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        this.#lastEditors.set(textEditor.document, textEditor);
        this.#movedViews.delete(textEditor.document);
        this.#update();
      }),
      vscode.window.onDidChangeVisibleTextEditors(updateShown),
      vscode.window.tabGroups.onDidChangeTabs(updateShown),
    );
    const editor = vscode.window.activeTextEditor;
    if (editor) this.#lastEditors.set(editor.document, editor);
    this.#update();
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  /** Undefined while no deck is open. */
  get(): ShownSlide | undefined {
    // VS Code may not yet have reported a cursor that was just moved.
    this.#update();
    return this.#current;
  }

  /** Takes a view into account until the result is disposed. */
  add(view: DeckView): vscode.Disposable {
    this.#views.add(view);
    this.#updateShown();
    let { document } = view;
    const subscription = view.onDidChangeView(({ byUser }) => {
      if (byUser) this.#movedViews.set(view.document, view);
      if (document === view.document) return this.#update();
      document = view.document;
      this.#updateShown();
    });
    return new vscode.Disposable(() => {
      subscription.dispose();
      this.#views.delete(view);
      this.#updateShown();
    });
  }

  /** The slide of this document that the user is on; undefined if the user is on another document. */
  of(document: vscode.TextDocument): Slide | undefined {
    const current = this.get();
    return current?.document === document ? current.slide : undefined;
  }

  /** The document of the panel that is active, whether it is a deck or not. */
  get documentOfPanel(): vscode.TextDocument | undefined {
    return [...this.#views].find(({ active }) => active)?.document;
  }

  /** The visible editor of a document in which the user worked last. */
  editorOf(document: vscode.TextDocument): vscode.TextEditor | undefined {
    const visible = vscode.window.visibleTextEditors.filter((editor) => editor.document === document);
    const last = this.#lastEditors.get(document);
    return visible.find((editor) => editor === last) ?? visible[0];
  }

  /**
   * Goes to a slide in the deck's editor and in its previews. If neither is visible, an editor opens. The
   * keyboard focus stays where it is.
   */
  async goTo(document: vscode.TextDocument, slide: Slide): Promise<void> {
    const editor = this.editorOf(document) ?? (await this.#openUnlessShown(document));
    if (editor) {
      const position = document.positionAt(cursorTarget(slide));
      editor.selection = new vscode.Selection(position, position);
    }
    this.peek(document, slide);
  }

  /** The same, but the cursor stays where it is. */
  peek(document: vscode.TextDocument, slide: Slide): void {
    const position = document.positionAt(cursorTarget(slide));
    const range = new vscode.Range(position, position);
    this.editorOf(document)?.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    for (const view of this.#viewsOf(document)) view.show(slide);
  }

  async #openUnlessShown(document: vscode.TextDocument): Promise<vscode.TextEditor | undefined> {
    if (this.#viewsOf(document).some(({ visible }) => visible)) return undefined;
    return this.showEditor(document, { preserveFocus: true });
  }

  /** Shows a deck in an editor. Undefined if its file is gone, which the user is told. */
  async showEditor(
    document: vscode.TextDocument,
    options: vscode.TextDocumentShowOptions,
  ): Promise<vscode.TextEditor | undefined> {
    if (!(await this.lostFiles.isLost(document))) return vscode.window.showTextDocument(document, options);
    void this.lostFiles.refuse(document);
    return undefined;
  }

  #viewsOf(document: vscode.TextDocument): DeckView[] {
    return [...this.#views].filter((view) => view.document === document);
  }

  #activeView(): DeckView | undefined {
    return [...this.#views].find(({ active }) => active);
  }

  #updateShown(): void {
    this.#update();
    this.#shownChanged.fire();
  }

  #update(): void {
    const before = this.#current;
    const document = this.#findDocument();
    this.#current = document && this.#read(document);
    const { deck, slide, active } = this.#current ?? {};
    const same =
      before?.document === document &&
      before?.deck === deck &&
      before?.slide === slide &&
      before?.active === active;
    if (!same) this.#changed.fire(this.#current);
  }

  #read(document: vscode.TextDocument): ShownSlide {
    const deck = this.decks.deckOf(document);
    const worksIn = vscode.window.activeTextEditor?.document ?? this.#activeView()?.document;
    return { document, deck, slide: this.#slideOf(document, deck), active: document === worksIn };
  }

  /** The active editor's deck, or else the active preview's, or else the last one while it is open. */
  #findDocument(): vscode.TextDocument | undefined {
    const candidates = [
      vscode.window.activeTextEditor?.document,
      this.#activeView()?.document,
      this.#current?.document,
      ...vscode.window.visibleTextEditors.map(({ document }) => document),
      ...[...this.#views].map(({ document }) => document),
    ];
    return candidates.find((document) => document && this.isShown(document) && this.decks.isDeck(document));
  }

  /**
   * Whether the document is visible in a tab, an editor or a preview. VS Code keeps others for a while, too.
   */
  isShown(document: vscode.TextDocument): boolean {
    // A preview shows the last text of a file that is gone.
    if (this.#viewsOf(document).length > 0) return true;
    return !document.isClosed && (this.editorOf(document) !== undefined || isInTab(document.uri));
  }

  #slideOf(document: vscode.TextDocument, deck: Deck): Slide {
    const editor = this.editorOf(document);
    const moved = this.#movedViews.get(document);
    const views = this.#viewsOf(document);
    const view = moved && views.includes(moved) ? moved : editor ? undefined : views[0];
    const shown = view?.shownSlide;
    const shownSlide = shown && slideAtIndices(deck, shown.h, shown.v);
    return shownSlide ?? slideAt(deck, editor ? document.offsetAt(editor.selection.active) : 0);
  }
}
