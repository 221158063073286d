import type * as vscode from 'vscode';
import { isWithin, rootOf } from '../../services/deckRoot';
import { parseOptions } from '../../services/decks';
import type { Folders } from '../../services/folders';
import { decksAmong, markdownFilesIn } from '../../services/foundDecks';
import type { Services } from '../../services/services';
import { remoteFilesOf } from '../remoteFiles';
import { surroundingsOf } from '../surroundings';
import type { SiteDeck } from './sitePage';

/** The decks of a folder, and why some can't be read. */
export interface FolderDecks {
  readonly decks: readonly SiteDeck[];
  readonly unreadable: readonly string[];
}

/** Reads all decks of a folder, as they are in editors if they are open, except for those within the site itself. */
export async function decksOf(
  folder: vscode.Uri,
  site: vscode.Uri,
  services: Services,
  around: { readonly folders: Folders; readonly extensionUri: vscode.Uri; readonly signal: AbortSignal },
): Promise<FolderDecks> {
  const { configs } = services;
  const isSeparate = site.toString() !== folder.toString();
  const files = await markdownFilesIn(folder);
  const { decks, unreadable } = await decksAmong(
    files.filter((uri) => !(isSeparate && isWithin(uri, site))),
    services,
    around.signal,
  );
  const remote = await remoteFilesOf(
    decks.map(({ uri }) => uri),
    services,
  );
  return {
    decks: decks.map(({ uri, text, recognized }) => ({
      path: pathIn(folder, uri),
      text,
      options: parseOptions(recognized),
      surroundings: surroundingsOf(uri, { ...around, configs, remote }),
      folder: folderInRoot(folder, uri),
    })),
    unreadable,
  };
}

function folderInRoot(folder: vscode.Uri, deck: vscode.Uri): string {
  const root = rootOf(deck);
  return root && isWithin(folder, root) ? pathIn(root, folder) : '';
}

function pathIn(folder: vscode.Uri, file: vscode.Uri): string {
  return file.path.slice(folder.path.replace(/\/$/, '').length + 1);
}
