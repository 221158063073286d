import * as vscode from 'vscode';
import { plainText } from '../../services/plainText';
import type { KnownHandle } from './knownHandles';

const HANDLE = /^@?([A-Za-z0-9](?:[A-Za-z0-9]|-(?=[A-Za-z0-9])){0,38})$/;

interface HandleItem extends vscode.QuickPickItem {
  readonly handle: string;
}

/**
 * Asks for a GitHub handle: one of those known, or another that is typed. Empty where it is to be filled in later,
 * undefined where the user cancelled.
 */
export function pickHandle(title: string, known: readonly KnownHandle[]): Promise<string | undefined> {
  const later = { label: vscode.l10n.t('Fill in Later'), handle: '', alwaysShow: true };
  const handles = known.map(
    ({ handle, description }): HandleItem => ({ label: `@${plainText(handle)}`, description, handle }),
  );
  const picker = vscode.window.createQuickPick<HandleItem>();
  picker.title = title;
  picker.placeholder = vscode.l10n.t('A GitHub handle: choose one or type another');
  picker.items = [...handles, later];
  picker.onDidChangeValue((value) => {
    const typed = HANDLE.exec(value.trim())?.[1];
    const isNew =
      typed !== undefined && !known.some(({ handle }) => handle.toLowerCase() === typed.toLowerCase());
    const other = { label: `@${typed}`, handle: typed ?? '', alwaysShow: true };
    picker.items = isNew ? [other, ...handles, later] : [...handles, later];
  });
  return new Promise((resolve) => {
    picker.onDidAccept(() => {
      resolve(picker.selectedItems[0]?.handle);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}
