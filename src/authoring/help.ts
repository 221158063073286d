import * as vscode from 'vscode';
import type * as HelpBundle from '../core/authoring/help';
import type { Deck } from '../core/deck/deck';
import { loadBundle } from '../services/loadBundle';
import type { Services } from '../services/services';

/** What dist/help.js holds. */
export type Help = typeof HelpBundle;

/** What completion, hovers and the colour picker work with. */
export interface Helped {
  readonly document: vscode.TextDocument;
  readonly deck: Deck;
  readonly help: Help;
  readonly extensionUri: vscode.Uri;
  readonly services: Services;
}

export function loadHelp(extensionUri: vscode.Uri): Promise<Help> {
  return loadBundle<Help>(extensionUri, 'help.js');
}

/** The folder that relative paths of a document count from; undefined where there is none. */
export function folderOf({ uri }: vscode.TextDocument): vscode.Uri | undefined {
  if (uri.scheme === 'untitled') return vscode.workspace.workspaceFolders?.[0]?.uri;
  return vscode.Uri.joinPath(uri, '..');
}

/** The file or folder that a decoded path of a deck means; undefined outside of its workspace folder. */
export function resolveInWorkspace(document: vscode.TextDocument, path: string): vscode.Uri | undefined {
  const folder = folderOf(document);
  if (!folder) return undefined;
  const root = vscode.workspace.getWorkspaceFolder(folder)?.uri ?? folder;
  const file = vscode.Uri.joinPath(path.startsWith('/') ? root : folder, path);
  return `${file.path}/`.startsWith(root.path.replace(/\/?$/, '/')) ? file : undefined;
}
