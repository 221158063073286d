import * as vscode from 'vscode';
import { plainName } from './plainText';
import { tabNamedAfter } from './tabs';

/**
 * Says what an edit did and offers to undo it, by VS Code's own undo in the document's editor. To be called
 * right after the edit: if the document has changed by the time the user answers, nothing is undone, and the
 * user is told so.
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

/** In the column where the document has an editor already, visible or not; undefined if it has none. */
function columnOf({ uri }: vscode.TextDocument): vscode.ViewColumn | undefined {
  const visible = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === uri.toString(),
  );
  return visible?.viewColumn ?? tabNamedAfter(uri)?.group.viewColumn;
}
