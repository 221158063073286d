import * as vscode from 'vscode';
import type { Deck, Slide } from '../core/deck/deck';
import { documentName } from '../services/documentFile';
import type { Services } from '../services/services';
import { asChosen, type ChosenSlides, entriesOf } from './chosenSlides';
import { SlideDragAndDrop } from './dragAndDrop';
import { addressOf, SlideFacts } from './slideFacts';
import { groupItem, removedItem, removedTooltip, slideItem, slideTooltip } from './slideItems';
import { isRemoved, isSlide, type SlideNode, SlideTree, type TreeNode } from './slideTree';
import { Turns } from './turns';
import { haveSame, ViewMarks } from './viewMarks';
import type { ViewOptions } from './viewOptions';

/** The view "Slides": all slides of the deck the user works on, the current one selected. */
export class SlidesView implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  static readonly id = 'deckwright.slides';

  readonly view: vscode.TreeView<TreeNode>;
  readonly marks: ViewMarks;
  readonly turns = new Turns((isBusy) => {
    this.marks.isBusy = isBusy;
  });
  readonly #changed = new vscode.EventEmitter<TreeNode[] | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  /** The entries that VS Code has redrawn, or is about to, since it last redrew all. */
  readonly #drawn = new Set<TreeNode>();
  readonly #facts: SlideFacts;
  readonly #subscription: vscode.Disposable;
  #tree: SlideTree | null = null;
  #deck: Deck | null = null;
  /** The slide that is selected in the view may not be the current one. */
  #behind = false;
  /** What stayed selected when a slide became the current one that is not listed. */
  #leftBehind: readonly TreeNode[] = [];
  /** Only slides that changed are listed, each for itself. */
  #isFiltered = false;
  #selecting: Promise<void> | null = null;
  /** What is edited in the view will be selected there. */
  #isEditing = false;

  constructor(
    readonly services: Services,
    readonly options: ViewOptions,
  ) {
    this.#facts = new SlideFacts(services);
    this.view = vscode.window.createTreeView(SlidesView.id, {
      treeDataProvider: this,
      canSelectMany: true,
      showCollapseAll: true,
      dragAndDropController: new SlideDragAndDrop(services, this),
    });
    this.marks = new ViewMarks(this.view, services.log);
    this.#subscription = vscode.Disposable.from(
      this.view,
      this.marks,
      this.#changed,
      this.#facts,
      services.currentSlide.onDidChange(() => this.#follow()),
      this.view.onDidChangeVisibility(() => this.#follow()),
      this.view.onDidChangeSelection(() => {
        if (this.#isAnyOfSeveral(this.#drawn)) this.#announceAll();
      }),
      options.onDidChange(() => this.#onChanges()),
      services.changedSlides.onDidChange((document) => {
        if (document === this.#tree?.document) this.#onChanges();
      }),
      services.overflows.onDidChange((uri) => {
        const tree = this.#tree;
        if (uri.toString() === tree?.document.uri.toString()) this.#announce(this.#facts.readOverflows(tree));
      }),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        const tree = this.#tree;
        const isAbout = uris.some((uri) => uri.toString() === tree?.document.uri.toString());
        if (tree && this.#deck && isAbout) this.#announce(this.#facts.readFindings(tree, this.#deck));
      }),
    );
    this.#follow();
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  getChildren(node?: TreeNode): TreeNode[] {
    if (!node) this.#update();
    return [...(this.#tree?.childrenOf(node) ?? [])];
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return this.#tree?.parentOf(node);
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    const tree = this.#tree;
    // The deck has just been closed.
    if (!tree) return new vscode.TreeItem('');
    const item = this.#itemOf(tree, node);
    // In another group it is another entry: VS Code does not find an entry again that moved to where it has
    // not looked yet.
    const parent = tree.parentOf(node);
    if (parent && !isSlide(parent) && !isRemoved(parent)) item.id += `/${parent.place}`;
    return item;
  }

  resolveTreeItem(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
    if (isRemoved(node)) item.tooltip = removedTooltip(node);
    else if (isSlide(node) && this.#tree)
      item.tooltip = slideTooltip(node.slide, this.#deckOf(node), this.#facts.of(this.#tree, node));
    return item;
  }

  #itemOf(tree: SlideTree, node: TreeNode): vscode.TreeItem {
    const resource = addressOf(tree, node);
    if (isRemoved(node)) return removedItem(node, tree.document.uri, resource);
    if (!isSlide(node)) return groupItem(tree.entriesOf(node), this.#deck!, resource);
    const known = this.#facts.of(tree, node);
    const item = slideItem(node.slide, this.#deckOf(node), resource, known, !this.#isFiltered);
    item.command = { command: 'deckwright.showSlide', title: '', arguments: [node] };
    return item;
  }

  #deckOf({ document }: SlideNode): Deck {
    return this.services.decks.deckOf(document);
  }

  #follow(): void {
    if (!this.view.visible) return;
    this.#announce(this.#update());
    this.#behind = true;
    if (!this.#isEditing) void this.#selectCurrent();
  }

  /** Selects the current slide. A slide that is current only for a moment may be skipped. */
  #selectCurrent(): Promise<void> {
    this.#selecting ??= this.#selectOnce().then(() => {
      this.#selecting = null;
      return this.#behind ? this.#selectCurrent() : undefined;
    });
    return this.#selecting;
  }

  async #selectOnce(): Promise<void> {
    this.#behind = false;
    const node = this.#currentNode();
    // Abandoned as soon as another slide may be the current one.
    const isListed = node !== undefined && this.#tree?.isListed(node) === true;
    this.#leftBehind = isListed ? [] : this.view.selection;
    if (isListed) await this.marks.select(node, () => !this.#behind);
  }

  /**
   * Has entries edited, and then selects those of the slides that the edit returns, with the keyboard focus:
   * both in one step, as the user may go elsewhere right after. Returns these entries; null if nothing was
   * done.
   */
  async edit(
    document: vscode.TextDocument,
    edit: () => Promise<readonly Slide[] | null>,
  ): Promise<readonly TreeNode[] | null> {
    this.#isEditing = true;
    try {
      const slides = await edit();
      this.#announce(this.#update());
      const tree = this.#tree;
      if (!slides || document !== tree?.document) return null;
      this.#behind = false;
      const edited = this.#isFiltered ? slides : entriesOf(slides);
      const nodes = edited.map((slide) => tree.nodeOf(slide));
      // Only then are those listed that have changed by that.
      if (this.#isFiltered) await this.services.changedSlides.refresh(document);
      const listed = nodes.filter((node) => tree.isListed(node));
      await this.marks.take(listed, () => !this.#behind);
      return listed;
    } finally {
      this.#isEditing = false;
      this.#follow();
    }
  }

  /**
   * Moves the focus by one of VS Code's commands for lists, once the keys pressed before have taken effect.
   */
  navigate(listCommand: string): Promise<void> {
    return this.turns.take(async () => {
      await this.marks.navigate(listCommand);
      return undefined;
    });
  }

  /** The entries that the user has selected in addition to, or instead of, that of the current slide. */
  async handpicked(): Promise<readonly TreeNode[]> {
    if (this.view.visible) await this.marks.whenRead();
    const { selection, visible } = this.view;
    const isOwn = selection.length > 1 || selection[0] !== this.#currentNode();
    const isUsers = isOwn && !haveSame(selection, this.#leftBehind);
    return visible && !this.#selecting && isUsers ? selection : [];
  }

  /** The slides that entries represent: where only changed slides are listed, each only itself. */
  chosen(nodes: readonly TreeNode[]): ChosenSlides | undefined {
    return asChosen(nodes, !this.#isFiltered);
  }

  #currentNode(): SlideNode | undefined {
    const slide = this.services.currentSlide.get()?.slide;
    return slide && this.#tree?.nodeOf(slide);
  }

  /** Brings the tree up to date with the deck. Returns what changed in it; null for all of it. */
  #update(): SlideNode[] | null {
    const current = this.services.currentSlide.get();
    if (current?.deck === this.#deck) return [];
    this.#deck = current?.deck ?? null;
    if (current && current.document === this.#tree?.document) {
      const changed = this.#tree.update(current.deck);
      if (!changed) this.#list();
      return changed;
    }
    this.#tree = current ? new SlideTree(current.document, current.deck) : null;
    this.#list();
    if (this.#tree && current) this.#facts.readAll(this.#tree, current.deck);
    return null;
  }

  /** Lists what the user wants to see. Returns whether it is something else than before. */
  #list(): boolean {
    const tree = this.#tree;
    const { changedSlides } = this.services;
    const wasFiltered = this.#isFiltered;
    this.#isFiltered =
      tree !== null && this.options.has('changedOnly') && changedSlides.isCompared(tree.document);
    this.view.description = tree ? documentName(tree.document) : undefined;
    const isOther = tree?.list({
      only: this.#isFiltered
        ? (slide) => changedSlides.markOf(tree.document, slide) !== undefined
        : undefined,
      removed: this.options.has('removed') ? changedSlides.removedFrom(tree.document) : [],
    });
    const isAnyListed = tree !== null && tree.childrenOf(undefined).length > 0;
    // Where none is, VS Code shows a sentence and a button.
    this.view.message =
      this.#isFiltered && isAnyListed ? vscode.l10n.t('Only changed slides are shown.') : undefined;
    return isOther === true || wasFiltered !== this.#isFiltered;
  }

  /** It is known anew what changed in the deck, or the user wants to see something else of it. */
  #onChanges(): void {
    if (!this.#tree) return;
    const updated = this.#update();
    const isOther = this.#list();
    const changed = this.#facts.readChanges(this.#tree);
    this.#announce(updated && !isOther ? [...updated, ...changed] : null);
    if (isOther) this.#follow();
  }

  /**
   * Has VS Code ask again for some slides; null for all. When VS Code redraws one of several selected
   * entries, it no longer marks those below it, though they stay selected. When it redraws all, it marks
   * them.
   */
  #announce(changed: SlideNode[] | null): void {
    if (changed?.length === 0) return;
    for (const node of changed ?? []) this.#drawn.add(node);
    if (!changed || this.#isAnyOfSeveral(this.#drawn)) this.#announceAll();
    else this.#changed.fire(changed);
  }

  #announceAll(): void {
    this.#drawn.clear();
    this.marks.announced();
    this.#changed.fire(undefined);
  }

  #isAnyOfSeveral(nodes: ReadonlySet<TreeNode>): boolean {
    const { selection } = this.view;
    return selection.length > 1 && selection.some((node) => nodes.has(node));
  }
}
