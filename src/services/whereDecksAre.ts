import * as vscode from 'vscode';
import type { CurrentSlide } from './currentSlide';
import { parent } from './deckRoot';

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
