import * as vscode from 'vscode';

/** A deck without a file, for which no folder is open. The user is told so. */
export async function createUntitled(text: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: text });
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      'No folder is open, so the deck is untitled. Save it in the folder where its pictures will be.',
    ),
  );
  return document;
}
