import * as vscode from 'vscode';
import { dayOfFile } from '../core/community/dates';
import { parent } from '../services/deckRoot';
import { NEVER_ENTERED } from '../services/markdownFiles';
import type { Services } from '../services/services';
import { activeFolder, browseForFolder, folderName, type Home, isWritable } from '../services/whereDecksAre';

const DATED = '**/[0-9][0-9][0-9][0-9]*.{md,markdown}';
const MAX_FILES = 5000;

/** The folders in which a deck may be at home: the active one, that of the latest dated deck, those of the workspace. */
export async function homesOfDecks({ currentSlide }: Services): Promise<vscode.Uri[]> {
  const active = activeFolder(currentSlide);
  const roots = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const found = [active, await folderOfLatest(), ...roots].filter(
    (folder): folder is vscode.Uri => folder !== undefined && isWritable(folder),
  );
  return [...new Map(found.map((folder) => [folder.toString(), folder])).values()];
}

async function folderOfLatest(): Promise<vscode.Uri | undefined> {
  const files = await vscode.workspace.findFiles(DATED, NEVER_ENTERED, MAX_FILES);
  const [latest] = files
    .flatMap((file) => (dayOfFile(file.path) ? { file, name: nameOf(file) } : []))
    .sort((a, b) => (a.name < b.name ? 1 : -1));
  return latest && parent(latest.file);
}

function nameOf({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1).replaceAll('-', '');
}

/** Asks which of these folders a deck goes into, or another. No folder if none is open; undefined if the user cancels. */
export async function askForHome(title: string, folders: readonly vscode.Uri[]): Promise<Home | undefined> {
  if (folders.length === 0) return { folder: undefined };
  const items = folders.map((folder) => ({ label: folderName(folder), folder }));
  const browse = { label: vscode.l10n.t('Browse…'), folder: undefined };
  const placeHolder = vscode.l10n.t('Which folder does the new deck go into?');
  const item = await vscode.window.showQuickPick([...items, browse], { title, placeHolder });
  const folder = item === browse ? await browseForFolder(title, folders[0]) : item?.folder;
  return folder && { folder };
}
