import * as vscode from 'vscode';

/** Shows a quick pick and returns the user's choice; undefined if the user dismisses it. */
export function chosenIn<Item extends vscode.QuickPickItem>(
  picker: vscode.QuickPick<Item>,
): Promise<Item | undefined> {
  return shown(picker, () => picker.selectedItems[0]);
}

/** How a list looks of which the user may choose several items. */
type ListOptions = Partial<
  Pick<
    vscode.QuickPick<vscode.QuickPickItem>,
    'title' | 'placeholder' | 'matchOnDescription' | 'matchOnDetail' | 'ignoreFocusOut'
  >
>;

/**
 * Shows items of which the user may choose several; undefined if the user dismisses them. Those that are `picked` are
 * so from the start: `showQuickPick` marks them after the list is shown, and Enter in between chooses nothing.
 */
export function chosenAmong<Item extends vscode.QuickPickItem>(
  items: readonly Item[],
  options: ListOptions,
): Promise<readonly Item[] | undefined> {
  const picker = vscode.window.createQuickPick<Item>();
  picker.canSelectMany = true;
  picker.items = items;
  picker.selectedItems = items.filter(({ picked }) => picked);
  return shown(Object.assign(picker, options), () => picker.selectedItems);
}

/** What the user accepts. */
function shown<Item extends vscode.QuickPickItem, Choice>(
  picker: vscode.QuickPick<Item>,
  choice: () => Choice | undefined,
): Promise<Choice | undefined> {
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      const chosen = choice();
      // Enter in an empty list.
      if (chosen === undefined) return;
      resolve(chosen);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}
