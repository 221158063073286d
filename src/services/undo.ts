import * as vscode from 'vscode';
import { plainName } from './plainText';

/**
 * Says what an edit did and offers to undo it, by VS Code's own undo in the document's editor. To be called right after
 * the edit: if the document has changed by the time the user answers, nothing is undone, and the user is told so.
 */
export async function offerUndo(document: vscode.TextDocument, message: string): Promise<void> {
  const { version } = document;
  const isUnchanged = () => !document.isClosed && document.version === version;
  const undo = vscode.l10n.t('Undo');
  if ((await vscode.window.showInformationMessage(message, undo)) !== undo) return;
  if (isUnchanged()) await vscode.window.showTextDocument(document, columnOf(document));
  // It may have changed while its editor opened.
  if (isUnchanged()) await vscode.commands.executeCommand('undo');
  else {
    const name = plainName(document.uri);
    void vscode.window.showWarningMessage(
      vscode.l10n.t('{0} has changed since then. Nothing was undone.', name),
    );
  }
}

/** Where the document has an editor already, in sight or not; undefined where it has none. */
function columnOf({ uri }: vscode.TextDocument): vscode.ViewColumn | undefined {
  const visible = vscode.window.visibleTextEditors.find(({ document }) => isSame(document.uri, uri));
  return visible?.viewColumn ?? groupOf(uri)?.viewColumn;
}

function groupOf(uri: vscode.Uri): vscode.TabGroup | undefined {
  return vscode.window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && isSame(input.uri, uri)),
  );
}

function isSame(one: vscode.Uri, other: vscode.Uri): boolean {
  return one.toString() === other.toString();
}
