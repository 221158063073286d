import * as vscode from 'vscode';

/** Files below a folder of VS Code's file system. Links to folders are not followed: they may lead elsewhere. */
export class WithinFolder {
  /** Folders in which there may be files. */
  readonly #known = new Set<string>();

  constructor(readonly folder: vscode.Uri) {}

  /** The file at a path below the folder, which may not exist. Throws if a folder on the way is a link. */
  async file(path: string): Promise<vscode.Uri> {
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
