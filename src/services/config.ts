import * as vscode from 'vscode';
import type * as Reader from '../bundles/config';
import { CONFIG_FILE, type Config, DEFAULT_CONFIG } from '../core/config/config';
import { decodeUtf8 } from '../core/text/utf8';
import { ConfigProblems, configDiagnostic } from './configProblems';
import { parent } from './deckRoot';
import { fileOf } from './documentFile';
import { loadBundle } from './loadBundle';

/** A configuration that was found. */
interface FoundConfig {
  readonly file: vscode.Uri;
  readonly config: Config;
  readonly problems: readonly vscode.Diagnostic[];
}

/**
 * What `.deckwright.json` says for each document: the nearest one applies, from the document's folder up to
 * its workspace folder and no further. Without a workspace folder only the document's own folder is searched.
 *
 * It is read in Restricted Mode too: it holds names, severities, and patterns whose running time grows only
 * with the path. Nothing in it is run, fetched or written to before the user asks for it.
 */
export class Configs implements vscode.Disposable {
  /** By folder; null if there is no configuration in it. */
  readonly #found = new Map<string, FoundConfig | null>();
  readonly #loading = new Map<string, Promise<void>>();
  readonly #watchers = new Map<string, vscode.Disposable>();
  readonly #problems = new ConfigProblems('deckwright-config');
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscription: vscode.Disposable;

  /** Documents may have another configuration than before. */
  readonly onDidChange = this.#changed.event;

  constructor(readonly extensionUri: vscode.Uri) {
    this.#subscription = vscode.workspace.onDidChangeWorkspaceFolders(() => this.#forget());
  }

  dispose(): void {
    vscode.Disposable.from(
      this.#subscription,
      this.#problems,
      this.#changed,
      ...this.#watchers.values(),
    ).dispose();
  }

  /** The document's configuration. Until it is known, the defaults; `onDidChange` then fires. */
  of(uri: vscode.Uri): Config {
    return this.#nearest(uri)?.config ?? DEFAULT_CONFIG;
  }

  /** The document's configuration file; undefined if there is none, or none is known yet. */
  fileOf(uri: vscode.Uri): vscode.Uri | undefined {
    return this.#nearest(uri)?.file;
  }

  /**
   * The document's path in the form its configuration's globs use; undefined if there is no configuration.
   */
  pathOf(uri: vscode.Uri): string | undefined {
    const folder = this.fileOf(uri)?.path.slice(0, -CONFIG_FILE.length);
    const path = fileOf(uri)?.path;
    return folder !== undefined && path?.startsWith(folder) ? path.slice(folder.length) : undefined;
  }

  /** Resolves when `of` returns what the files say. */
  async ready(uri: vscode.Uri): Promise<void> {
    const { watched, folders } = placeOf(uri);
    if (watched) this.#watch(watched);
    await Promise.all(folders.map((folder) => this.#load(folder)));
  }

  #nearest(uri: vscode.Uri): FoundConfig | undefined {
    for (const folder of placeOf(uri).folders) {
      const found = this.#found.get(folder.toString());
      if (found) return found;
      if (found === undefined) {
        void this.ready(uri);
        return undefined;
      }
    }
    return undefined;
  }

  async #load(folder: vscode.Uri): Promise<void> {
    const key = folder.toString();
    if (!this.#found.has(key) && !this.#loading.has(key)) this.#reload(folder);
    // The file may change again while it is read.
    while (this.#loading.has(key)) await this.#loading.get(key);
  }

  #reload(folder: vscode.Uri): void {
    const key = folder.toString();
    const file = vscode.Uri.joinPath(folder, CONFIG_FILE);
    const loading = this.#read(file).then(
      (found) => {
        if (this.#loading.get(key) !== loading) return;
        this.#loading.delete(key);
        const before = this.#found.get(key);
        this.#found.set(key, found);
        this.#problems.set(file, found?.problems ?? []);
        if (before || found) this.#changed.fire();
      },
      (error) => {
        // Then the folder is not known: the next request has it read again.
        if (this.#loading.get(key) === loading) {
          this.#loading.delete(key);
          this.#found.delete(key);
        }
        throw error;
      },
    );
    this.#loading.set(key, loading);
  }

  async #read(file: vscode.Uri): Promise<FoundConfig | null> {
    const stat = await vscode.workspace.fs.stat(file).then(undefined, () => null);
    if (!stat) return null;
    const reader = await loadBundle<typeof Reader>(this.extensionUri, 'config.js');
    // Reading a pipe or a device might never end.
    const isReadable = stat.type & vscode.FileType.File && stat.size <= reader.MAX_LENGTH;
    const text = isReadable ? await readText(file) : null;
    const { config, problems } = text === null ? reader.unreadable() : reader.readConfig(text);
    return { file, config, problems: problems.map((problem) => configDiagnostic(problem, text ?? '')) };
  }

  #watch(pattern: vscode.RelativePattern): void {
    const key = pattern.baseUri.toString();
    if (this.#watchers.has(key)) return;
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    this.#watchers.set(key, watcher);
    watcher.onDidCreate((file) => this.#reloadWithin(file));
    watcher.onDidChange((file) => this.#reloadIn(file));
    watcher.onDidDelete((file) => this.#reloadWithin(file));
  }

  #reloadIn(file: vscode.Uri): void {
    const folder = parent(file);
    const isMeant = file.path.endsWith(`/${CONFIG_FILE}`) && this.#isKnown(folder.toString());
    if (isMeant) this.#reload(folder);
  }

  /** When a folder comes or goes, there are no events for the files within. */
  #reloadWithin(file: vscode.Uri): void {
    const key = file.toString();
    for (const folder of new Set([...this.#found.keys(), ...this.#loading.keys()])) {
      if (folder === key || folder.startsWith(`${key}/`)) this.#reload(vscode.Uri.parse(folder));
    }
    this.#reloadIn(file);
  }

  #isKnown(folder: string): boolean {
    return this.#found.has(folder) || this.#loading.has(folder);
  }

  #forget(): void {
    for (const watcher of this.#watchers.values()) watcher.dispose();
    this.#watchers.clear();
    this.#found.clear();
    this.#loading.clear();
    this.#problems.clear();
    this.#changed.fire();
  }
}

interface ConfigPlace {
  /** Where configurations that concern the document may come and go. */
  readonly watched?: vscode.RelativePattern;
  /** The folders its configuration may be in, the nearest first. */
  readonly folders: readonly vscode.Uri[];
}

function placeOf(uri: vscode.Uri): ConfigPlace {
  if (uri.scheme === 'untitled') {
    const root = vscode.workspace.workspaceFolders?.[0]?.uri;
    return root ? inWorkspace(root, root) : { folders: [] };
  }
  const file = fileOf(uri);
  if (!file) return { folders: [] };
  const folder = parent(file);
  const root = vscode.workspace.getWorkspaceFolder(file)?.uri;
  if (root) return inWorkspace(folder, root);
  return { folders: [folder], watched: new vscode.RelativePattern(folder, CONFIG_FILE) };
}

function inWorkspace(folder: vscode.Uri, root: vscode.Uri): ConfigPlace {
  const folders = [folder];
  // By length, as the two may spell their common part with different case.
  for (let at = folder; at.path.length > root.path.length; folders.push(at)) at = parent(at);
  return { folders, watched: new vscode.RelativePattern(root, '**') };
}

/** The file's text; null if it is not encoded in UTF-8 or may not be read. */
export async function readText(file: vscode.Uri): Promise<string | null> {
  try {
    return decodeUtf8(await vscode.workspace.fs.readFile(file));
  } catch {
    return null;
  }
}
