import * as vscode from 'vscode';

/** Shows the setting that names a browser. It is of the computer that VS Code works on, which may be a remote one. */
export async function nameBrowser(): Promise<void> {
  const query = 'deckwright.browser';
  if (vscode.env.remoteName)
    await vscode.commands.executeCommand('workbench.action.openRemoteSettings', { query });
  else await vscode.commands.executeCommand('workbench.action.openSettings', query);
}
