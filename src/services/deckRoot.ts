import * as vscode from 'vscode';

/** The folder that holds all a deck may name: its workspace folder, or without one, its own. None if it is unsaved. */
export function rootOf(deck: vscode.Uri): vscode.Uri | undefined {
  const root = vscode.workspace.getWorkspaceFolder(deck)?.uri;
  return root ?? (deck.scheme === 'untitled' ? undefined : vscode.Uri.joinPath(deck, '..'));
}

/** Whether the deck may name the file or folder. */
export function isReachable(file: vscode.Uri, deck: vscode.Uri): boolean {
  const root = rootOf(deck);
  if (file.scheme !== root?.scheme || file.authority !== root.authority) return false;
  return `${file.path}/`.startsWith(root.path.replace(/\/?$/, '/'));
}

/** The file or folder that a decoded path in a deck means; undefined outside of what the deck may name. */
export function fileNamed(path: string, deck: vscode.Uri): vscode.Uri | undefined {
  const root = rootOf(deck);
  if (!root) return undefined;
  const file = vscode.Uri.joinPath(path.startsWith('/') ? root : vscode.Uri.joinPath(deck, '..'), path);
  return isReachable(file, deck) ? file : undefined;
}
