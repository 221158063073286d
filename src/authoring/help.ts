import * as vscode from 'vscode';
import type * as HelpBundle from '../bundles/help';
import type { Deck } from '../core/deck/deck';
import { baseOf, fileNamed } from '../services/deckRoot';
import { loadBundle } from '../services/loadBundle';
import type { Services } from '../services/services';

/** What dist/help.js holds. */
export type Help = typeof HelpBundle;

/** What completion, hovers and the color picker work with. */
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

/**
 * The file or folder that a decoded path of a deck means; undefined outside of its workspace folder. An
 * unsaved deck is treated as if it were in the first one.
 */
export function resolveInWorkspace(
  { document: { uri }, deck }: Pick<Helped, 'document' | 'deck'>,
  path: string,
): vscode.Uri | undefined {
  if (uri.scheme !== 'untitled') return fileNamed(path, baseOf(uri, deck.setup));
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return folder && fileNamed(path, vscode.Uri.joinPath(folder, 'untitled.md'));
}
