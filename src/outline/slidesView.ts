import * as vscode from 'vscode';
import type { Deck, Slide, SlideContent } from '../core/deck/deck';
import { documentName } from '../services/documentFile';
import type { Overflow } from '../services/overflow';
import type { Services } from '../services/services';
import { Findings } from './findings';
import { groupItem, slideItem, slideTooltip } from './slideItems';
import { isSlide, type SlideNode, SlideTree, type TreeNode } from './slideTree';

/** Scheme of the addresses by which slides get badge and colour. */
const SCHEME = 'deckwright-slide';

/** Milliseconds after which VS Code is asked once more to select a slide that it does not know yet. */
const PAUSES = [0, 50, 100, 200, 400, 800];

/** The view "Slides": all slides of the deck the user works on, the current one selected. */
export class SlidesView implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  static readonly id = 'deckwright.slides';

  readonly view: vscode.TreeView<TreeNode>;
  readonly #changed = new vscode.EventEmitter<TreeNode[] | undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #findings = new Findings();
  readonly #subscription: vscode.Disposable;
  #tree: SlideTree | null = null;
  #deck: Deck | null = null;
  #overflows: ReadonlyMap<SlideContent, Overflow> = new Map();
  /** The slide that is selected in the view may not be the current one. */
  #behind = false;
  #selecting: Promise<void> | null = null;
  /** Tells the slides of one tree from those of another. */
  #treeNumber = 0;

  constructor(
    readonly services: Services,
    dragAndDropController?: vscode.TreeDragAndDropController<TreeNode>,
  ) {
    this.view = vscode.window.createTreeView(SlidesView.id, {
      treeDataProvider: this,
      canSelectMany: true,
      showCollapseAll: true,
      ...(dragAndDropController && { dragAndDropController }),
    });
    this.#subscription = vscode.Disposable.from(
      this.view,
      this.#changed,
      this.#findings,
      vscode.window.registerFileDecorationProvider(this.#findings),
      services.currentSlide.onDidChange(() => this.#follow()),
      this.view.onDidChangeVisibility(() => this.#follow()),
      services.overflows.onDidChange((uri) => {
        if (uri.toString() === this.#tree?.document.uri.toString()) this.#announce(this.#readOverflows());
      }),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        const shown = this.#tree?.document.uri.toString();
        if (uris.some((uri) => uri.toString() === shown)) this.#readFindings();
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
    if (!isSlide(node)) {
      const nodes = this.#tree!.slidesOf(node);
      return groupItem(nodes, this.#deckOf(nodes[0]!), this.#resourceOf(node));
    }
    const overflow = this.#overflows.get(node.slide.content);
    const item = slideItem(node.slide, this.#deckOf(node), this.#resourceOf(node), overflow);
    // In another group it is another entry: VS Code does not find one again that went where it has not looked yet.
    const parent = this.#tree?.parentOf(node);
    if (parent && !isSlide(parent)) item.id += `/${parent.place}`;
    item.command = { command: 'deckwright.showSlide', title: '', arguments: [node] };
    return item;
  }

  resolveTreeItem(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
    if (isSlide(node)) {
      const findings = this.#findings.messagesOf(this.#resourceOf(node));
      item.tooltip = slideTooltip(node.slide, this.#deckOf(node), findings);
    }
    return item;
  }

  #deckOf({ document }: SlideNode): Deck {
    return this.services.decks.deckOf(document);
  }

  #follow(): void {
    if (!this.view.visible) return;
    this.#announce(this.#update());
    this.#behind = true;
    void this.#selectCurrent();
  }

  /** Selects the current slide. One that is the current one only for a moment may be left out. */
  #selectCurrent(): Promise<void> {
    this.#selecting ??= this.#selectOnce().then(() => {
      this.#selecting = null;
      return this.#behind ? this.#selectCurrent() : undefined;
    });
    return this.#selecting;
  }

  /** Gives up as soon as another slide may be the current one. */
  async #selectOnce(): Promise<void> {
    this.#behind = false;
    const node = this.#currentNode();
    if (!node) return;
    // Several that are selected stay so while the user works with them.
    const isSelected = () => this.view.selection.includes(node);
    await this.#reveal(node, { select: !isSelected(), focus: false });
    // VS Code tells only now what still is selected: not what went into a folded stack. And it may not yet have read
    // the tree anew, although it is to wait for that; then it says so, or does nothing.
    for (const pause of PAUSES) {
      if (this.#behind || isSelected()) return;
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (!this.#behind && !isSelected()) await this.#reveal(node, { select: true, focus: false });
    }
  }

  /** Gives the keyboard to the current slide's entry. */
  async focusCurrent(): Promise<void> {
    await this.#selecting;
    const node = this.#currentNode();
    if (node) await this.#reveal(node, { select: false, focus: true });
  }

  #currentNode(): SlideNode | undefined {
    const slide = this.services.currentSlide.get()?.slide;
    return slide && this.#tree?.nodeOf(slide);
  }

  async #reveal(node: SlideNode, options: { select: boolean; focus: boolean }): Promise<void> {
    // VS Code would bring the view to the front.
    if (!this.view.visible) return;
    try {
      await this.view.reveal(node, options);
    } catch (error) {
      this.services.log.debug('A slide could not be shown in the view', String(error));
    }
  }

  /** Brings the tree up to date with the deck. Gives what changed in it; null for all of it. */
  #update(): SlideNode[] | null {
    const current = this.services.currentSlide.get();
    if (current?.deck === this.#deck) return [];
    this.#deck = current?.deck ?? null;
    if (current && current.document === this.#tree?.document) return this.#tree.update(current.deck);
    this.#tree = current ? new SlideTree(current.document, current.deck) : null;
    this.#treeNumber++;
    this.view.description = current && documentName(current.document);
    this.#readFindings();
    this.#readOverflows();
    return null;
  }

  /** Has VS Code ask again for some slides; null for all. */
  #announce(changed: SlideNode[] | null): void {
    if (changed?.length !== 0) this.#changed.fire(changed ?? undefined);
  }

  #readFindings(): void {
    const tree = this.#tree;
    if (!tree || !this.#deck) return;
    const resourceOf = (slide: Slide) => this.#resourceOf(tree.nodeOf(slide));
    this.#findings.read(tree.document, this.#deck, resourceOf);
  }

  /** Slides were measured: those that fit no longer or again are shown anew. */
  #readOverflows(): SlideNode[] {
    if (!this.#tree) return [];
    const before = this.#overflows;
    const now = this.services.overflows.of(this.#tree.document);
    this.#overflows = now;
    return this.#tree.nodesWhere(({ content }) => before.get(content) !== now.get(content));
  }

  /** An address, as the key of what belongs to an entry. */
  #resourceOf(node: TreeNode): vscode.Uri {
    const key = isSlide(node) ? `${node.id}` : `${node.parent?.id ?? ''}-${node.place}`;
    return vscode.Uri.from({ scheme: SCHEME, path: `/${this.#treeNumber}/${key}` });
  }
}
