import * as vscode from 'vscode';

/** The document that a menu or script called a command on; undefined where it was not called on one. */
export async function documentOf(argument: unknown): Promise<vscode.TextDocument | undefined> {
  // A preview's own menu passes the address of its panel.
  if (!(argument instanceof vscode.Uri) || argument.scheme === 'webview-panel') return undefined;
  const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === argument.toString());
  if (open) return open;
  // Asking for an untitled document that is closed would make a new one.
  return argument.scheme === 'untitled' ? undefined : vscode.workspace.openTextDocument(argument);
}
