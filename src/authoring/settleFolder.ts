import * as vscode from 'vscode';
import type * as Reader from '../bundles/config';
import { decodeUtf8 } from '../core/text/utf8';
import { parent } from '../services/deckRoot';
import { fileOf } from '../services/documentFile';
import { configFileOf, editConfig } from '../services/editConfig';
import { loadBundle } from '../services/loadBundle';
import { isMarkdownFile } from '../services/markdownFiles';
import type { Services } from '../services/services';

type Settled = Omit<Reader.Settlement, 'glob'>;

/** The folder of a document as it is called in the explorer. */
export function nameOfFolder(uri: vscode.Uri): string {
  const folder = parent(fileOf(uri) ?? uri);
  return vscode.workspace.asRelativePath(folder, false).split('/').at(-1)!;
}

/**
 * Writes into `.deckwright.json` whose decks those in the folder of a document are. False if nothing could be written;
 * the user is told why.
 */
export async function settleFolder(
  document: vscode.TextDocument,
  settled: Settled,
  extensionUri: vscode.Uri,
  services: Services,
): Promise<boolean> {
  const { settleDecks, settlementsOf } = await loadBundle<typeof Reader>(extensionUri, 'config.js');
  const deck = fileOf(document.uri)!;
  const file = (await configFileOf(deck, services.configs))!;
  const folder = parent(deck).path.slice(parent(file).path.length).replace(/^\//, '');
  const settlements = settlementsOf(folder, await filesBeside(deck, services), settled);
  return editConfig(
    file,
    (text) => settleDecks(text, settlements),
    (name) => vscode.l10n.t('{0} now says how the decks are read.', name),
  );
}

/** The markdown files beside a deck, itself included, and what they are. */
async function filesBeside(deck: vscode.Uri, { decks }: Services): Promise<Reader.FolderFile[]> {
  const folder = parent(deck);
  const files: Reader.FolderFile[] = [];
  for (const [name, type] of await vscode.workspace.fs.readDirectory(folder)) {
    if (!isMarkdownFile(name) || !(type & vscode.FileType.File)) continue;
    const uri = vscode.Uri.joinPath(folder, name);
    const text = decodeUtf8(await vscode.workspace.fs.readFile(uri));
    if (text === null) continue;
    const found = decks.recognizeText(uri, text);
    // That one is meant, whatever it was taken for.
    const isItself = uri.path === deck.path;
    files.push({ name, found: isItself ? { ...found, isDeck: true, isGuess: true } : found });
  }
  return files;
}
