import * as vscode from 'vscode';
import type { CurrentSlide } from './currentSlide';
import { parent } from './deckRoot';
import { plainText } from './plainText';

/** Where a new deck goes. */
export interface Home {
  /** Undefined if no folder is open. */
  readonly folder: vscode.Uri | undefined;
}

/** The active document's folder, or else the workspace's. Undefined if the user chose none of several. */
export async function homeOfDecks(currentSlide: CurrentSlide): Promise<Home | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const folder = activeFolder(currentSlide) ?? (folders.length > 1 ? await pickFolder() : folders[0]?.uri);
  return folder || folders.length === 0 ? { folder } : undefined;
}

async function pickFolder(): Promise<vscode.Uri | undefined> {
  const placeHolder = vscode.l10n.t('Which folder is the deck for?');
  return (await vscode.window.showWorkspaceFolderPick({ placeHolder }))?.uri;
}

/**
 * The folder of the file that the user works in, possibly in a preview; undefined if nothing can be written
 * there.
 */
export function activeFolder(currentSlide: CurrentSlide): vscode.Uri | undefined {
  const document = vscode.window.activeTextEditor?.document ?? currentSlide.get()?.document;
  const isFile = document && !document.isUntitled && isWritable(document.uri);
  return isFile ? parent(document.uri) : undefined;
}

export function isWritable({ scheme }: vscode.Uri): boolean {
  return vscode.workspace.fs.isWritableFileSystem(scheme) === true;
}

/** As the explorer names it: from the workspace folder, whose name is included if there are several. */
export function folderName(folder: vscode.Uri): string {
  const root = vscode.workspace.getWorkspaceFolder(folder);
  const isRoot = root?.uri.toString() === folder.toString();
  return plainText(isRoot ? root.name : vscode.workspace.asRelativePath(folder));
}

/** Any folder, whether in the workspace or not. Undefined if the user cancels. */
export async function browseForFolder(
  title: string,
  defaultUri: vscode.Uri | undefined,
): Promise<vscode.Uri | undefined> {
  const options = { title, canSelectFiles: false, canSelectFolders: true, defaultUri };
  const openLabel = vscode.l10n.t('Create the Deck Here');
  return (await vscode.window.showOpenDialog({ ...options, openLabel }))?.[0];
}
