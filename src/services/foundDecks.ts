import * as vscode from 'vscode';
import { isIgnored } from '../core/config/config';
import type { FileRecognition } from '../core/config/recognizeFile';
import { readDeckFile } from './deckFile';
import { openDocument } from './documentOf';
import { MARKDOWN_FILES, NEVER_ENTERED } from './markdownFiles';
import type { Services } from './services';

/** A deck among the files of a folder. */
export interface FoundDeck {
  readonly uri: vscode.Uri;
  /** As it is in its editor if it is open. */
  readonly text: string;
  readonly recognized: FileRecognition;
}

/** The decks among some files, and why some of the files can't be read. */
export interface FoundDecks {
  readonly decks: readonly FoundDeck[];
  /** Each begins with the path of the file. */
  readonly unreadable: readonly string[];
}

/** All markdown files of a folder, or of the workspace if none is given, by path. */
export async function markdownFilesIn(folder?: vscode.Uri): Promise<vscode.Uri[]> {
  const pattern = folder ? new vscode.RelativePattern(folder, MARKDOWN_FILES) : MARKDOWN_FILES;
  const found = await vscode.workspace.findFiles(pattern, NEVER_ENTERED);
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Reads the decks among some files, except for those that the configuration ignores. */
export async function decksAmong(
  files: readonly vscode.Uri[],
  { configs, decks }: Services,
  signal: AbortSignal,
): Promise<FoundDecks> {
  const found: FoundDeck[] = [];
  const unreadable: string[] = [];
  for (const uri of files) {
    signal.throwIfAborted();
    await configs.ready(uri);
    const path = configs.pathOf(uri);
    if (path !== undefined && isIgnored(configs.of(uri), path)) continue;
    const { text, problem } = await textOf(uri);
    if (text !== undefined) await decks.ready(uri, text);
    const recognized = text === undefined ? null : decks.recognizeText(uri, text);
    // Other files may have any encoding.
    if (recognized?.isDeck === false) continue;
    if (problem !== undefined) unreadable.push(`${uri.fsPath}: ${problem}`);
    else if (recognized) found.push({ uri, text: text!, recognized });
  }
  return { decks: found, unreadable };
}

async function textOf(uri: vscode.Uri): Promise<{ text?: string; problem?: string }> {
  const open = openDocument(uri);
  return open ? { text: open.getText() } : ((await readDeckFile(uri)) ?? {});
}
