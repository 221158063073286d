import * as vscode from 'vscode';
import { isNoSuchFile } from '../../services/exists';
import { WithinFolder } from '../../services/withinFolder';
import { writeWhole } from '../../services/writeWhole';
import type { SiteStore } from './siteStore';

/** The folder of a site in VS Code's file system. Links in it are not followed: they may lead elsewhere. */
export class WorkspaceSite implements SiteStore {
  readonly #within: WithinFolder;

  constructor(folder: vscode.Uri) {
    this.#within = new WithinFolder(folder);
  }

  async read(path: string): Promise<Uint8Array | null> {
    try {
      return await vscode.workspace.fs.readFile(await this.#within.file(path));
    } catch (error) {
      if (isNoSuchFile(error)) return null;
      throw error;
    }
  }

  /** The file system makes the folders. */
  async write(path: string, content: Uint8Array): Promise<void> {
    await writeWhole(await this.#within.file(path), content);
  }

  async remove(path: string): Promise<void> {
    await vscode.workspace.fs.delete(await this.#within.file(path));
  }
}
