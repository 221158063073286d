import * as vscode from 'vscode';
import { fileNamed } from '../services/deckRoot';
import type { Folders } from '../services/folders';
import { type DeckFiles, MAX_FILE_SIZE, Unreadable } from './files';

/** What a deck may have in its page: files of its workspace folder, or without one, of its own folder. */
export class WorkspaceFiles implements DeckFiles {
  constructor(
    readonly deck: vscode.Uri,
    readonly folders: Folders,
  ) {}

  async read(path: string): Promise<Uint8Array> {
    const file = fileNamed(path, this.deck);
    if (!file) throw new Unreadable('outside');
    if (!(await this.#isListed(file))) throw new Unreadable('missing');
    try {
      const { type, size } = await vscode.workspace.fs.stat(file);
      if (!mayBeRead(type)) throw new Unreadable('unreadable');
      if (size > MAX_FILE_SIZE) throw new Unreadable('tooLarge');
      return await vscode.workspace.fs.readFile(file);
    } catch (error) {
      throw error instanceof Unreadable ? error : new Unreadable('unreadable');
    }
  }

  /** As the preview looks files up: by the names in the folder, so that they must be spelled right everywhere. */
  async #isListed(file: vscode.Uri): Promise<boolean> {
    const folder = vscode.Uri.joinPath(file, '..');
    await this.folders.load(folder);
    return this.folders.has(folder, file.path.replace(/^.*\//, '')) === true;
  }
}

/** Regular files; where links lead can't be told here, so those of strangers are not followed. */
function mayBeRead(type: vscode.FileType): boolean {
  if (type & vscode.FileType.SymbolicLink && !vscode.workspace.isTrusted) return false;
  return (type & vscode.FileType.File) !== 0;
}
