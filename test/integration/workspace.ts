import * as vscode from 'vscode';
import { CONFIG_FILE } from '../../src/core/config/config';
import type { Configs } from '../../src/services/config';
import { Decks } from '../../src/services/decks';
import { Folders } from '../../src/services/folders';
import { Neighbors } from '../../src/services/neighbors';
import { Setups } from '../../src/services/setups';
import { until as waitUntil } from '../vscode/until';

/** A file of the workspace, which is a fresh copy of test/fixtures/workspace. */
export function fixture(name: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);
}

export const { extensionUri } = vscode.extensions.getExtension('deckwright.deckwright')!;

/**
 * Creates a folder and waits until VS Code has noticed: it does not report what comes and goes at once. Nor does it
 * report anything before it watches, which takes a while if the window has just opened: the folder is then recreated.
 */
export async function makeFolder(name: string): Promise<void> {
  const { fs } = vscode.workspace;
  const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(fixture('.'), name));
  const noticed = new Promise<boolean>((resolve) => {
    watcher.onDidCreate(() => resolve(true));
    watcher.onDidChange(() => resolve(true));
  });
  await waitUntil(
    async () => {
      await fs.delete(fixture(name)).then(undefined, () => {});
      await fs.createDirectory(fixture(name));
      return Promise.race([noticed, new Promise<boolean>((resolve) => setTimeout(resolve, 1000, false))]);
    },
    `the folder ${name} is noticed`,
    30,
  );
  watcher.dispose();
}

/** Writes a configuration into a folder of the workspace: text unchanged, everything else as JSON. */
export async function writeConfig(config: unknown, folder = '.'): Promise<void> {
  const text = typeof config === 'string' ? config : JSON.stringify(config);
  await vscode.workspace.fs.writeFile(configFile(folder), new TextEncoder().encode(text));
}

export async function removeConfig(folder = '.'): Promise<void> {
  await vscode.workspace.fs.delete(configFile(folder)).then(undefined, () => {});
}

export function configFile(folder = '.'): vscode.Uri {
  return vscode.Uri.joinPath(fixture(folder), CONFIG_FILE);
}

export async function openFixture(name: string, viewColumn?: vscode.ViewColumn): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(fixture(name), { viewColumn, preview: false });
}

/** Opens a file as a user does: `showTextDocument` would keep the document for minutes after its editor is closed. */
export async function openAsUser(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const isOpen = () => vscode.window.activeTextEditor?.document.uri.toString() === uri.toString();
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
  await until(isOpen, `${uri.path} is open`);
  return vscode.window.activeTextEditor!.document;
}

/** Also waits until untitled files are gone: the next one gets the same name, and could be mistaken for the last. */
export async function closeAllEditors(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  const noneUnnamed = () => !vscode.workspace.textDocuments.some(({ isUntitled }) => isUntitled);
  await until(noneUnnamed, 'no unnamed file is open');
}

/** An unnamed markdown file with this text. */
export async function openUntitled(content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  if (document.getText() === content) return document;
  // VS Code took the last one of the same name from its backup, which it had not yet removed.
  const edit = new vscode.WorkspaceEdit();
  const end = document.lineAt(document.lineCount - 1).range.end;
  edit.replace(document.uri, new vscode.Range(new vscode.Position(0, 0), end), content);
  await vscode.workspace.applyEdit(edit);
  return document;
}

/** Runs a command, and until it is done answers all lists that it shows in the same way. */
export async function answering(
  answer: 'acceptSelectedQuickOpenItem' | 'closeQuickOpen',
  command: string,
  ...args: readonly unknown[]
): Promise<void> {
  let isDone = false;
  const run = Promise.resolve(vscode.commands.executeCommand(command, ...args)).finally(() => {
    isDone = true;
  });
  while (!isDone) {
    await vscode.commands.executeCommand(`workbench.action.${answer}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await run;
}

export function tabLabels(): string[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
}

/** Waits for a condition that VS Code has no event for. */
export function until(holds: () => boolean, what: string): Promise<void> {
  return waitUntil(holds, what, 30);
}

/** A VS Code memento for extensions, initially empty. */
export function memento(): vscode.Memento {
  const values = new Map<string, unknown>();
  return {
    keys: () => [...values.keys()],
    get: <T>(key: string, fallback?: T) => (values.get(key) as T) ?? fallback,
    update: async (key: string, value: unknown) => {
      values.set(key, value);
    },
  } as vscode.Memento;
}

/** The service that reads documents as decks, without what else the extension makes of them. */
export function decksWith(memento: vscode.Memento, configs: Configs): Decks {
  return new Decks(memento, configs, new Setups(extensionUri), new Neighbors(new Folders()));
}
