import * as vscode from 'vscode';
import { isNoSuchFile } from '../../services/exists';
import { writeWhole } from '../../services/writeWhole';
import type { SiteStore } from './siteStore';

/** The folder of a site in VS Code's file system. Links in it are not followed: they may lead elsewhere. */
export class WorkspaceSite implements SiteStore {
  /** Folders in which there may be files. */
  readonly #known = new Set<string>();

  constructor(readonly folder: vscode.Uri) {}

  async read(path: string): Promise<Uint8Array | null> {
    try {
      return await vscode.workspace.fs.readFile(await this.#file(path));
    } catch (error) {
      if (isNoSuchFile(error)) return null;
      throw error;
    }
  }

  /** The file system makes the folders. */
  async write(path: string, content: Uint8Array): Promise<void> {
    await writeWhole(await this.#file(path), content);
  }

  async remove(path: string): Promise<void> {
    await vscode.workspace.fs.delete(await this.#file(path));
  }

  async #file(path: string): Promise<vscode.Uri> {
    const names = path.split('/');
    for (let count = 1; count < names.length; count++)
      await this.#refuseLink(names.slice(0, count).join('/'));
    return vscode.Uri.joinPath(this.folder, path);
  }

  async #refuseLink(path: string): Promise<void> {
    if (this.#known.has(path)) return;
    const folder = vscode.Uri.joinPath(this.folder, path);
    const type = await vscode.workspace.fs.stat(folder).then(
      (found) => found.type,
      () => vscode.FileType.Unknown,
    );
    if (type & vscode.FileType.SymbolicLink)
      throw new Error(vscode.l10n.t('{0} is a link to another folder.', folder.fsPath));
    this.#known.add(path);
  }
}
