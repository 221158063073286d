import * as vscode from 'vscode';
import type { Configs } from './config';
import { isReachable, parent } from './deckRoot';
import { plainText } from './plainText';

/** Why a picture or another file can't be put beside a deck, in words for the user. */
export class CannotInsert extends Error {}

/**
 * The folder for new pictures of a deck, as configured; beside the deck if the configured one is outside of
 * the workspace.
 */
export async function pictureFolder(deck: vscode.Uri, configs: Configs): Promise<vscode.Uri> {
  await configs.ready(deck);
  const beside = parent(deck);
  const folder = vscode.Uri.joinPath(beside, configs.of(deck).pictureFolder);
  return isReachable(folder, deck) ? folder : beside;
}

/** The content of a folder for new files; none if there is no such folder yet. Throws `CannotInsert`. */
export async function namesIn(folder: vscode.Uri): Promise<string[]> {
  if (vscode.workspace.fs.isWritableFileSystem(folder.scheme) === false) throw readOnly(folder);
  try {
    const { permissions } = await vscode.workspace.fs.stat(folder);
    if (permissions === vscode.FilePermission.Readonly) throw readOnly(folder);
    return (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
  } catch (error) {
    if (error instanceof CannotInsert) throw error;
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return [];
    throw new CannotInsert(
      vscode.l10n.t("Files can't be copied to {0}: {1}", plainText(folder.path), (error as Error).message),
    );
  }
}

function readOnly(folder: vscode.Uri): CannotInsert {
  return new CannotInsert(
    vscode.l10n.t(
      "Files can't be copied beside the deck: the folder {0} is read-only.",
      plainText(folder.path),
    ),
  );
}
