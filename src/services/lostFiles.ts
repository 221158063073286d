import * as vscode from 'vscode';
import { folderOf, isWithin } from './deckRoot';
import { isOfUser } from './documentFile';
import { reasonOf } from './failures';
import { plainName } from './plainText';
import { isInTab, shows } from './tabs';

/**
 * Decks whose file is gone and that no editor shows any more: only a preview still has their text. VS Code
 * itself marks those that an editor shows, where they can be edited and saved.
 */
export class LostFiles implements vscode.Disposable {
  readonly #saved = new vscode.EventEmitter<{ document: vscode.TextDocument; file: vscode.Uri }>();
  readonly #arrived = new vscode.EventEmitter<vscode.Uri>();
  readonly #changed = new vscode.EventEmitter<(file: vscode.Uri) => boolean>();
  /** By the folder that is watched; by none for the workspace. */
  readonly #watchers = new Map<string, vscode.Disposable>();
  readonly #subscription = vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
    if (closed.length > 0) this.#changed.fire((file) => closed.some((tab) => shows(tab, file)));
  });

  /** The text of a lost deck was written to a file. */
  readonly onDidSave = this.#saved.event;
  /** A file or folder appeared. */
  readonly onDidArrive = this.#arrived.event;
  /** The decks in these files may be lost now, or no longer. */
  readonly onDidChange = this.#changed.event;

  dispose(): void {
    vscode.Disposable.from(
      this.#saved,
      this.#arrived,
      this.#changed,
      this.#subscription,
      ...this.#watchers.values(),
    ).dispose();
  }

  /** From here on, what happens to this file is reported, even outside of the workspace. */
  watch(file: vscode.Uri): void {
    const folder = isOfUser(file) ? folderOf(file) : undefined;
    if (!folder) return;
    const outside = vscode.workspace.getWorkspaceFolder(folder) ? undefined : folder;
    const key = outside?.toString() ?? '';
    if (this.#watchers.has(key)) return;
    const pattern = outside ? new vscode.RelativePattern(outside, '*') : '**';
    const watcher = vscode.workspace.createFileSystemWatcher(pattern, false, true, false);
    this.#watchers.set(key, watcher);
    watcher.onDidCreate((uri) => {
      this.#arrived.fire(uri);
      this.#changed.fire((other) => isWithin(other, uri));
    });
    watcher.onDidDelete((uri) => this.#changed.fire((other) => isWithin(other, uri)));
  }

  /** Whether the document's file is gone and no editor shows it. */
  async isLost({ uri, isUntitled }: Pick<vscode.TextDocument, 'uri' | 'isUntitled'>): Promise<boolean> {
    if (isUntitled || !isOfUser(uri) || isInTab(uri)) return false;
    return (await isGone(uri)) && !isInTab(uri);
  }

  /** Tells the user that a lost deck must be saved before anything can be done with it. */
  async refuse(document: vscode.TextDocument): Promise<void> {
    const save = saveLabel();
    const said = vscode.l10n.t(
      '{0} no longer exists. Save it to keep working on it.',
      plainName(document.uri),
    );
    if ((await vscode.window.showWarningMessage(said, save)) === save) await this.save(document);
  }

  /** Writes the deck's text to a file that the user chooses; the default is the old one. */
  async save(document: vscode.TextDocument): Promise<void> {
    // The dialog asks before it returns an existing file.
    const file = await vscode.window.showSaveDialog({
      defaultUri: document.uri,
      filters: { Markdown: ['md', 'markdown'] },
    });
    if (!file) return;
    try {
      const bytes = await vscode.workspace.encode(document.getText(), { encoding: document.encoding });
      await vscode.workspace.fs.writeFile(file, bytes);
    } catch (error) {
      void vscode.window.showErrorMessage(
        vscode.l10n.t('{0} could not be saved: {1}', plainName(file), reasonOf(error)),
      );
      return;
    }
    this.#saved.fire({ document, file });
  }
}

export function saveLabel(): string {
  return vscode.l10n.t('Save As…');
}

/** Whether it is certain that there is no such file. If it can't be reached just now, it may still exist. */
export async function isGone(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return false;
  } catch (error) {
    return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
  }
}
