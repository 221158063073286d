import * as vscode from 'vscode';
import type { Setup } from '../core/deck/setup';
import { fileOf } from './documentFile';

/**
 * The folder that contains everything a deck may name: its workspace folder, or without one, its own. None
 * without a file.
 */
export function rootOf(deck: vscode.Uri): vscode.Uri | undefined {
  const file = fileOf(deck);
  return file && (vscode.workspace.getWorkspaceFolder(file)?.uri ?? parent(file));
}

/** The folder that a file is in. */
export function folderOf(deck: vscode.Uri): vscode.Uri | undefined {
  const file = fileOf(deck);
  return file && parent(file);
}

/** The file that a deck's relative paths start from: the deck itself, or the page that loads it. */
export function baseOf(deck: vscode.Uri, { page }: Setup): vscode.Uri {
  const root = page && rootOf(deck);
  return root ? vscode.Uri.joinPath(root, page.file) : deck;
}

/** Whether the deck may name the file or folder. */
export function isReachable(file: vscode.Uri, deck: vscode.Uri): boolean {
  const root = rootOf(deck);
  return root !== undefined && isWithin(file, root);
}

/** The folder that the file or folder is in. */
export function parent(file: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(file, '..');
}

/** Whether the file or folder is this folder or is below it. */
export function isWithin({ scheme, authority, path }: vscode.Uri, folder: vscode.Uri): boolean {
  if (scheme !== folder.scheme || authority !== folder.authority) return false;
  return `${path}/`.startsWith(folder.path.replace(/\/?$/, '/'));
}

/**
 * The file or folder that a decoded path in a deck means, from the deck or what `baseOf` makes of it; undefined
 * outside of what the deck may name.
 */
export function fileNamed(path: string, deck: vscode.Uri): vscode.Uri | undefined {
  const base = path.startsWith('/') ? rootOf(deck) : folderOf(deck);
  const file = base && vscode.Uri.joinPath(base, path);
  return file && isReachable(file, deck) ? file : undefined;
}
