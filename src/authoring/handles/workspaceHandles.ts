import * as vscode from 'vscode';
import { handlesIn } from '../../core/community/handles';
import { atOnce } from '../../services/atOnce';
import { MARKDOWN_FILES, NEVER_ENTERED } from '../../services/markdownFiles';
import type { Services } from '../../services/services';

const MAX_FILES = 500;
const MAX_FILE_SIZE = 256 * 1024;
const AT_ONCE = 8;

/**
 * The GitHub handles in the decks of the workspace. They are looked up when first requested; afterwards only
 * files that changed are read again.
 */
export class WorkspaceHandles implements vscode.Disposable {
  readonly #byFile = new Map<string, readonly string[]>();
  #files: Map<string, vscode.Uri> | undefined;
  #watcher: vscode.Disposable | undefined;

  constructor(readonly services: Pick<Services, 'configs' | 'decks'>) {}

  dispose(): void {
    this.#watcher?.dispose();
  }

  /** All handles, each as often as it is mentioned; fewer if the request is canceled in the meantime. */
  async all(token?: vscode.CancellationToken): Promise<string[]> {
    this.#watcher ??= this.#watch();
    this.#files ??= await findDecks();
    const files = this.#files;
    const unread = [...files.keys()].filter((key) => !this.#byFile.has(key));
    const read = async (key: string) => {
      this.#byFile.set(key, await this.#read(files.get(key)!));
    };
    await atOnce(AT_ONCE, unread, read, () => !token?.isCancellationRequested);
    return [...files.keys()].flatMap((key) => this.#byFile.get(key) ?? []);
  }

  async #read(file: vscode.Uri): Promise<readonly string[]> {
    const { configs, decks } = this.services;
    try {
      const { size } = await vscode.workspace.fs.stat(file);
      if (size > MAX_FILE_SIZE) return [];
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
      await configs.ready(file);
      return decks.recognizeText(file, text).isDeck ? handlesIn(text) : [];
    } catch {
      // Gone or unreadable: it mentions nobody.
      return [];
    }
  }

  #watch(): vscode.Disposable {
    const watcher = vscode.workspace.createFileSystemWatcher(MARKDOWN_FILES);
    const forget = (file: vscode.Uri) => this.#byFile.delete(file.toString());
    const listAgain = (file: vscode.Uri) => {
      forget(file);
      this.#files = undefined;
    };
    const folders = vscode.workspace.onDidChangeWorkspaceFolders(() => {
      this.#files = undefined;
    });
    watcher.onDidChange(forget);
    watcher.onDidCreate(listAgain);
    watcher.onDidDelete(listAgain);
    // Other files are decks now.
    const configs = this.services.configs.onDidChange(() => this.#byFile.clear());
    return vscode.Disposable.from(watcher, folders, configs);
  }
}

async function findDecks(): Promise<Map<string, vscode.Uri>> {
  const files = await vscode.workspace.findFiles(MARKDOWN_FILES, NEVER_ENTERED, MAX_FILES);
  return new Map(files.map((file) => [file.toString(), file]));
}
