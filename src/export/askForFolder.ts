import * as vscode from 'vscode';

/** The folder into which the user wants to export, from this one on. Undefined if the user cancels. */
export async function askForFolder(
  title: string,
  start: vscode.Uri | undefined,
): Promise<vscode.Uri | undefined> {
  const [folder] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      ...(start && { defaultUri: start }),
      openLabel: vscode.l10n.t('Export Here'),
      title,
    })) ?? [];
  return folder;
}
