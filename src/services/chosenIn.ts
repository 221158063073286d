import type { QuickPick, QuickPickItem } from 'vscode';

/** Shows a quick pick and returns the user's choice; undefined if the user dismisses it. */
export function chosenIn<Item extends QuickPickItem>(picker: QuickPick<Item>): Promise<Item | undefined> {
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      const [item] = picker.selectedItems;
      // Enter in an empty list.
      if (!item) return;
      resolve(item);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}
