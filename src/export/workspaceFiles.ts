import * as vscode from 'vscode';
import { findFile } from '../core/files/deckFiles';
import { DeckFolders } from '../services/deckFolders';
import type { Folders } from '../services/folders';
import { type ExportFiles, MAX_FILE_SIZE, Unreadable } from './files';

/** What a deck may have in its page: files of its workspace folder, or without one, of its own folder. */
export class WorkspaceFiles implements ExportFiles {
  constructor(
    readonly deck: vscode.Uri,
    readonly folders: Folders,
  ) {}

  async read(path: string): Promise<Uint8Array> {
    const file = await this.#find(path);
    try {
      const { size } = await vscode.workspace.fs.stat(file);
      if (size > MAX_FILE_SIZE) throw new Unreadable('tooLarge');
      return await vscode.workspace.fs.readFile(file);
    } catch (error) {
      throw error instanceof Unreadable ? error : new Unreadable('unreadable');
    }
  }

  /**
   * Looks files up as the preview does: by the names in the folders, so that they must be spelled correctly
   * everywhere.
   */
  async #find(path: string): Promise<vscode.Uri> {
    const around = new DeckFolders(this.deck, this.folders);
    let found = findFile(around, path);
    while (!found && (await around.lookUp())) found = findFile(around, path);
    // An unsaved deck has no files around it.
    if (!found || found.kind === 'outside') throw new Unreadable('outside');
    if (found.kind === 'missing') throw new Unreadable('missing');
    if (found.kind !== 'file') throw new Unreadable('unreadable');
    return around.uriOf(found.path)!;
  }
}
