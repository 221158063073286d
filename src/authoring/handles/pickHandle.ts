import * as vscode from 'vscode';
import { isSameHandle } from '../../core/community/handles';
import { chosenIn } from '../../services/chosenIn';
import { plainText } from '../../services/plainText';
import type { KnownHandle } from './knownHandles';

const HANDLE = /^@?([A-Za-z0-9](?:[A-Za-z0-9]|-(?=[A-Za-z0-9])){0,38})$/;

interface HandleItem extends vscode.QuickPickItem {
  readonly handle: string;
}

/**
 * Asks for a GitHub handle: one of the known ones, which may still be loading, or another that the user
 * types. Empty if it is to be filled in later, undefined if the user cancels.
 */
export async function pickHandle(
  title: string,
  known: Promise<readonly KnownHandle[]>,
): Promise<string | undefined> {
  const picker = vscode.window.createQuickPick<HandleItem>();
  let items: HandleItem[] = [];
  const update = () => {
    const typed = HANDLE.exec(picker.value.trim())?.[1];
    const isNew = typed !== undefined && !items.some(({ handle }) => isSameHandle(handle, typed));
    picker.items = isNew ? [{ label: `@${typed}`, handle: typed, alwaysShow: true }, ...items] : items;
  };
  picker.title = title;
  picker.placeholder = vscode.l10n.t('A GitHub handle: choose one or type another');
  picker.busy = true;
  picker.onDidChangeValue(update);
  void known.then((handles) => {
    items = [...handles.map(handleItem), laterItem()];
    picker.busy = false;
    update();
  });
  return (await chosenIn(picker))?.handle;
}

function handleItem({ handle, description }: KnownHandle): HandleItem {
  return { label: `@${plainText(handle)}`, description, handle };
}

function laterItem(): HandleItem {
  return { label: vscode.l10n.t('Fill in Later'), handle: '', alwaysShow: true };
}
