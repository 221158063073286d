import * as vscode from 'vscode';
import { parent } from '../../services/deckRoot';
import { plainName } from '../../services/plainText';
import { askForFolder } from '../askForFolder';

const MEMENTO_KEY = 'deckwright.sites';

/** Asks for the folder of the site: that of the last time, a new one beside the decks, or another. */
export async function chooseSite(folder: vscode.Uri, state: vscode.Memento): Promise<vscode.Uri | undefined> {
  const sites = state.get<Record<string, string>>(MEMENTO_KEY, {});
  const last = sites[folder.toString()];
  const beside = vscode.Uri.joinPath(parent(folder), `${folder.path.replace(/^.*\//s, '')}-site`);
  const known = [...new Set([...(last === undefined ? [] : [last]), beside.toString()])].map((uri) =>
    vscode.Uri.parse(uri),
  );
  const other = vscode.l10n.t('Other Folder…');
  const items = [
    ...known.map((uri) => ({ label: plainName(uri), description: uri.fsPath, uri })),
    { label: other, description: '', uri: null },
  ];
  const title = vscode.l10n.t('Export Folder as a Site');
  const placeHolder = vscode.l10n.t('Which folder is to hold the pages?');
  const item = await vscode.window.showQuickPick(items, { title, placeHolder });
  const chosen = item && (item.uri ?? (await askForFolder(title, parent(beside))));
  if (chosen) await state.update(MEMENTO_KEY, { ...sites, [folder.toString()]: chosen.toString() });
  return chosen;
}
