import * as vscode from 'vscode';
import { CannotWrite, type CopyStore } from '../core/archive/copyStore';
import type { EntryKind } from '../core/files/deckFiles';
import { reasonOf } from './failures';
import { readEntries } from './folders';
import { WithinFolder } from './withinFolder';
import { writeWhole } from './writeWhole';

/** Copies below the folder that holds everything a deck may name, in VS Code's file system. */
export class WorkspaceCopies implements CopyStore {
  readonly #within: WithinFolder;

  constructor(root: vscode.Uri) {
    this.#within = new WithinFolder(root);
  }

  /** As it is now: what was listed before may lack a file that was just written. */
  async list(folder: string): Promise<ReadonlyMap<string, EntryKind> | null> {
    // A folder is listed by what is in it, so that it is not a link either.
    const file = await this.#within.file(folder === '' ? '.' : `${folder}/.`).catch(() => null);
    return file && readEntries(file);
  }

  async read(path: string, maxBytes: number): Promise<Uint8Array | null> {
    try {
      const file = await this.#within.file(path);
      const { type } = await vscode.workspace.fs.stat(file);
      // Reading a pipe or a device might never end.
      if (!(type & vscode.FileType.File)) return null;
      return (await vscode.workspace.fs.readFile(file)).subarray(0, maxBytes);
    } catch {
      return null;
    }
  }

  async create(path: string, bytes: Uint8Array): Promise<boolean> {
    try {
      await writeWhole(await this.#within.file(path), bytes, { overwrite: false });
      return true;
    } catch (error) {
      if (error instanceof vscode.FileSystemError && error.code === 'FileExists') return false;
      throw new CannotWrite(reasonOf(error));
    }
  }
}
