import * as vscode from 'vscode';
import type { TreeNode } from './slideTree';

/** Milliseconds after which VS Code is asked again to select an entry that it does not know yet. */
const PAUSES = [0, 50, 100, 200, 400, 800];

/**
 * While it is set, VS Code itself moves the focus by keys and calls `navigated`; otherwise keys go through
 * `navigate`.
 */
const NAVIGATING = 'deckwright.slidesView.navigating';

/** The entry with the focus, if one has it, and those that are selected. */
interface Reading {
  readonly focused: TreeNode | undefined;
  readonly selection: readonly TreeNode[];
}

/**
 * What VS Code marks in the view: the selected entries, and the one with the focus, which keys act on.
 * Extensions can't see the focus, and can't move it without taking the keyboard. So when the view follows the
 * cursor, the focus stays on the entry that was clicked last; what is known of it is recorded here.
 */
export class ViewMarks implements vscode.Disposable {
  /** The entry that has the focus, unless the user has moved it since; undefined if that is not known. */
  #focused: TreeNode | undefined;
  /**
   * The view has followed the cursor since then: the focus may be on any entry, and the user does not mean
   * it.
   */
  #isLeftBehind = true;
  /** The user moves the focus by keys, and acts on the entry it is on. */
  #isNavigating = false;
  #navigations = 0;
  #isBusy = false;
  /**
   * How many times VS Code has been asked to read all entries again, and what that count was when it last
   * had.
   */
  #announced = 0;
  #read = 0;
  /** Selections other than the user's are under way. */
  #own = 0;
  #selection: readonly TreeNode[] = [];
  readonly #subscription: vscode.Disposable;

  constructor(
    readonly view: vscode.TreeView<TreeNode>,
    readonly log: vscode.LogOutputChannel,
  ) {
    this.#subscription = view.onDidChangeSelection(({ selection }) => this.#onSelection(selection));
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  /** The user clicked on an entry, or chose it by the keyboard. */
  clicked(node: TreeNode): void {
    this.#settle(node);
  }

  /** VS Code was asked to read all entries again. */
  announced(): void {
    this.#announced++;
  }

  /**
   * Until VS Code has read all entries, it does not report all that are selected. It shows one only after
   * that.
   */
  async whenRead(node = this.#selection[0]): Promise<void> {
    if (this.#announced !== this.#read && node) await this.#reveal(node, { select: false, focus: false });
  }

  /** While keys are still taking effect, those that move the focus must wait for them too. */
  set isBusy(isBusy: boolean) {
    this.#isBusy = isBusy;
    this.#setContext();
  }

  /** How often VS Code itself has moved the focus by keys. */
  get navigations(): number {
    return this.#navigations;
  }

  /** VS Code has moved the focus by a key. */
  navigated(): void {
    this.#navigations++;
  }

  /**
   * The entries that a key pressed in the view acts on: the one that the user moved the focus to, or else all
   * that are selected. None if the focus moved on before it could be read.
   *
   * @param navigations what `navigations` was when the key was pressed: by now the focus may be elsewhere
   */
  async marked(navigations: number): Promise<readonly TreeNode[]> {
    await this.whenRead();
    const read = await this.#ownly(() => this.#readFocus(navigations));
    if (!read) return [];
    const { focused, selection } = read;
    // Then it is not the selection that the user means, but it can't be told what is.
    if (!focused) return this.#isNavigating ? [] : selection;
    if (selection.includes(focused)) return selection;
    // Typing also moves it to what is found, and there is no event for that.
    const isMoved = this.#isNavigating || (this.#focused !== undefined && focused !== this.#focused);
    return isMoved || selection.length === 0 ? [focused] : selection;
  }

  /** Moves the focus as VS Code's list commands do, from the selected entry if the focus was left behind. */
  async navigate(listCommand: string): Promise<void> {
    await this.whenRead();
    const [selected] = this.view.selection;
    if (selected && this.#isLeftBehind) await this.#giveKeyboard(selected);
    await vscode.commands.executeCommand(listCommand);
    this.#isNavigating = true;
    this.#setContext();
  }

  /** Selects only this entry, while `goesOn` says so. The keyboard stays where it is. */
  async select(node: TreeNode, goesOn: () => boolean): Promise<void> {
    await this.whenRead(node);
    if (!goesOn()) return;
    // A multiple selection stays while the user works with it.
    const isSelected = this.view.selection.includes(node);
    if (!isSelected) {
      this.#settle(this.#isNavigating ? undefined : this.#focused);
      this.#isLeftBehind = this.#focused !== node;
    }
    await this.#revealUntilSelected(node, { select: !isSelected, focus: false }, goesOn);
  }

  /** Selects only these entries and gives the keyboard to the last of them, while `goesOn` says so. */
  async take(nodes: readonly TreeNode[], goesOn: () => boolean): Promise<void> {
    const [first, ...others] = nodes;
    if (!first) return;
    await this.#revealUntilSelected(first, { select: true, focus: true }, goesOn);
    this.#settle(first);
    for (const node of others) {
      if (!goesOn() || !(await this.#giveKeyboard(node))) return;
      // VS Code lets extensions select only one entry; this adds the one with the keyboard to the selection.
      await this.#ownly(() => vscode.commands.executeCommand('list.toggleSelection'));
    }
  }

  /**
   * VS Code reports only afterwards what is still selected: not what went into a folded stack. And it may not
   * yet have reread the tree, although it should wait for that; then it says so, or does nothing.
   */
  async #revealUntilSelected(
    node: TreeNode,
    options: { select: boolean; focus: boolean },
    goesOn: () => boolean,
  ): Promise<void> {
    await this.#reveal(node, options);
    for (const pause of PAUSES) {
      if (!goesOn() || this.view.selection.includes(node)) return;
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (goesOn() && !this.view.selection.includes(node))
        await this.#reveal(node, { ...options, select: true });
    }
  }

  async #giveKeyboard(node: TreeNode): Promise<boolean> {
    const isGiven = await this.#reveal(node, { select: false, focus: true });
    if (isGiven) this.#settle(node);
    return isGiven;
  }

  #settle(focused: TreeNode | undefined): void {
    this.#focused = focused;
    this.#isLeftBehind = false;
    this.#isNavigating = false;
    this.#setContext();
  }

  /**
   * The user added an entry by hand, or else it is not known where the focus is. When VS Code reads the entries again, it
   * may report the same ones once more, or none for a moment: the focus stays then.
   */
  #onSelection(selection: readonly TreeNode[]): void {
    const before = this.#selection;
    this.#selection = selection;
    const isRead = selection.length === 0 || haveSame(selection, before);
    if (this.#own > 0 || isRead) return;
    const added = selection.filter((node) => !before.includes(node));
    const isAddition = added.length === 1 && selection.length === before.length + 1;
    this.#settle(isAddition ? added[0] : undefined);
  }

  async #ownly<T>(select: () => Thenable<T>): Promise<T> {
    this.#own++;
    try {
      return await select();
    } finally {
      this.#own--;
    }
  }

  #context = false;

  #setContext(): void {
    const isSet = this.#isNavigating && !this.#isBusy;
    if (this.#context === isSet) return;
    this.#context = isSet;
    void vscode.commands.executeCommand('setContext', NAVIGATING, isSet);
  }

  async #reveal(node: TreeNode, options: { select: boolean; focus: boolean }): Promise<boolean> {
    // VS Code would bring the view to the front.
    if (!this.view.visible) return false;
    const announced = this.#announced;
    try {
      await this.#ownly(() => this.view.reveal(node, options));
      this.#read = announced;
      return true;
    } catch (error) {
      this.log.debug('A slide could not be shown in the view', String(error));
      return false;
    }
  }

  /** The entry that had the focus when a key was pressed. Null if the focus had moved before it could be read. */
  async #readFocus(asked: number): Promise<Reading | null> {
    const read = await this.#readOnce();
    if (!read) return null;
    // VS Code reports late that it moved the focus: the answer to a command comes after what was on its way.
    await vscode.commands.executeCommand('setContext', NAVIGATING, this.#context);
    if (this.#navigations === asked) return read;
    // It moved before the reading, or after it if the focus is elsewhere now.
    const again = await this.#readOnce();
    return read.focused && again?.focused && again.focused !== read.focused ? read : null;
  }

  /**
   * VS Code reports only which entries are selected, so it is asked to select the one with the focus for a
   * moment. Null if the focus had moved by then.
   */
  async #readOnce(): Promise<Reading | null> {
    const asked = this.#navigations;
    const steps = [{ selection: this.view.selection, navigations: asked }];
    const listening = this.view.onDidChangeSelection(({ selection }) =>
      steps.push({ selection, navigations: this.#navigations }),
    );
    // As one command, so that no key comes between them.
    const commands = ['list.toggleSelection', 'list.toggleSelection'];
    await vscode.commands.executeCommand('runCommands', { commands });
    listening.dispose();
    // The current slide may be selected just before or after them: their step is the one that was reversed.
    const at = steps.findIndex(({ selection }, place) => haveSame(selection, steps[place + 2]?.selection));
    if (at < 0) return { focused: undefined, selection: this.view.selection };
    const before = steps[at]!.selection;
    const { selection: toggled, navigations } = steps[at + 1]!;
    if (navigations !== asked) return null;
    const all = [...toggled, ...before];
    const focused = all.find((node) => before.includes(node) !== toggled.includes(node));
    return { focused, selection: before };
  }
}

export function haveSame(nodes: readonly TreeNode[], others: readonly TreeNode[] | undefined): boolean {
  return nodes.length === others?.length && nodes.every((node) => others.includes(node));
}
