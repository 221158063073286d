import * as vscode from 'vscode';

/** A file of the workspace, which is a fresh copy of test/fixtures/workspace. */
export function fixture(name: string): vscode.Uri {
  return vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, name);
}

export async function openFixture(name: string, viewColumn?: vscode.ViewColumn): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(fixture(name), { viewColumn, preview: false });
}

export async function closeAllEditors(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

export function tabLabels(): string[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
}

/** Waits until something holds that VS Code has no event for. */
export async function until(holds: () => boolean, what: string): Promise<void> {
  const end = Date.now() + 15_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`Not so within 15 s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
