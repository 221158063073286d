import * as vscode from 'vscode';

/** The folder that holds all a deck may name: its workspace folder, or without one, its own. None if it is unsaved. */
export function rootOf(deck: vscode.Uri): vscode.Uri | undefined {
  const root = vscode.workspace.getWorkspaceFolder(deck)?.uri;
  return root ?? (deck.scheme === 'untitled' ? undefined : vscode.Uri.joinPath(deck, '..'));
}

/** The file that a path in a deck means; null where it lies outside of what the deck may name. */
export function fileNamed(path: string, deck: vscode.Uri): vscode.Uri | null {
  const root = rootOf(deck);
  if (!root) return null;
  const file = vscode.Uri.joinPath(path.startsWith('/') ? root : vscode.Uri.joinPath(deck, '..'), path);
  return file.path.startsWith(root.path.replace(/\/?$/, '/')) ? file : null;
}
