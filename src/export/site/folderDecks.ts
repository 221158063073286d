import * as vscode from 'vscode';
import { isIgnored } from '../../core/config/config';
import { readDeckFile } from '../../services/deckFile';
import { isWithin, rootOf } from '../../services/deckRoot';
import { parseOptions } from '../../services/decks';
import { openDocument } from '../../services/documentOf';
import type { Folders } from '../../services/folders';
import { MARKDOWN_FILES, NEVER_ENTERED } from '../../services/markdownFiles';
import type { Services } from '../../services/services';
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
  const { configs, decks } = services;
  const found: SiteDeck[] = [];
  const unreadable: string[] = [];
  for (const uri of await markdownFiles(folder, site)) {
    around.signal.throwIfAborted();
    await configs.ready(uri);
    const path = configs.pathOf(uri);
    if (path !== undefined && isIgnored(configs.of(uri), path)) continue;
    const { text, problem } = await textOf(uri);
    if (text !== undefined) await decks.ready(uri, text);
    const recognized = text === undefined ? null : decks.recognizeText(uri, text);
    // Other files may have any encoding.
    if (recognized?.isDeck === false) continue;
    if (problem !== undefined) unreadable.push(`${uri.fsPath}: ${problem}`);
    if (!recognized || problem !== undefined) continue;
    found.push({
      path: pathIn(folder, uri),
      text: text!,
      options: parseOptions(recognized),
      surroundings: surroundingsOf(uri, { ...around, configs }),
      folder: folderInRoot(folder, uri),
    });
  }
  return { decks: found, unreadable };
}

async function markdownFiles(folder: vscode.Uri, site: vscode.Uri): Promise<vscode.Uri[]> {
  const pattern = new vscode.RelativePattern(folder, MARKDOWN_FILES);
  const found = await vscode.workspace.findFiles(pattern, NEVER_ENTERED);
  const isSeparate = site.toString() !== folder.toString();
  return found
    .filter((uri) => !(isSeparate && isWithin(uri, site)))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function textOf(uri: vscode.Uri): Promise<{ text?: string; problem?: string }> {
  const open = openDocument(uri);
  return open ? { text: open.getText() } : ((await readDeckFile(uri)) ?? {});
}

function folderInRoot(folder: vscode.Uri, deck: vscode.Uri): string {
  const root = rootOf(deck);
  return root && isWithin(folder, root) ? pathIn(root, folder) : '';
}

function pathIn(folder: vscode.Uri, file: vscode.Uri): string {
  return file.path.slice(folder.path.replace(/\/$/, '').length + 1);
}
