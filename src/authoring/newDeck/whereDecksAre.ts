import * as vscode from 'vscode';
import { type Day, dayOfFile, isoDate } from '../../core/lint/dates';

/** More decks than any folder has. */
const MAX_DECKS = 5000;

/** Where a new deck goes. */
export interface Home {
  /** Undefined where no folder is open. */
  readonly folder: vscode.Uri | undefined;
  /** The newest of the decks that are named after their days. */
  readonly lastDeck: vscode.Uri | undefined;
}

/** The folder of the last deck that is named after its day: the active document's folder first. */
export async function homeOfCalls(): Promise<Home | undefined> {
  const active = activeFolder();
  const beside = newest(await decksIn(active));
  if (beside) return { folder: active, lastDeck: beside };
  const pattern = `**/${'[0-9]'.repeat(8)}.md`;
  const lastDeck = newest(await vscode.workspace.findFiles(pattern, undefined, MAX_DECKS));
  if (lastDeck) return { folder: vscode.Uri.joinPath(lastDeck, '..'), lastDeck };
  return homeOfDecks();
}

/** The active document's folder, else that of the workspace. Undefined where the user chose none of several. */
export async function homeOfDecks(): Promise<Home | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const folder = activeFolder() ?? (folders.length > 1 ? await pickFolder() : folders[0]?.uri);
  return folder || folders.length === 0 ? { folder, lastDeck: undefined } : undefined;
}

async function pickFolder(): Promise<vscode.Uri | undefined> {
  const placeHolder = vscode.l10n.t('Which folder is the deck for?');
  return (await vscode.window.showWorkspaceFolderPick({ placeHolder }))?.uri;
}

function activeFolder(): vscode.Uri | undefined {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const isFile = uri && uri.scheme !== 'untitled' && vscode.workspace.fs.isWritableFileSystem(uri.scheme);
  return isFile ? vscode.Uri.joinPath(uri, '..') : undefined;
}

async function decksIn(folder: vscode.Uri | undefined): Promise<vscode.Uri[]> {
  if (!folder) return [];
  const entries = await vscode.workspace.fs.readDirectory(folder).then(undefined, () => []);
  return entries
    .filter(([name]) => /^\d{8}\.md$/.test(name))
    .map(([name]) => vscode.Uri.joinPath(folder, name));
}

function newest(decks: readonly vscode.Uri[]): vscode.Uri | undefined {
  const dated = decks.flatMap((uri) => {
    const day: Day | null = dayOfFile(uri.path);
    return day ? [{ uri, date: isoDate(day) }] : [];
  });
  return dated.sort((a, b) => (a.date < b.date ? 1 : -1))[0]?.uri;
}
