import * as vscode from 'vscode';
import type * as Reader from '../bundles/config';
import { configFileOf, editConfig, newConfigFolder } from '../services/editConfig';
import { loadBundle } from '../services/loadBundle';
import type { Services } from '../services/services';

/**
 * Where a rule would be turned off for a deck: undefined for one that has no file and no workspace. In a workspace of
 * several folders each has its own configuration.
 */
export function reachOf(deck: vscode.Uri): 'workspace' | 'folder' | undefined {
  const folder = newConfigFolder(deck);
  if (!folder) return undefined;
  const isAll =
    vscode.workspace.getWorkspaceFolder(folder) && vscode.workspace.workspaceFolders?.length === 1;
  return isAll ? 'workspace' : 'folder';
}

/** Turns a rule off in `.deckwright.json`, for all decks whose configuration that is. */
export async function disableRule(
  deck: vscode.Uri,
  rule: string,
  extensionUri: vscode.Uri,
  { configs }: Services,
): Promise<void> {
  const reader = await loadBundle<typeof Reader>(extensionUri, 'config.js');
  const file = await configFileOf(deck, configs);
  if (!file) return;
  await editConfig(
    file,
    (text) => reader.disableRule(text, rule),
    (name) => vscode.l10n.t('{0} now turns {1} off.', name, rule),
  );
}
