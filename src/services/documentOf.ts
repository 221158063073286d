import * as vscode from 'vscode';

/** The document with this address, if it is open. */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}

/** The document that a menu or script called a command on; undefined if it was not called on one. */
export async function documentOf(argument: unknown): Promise<vscode.TextDocument | undefined> {
  // A preview's own menu passes the address of its panel.
  if (!(argument instanceof vscode.Uri) || argument.scheme === 'webview-panel') return undefined;
  const open = openDocument(argument);
  if (open) return open;
  // Asking for an untitled document that is closed would make a new one.
  return argument.scheme === 'untitled' ? undefined : vscode.workspace.openTextDocument(argument);
}
