import * as vscode from 'vscode';
import type { TreeNode } from './slideTree';

/** Milliseconds after which VS Code is asked once more to select an entry that it does not know yet. */
const PAUSES = [0, 50, 100, 200, 400, 800];

/** While it is not set, keys that move the focus in the view go through `navigate`. */
const NAVIGATING = 'deckwright.slidesView.navigating';

/**
 * What VS Code marks in the view: the selected entries, and the one with the focus, which a key acts on. Extensions
 * can't see the focus, and can't move it without taking the keyboard. So where the view follows the cursor the focus is
 * left behind, on the entry that was clicked last; what is known of it is noted here.
 */
export class ViewMarks {
  /** The entry that has the focus, unless the user moved it since; undefined where that is not known. */
  #focused: TreeNode | undefined;
  /** The user moves the focus by keys, and acts on the entry it is on. */
  #isNavigating = false;

  constructor(
    readonly view: vscode.TreeView<TreeNode>,
    readonly log: vscode.LogOutputChannel,
  ) {}

  /** The user clicked on an entry, or chose it by the keyboard. */
  clicked(node: TreeNode): void {
    this.#settle(node);
  }

  /**
   * The entries that a key pressed in the view is about: the one that the user moved the focus to, else all that are
   * selected.
   */
  async marked(): Promise<readonly TreeNode[]> {
    const { focused, selection } = await this.#readFocus();
    if (!focused || selection.includes(focused)) return selection;
    // Typing moves it too, to what is found, and nothing tells of that.
    const isMoved = this.#isNavigating || (this.#focused !== undefined && focused !== this.#focused);
    return isMoved || selection.length === 0 ? [focused] : selection;
  }

  /** Moves the focus as one of VS Code's commands for lists does, from the selected entry if it was left behind. */
  async navigate(listCommand: string): Promise<void> {
    const [selected] = this.view.selection;
    const isBehind = !this.#focused || !this.view.selection.includes(this.#focused);
    if (selected && isBehind && !this.#isNavigating) await this.#giveKeyboard(selected, false);
    await vscode.commands.executeCommand(listCommand);
    this.#setNavigating(true);
  }

  /** Selects an entry, and it alone, as long as `goesOn` says so. The keyboard stays where it is. */
  async select(node: TreeNode, goesOn: () => boolean): Promise<void> {
    // Several that are selected stay so while the user works with them.
    const isSelected = () => this.view.selection.includes(node);
    if (!isSelected() && this.#isNavigating) this.#settle(undefined);
    await this.#reveal(node, { select: !isSelected(), focus: false });
    // VS Code tells only now what still is selected: not what went into a folded stack. And it may not yet have read
    // the tree anew, although it is to wait for that; then it says so, or does nothing.
    for (const pause of PAUSES) {
      if (!goesOn() || isSelected()) return;
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (goesOn() && !isSelected()) await this.#reveal(node, { select: true, focus: false });
    }
  }

  /** Selects entries, and no others, and gives the keyboard to the last of them. */
  async take(nodes: readonly TreeNode[]): Promise<void> {
    for (const [at, node] of nodes.entries()) {
      await this.#giveKeyboard(node, at === 0);
      // VS Code lets extensions select one entry only; this adds the one with the keyboard to those that are.
      if (at > 0) await vscode.commands.executeCommand('list.toggleSelection');
    }
  }

  async #giveKeyboard(node: TreeNode, select: boolean): Promise<void> {
    if (await this.#reveal(node, { select, focus: true })) this.#settle(node);
  }

  #settle(focused: TreeNode | undefined): void {
    this.#focused = focused;
    this.#setNavigating(false);
  }

  #setNavigating(isNavigating: boolean): void {
    if (this.#isNavigating === isNavigating) return;
    this.#isNavigating = isNavigating;
    void vscode.commands.executeCommand('setContext', NAVIGATING, isNavigating);
  }

  async #reveal(node: TreeNode, options: { select: boolean; focus: boolean }): Promise<boolean> {
    // VS Code would bring the view to the front.
    if (!this.view.visible) return false;
    try {
      await this.view.reveal(node, options);
      return true;
    } catch (error) {
      this.log.debug('A slide could not be shown in the view', String(error));
      return false;
    }
  }

  /** VS Code only tells which entries are selected, so it is asked to select the one with the focus for a moment. */
  async #readFocus(): Promise<{ focused: TreeNode | undefined; selection: readonly TreeNode[] }> {
    const selections: (readonly TreeNode[])[] = [this.view.selection];
    const listening = this.view.onDidChangeSelection(({ selection }) => selections.push(selection));
    // Both at once, so that nothing else comes between them.
    const toggle = () => vscode.commands.executeCommand('list.toggleSelection');
    await Promise.all([toggle(), toggle()]);
    listening.dispose();
    // The current slide may be selected just before or after them: theirs is the step that was taken back.
    const start = selections.findIndex((before, place) => haveSame(before, selections[place + 2]));
    if (start < 0) return { focused: undefined, selection: this.view.selection };
    const [before = [], toggled = []] = selections.slice(start);
    const all = [...toggled, ...before];
    const focused = all.find((node) => before.includes(node) !== toggled.includes(node));
    return { focused, selection: before };
  }
}

function haveSame(nodes: readonly TreeNode[], others: readonly TreeNode[] | undefined): boolean {
  return nodes.length === others?.length && nodes.every((node) => others.includes(node));
}
