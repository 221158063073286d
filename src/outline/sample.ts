import * as vscode from 'vscode';

/** Opens the deck that comes with the extension beside its preview; it is in one folder with its pictures. */
export async function openSample(extensionUri: vscode.Uri): Promise<void> {
  const uri = vscode.Uri.joinPath(extensionUri, 'media', 'sample', 'sample.md');
  await vscode.window.showTextDocument(uri, { preview: false });
  await vscode.commands.executeCommand('deckwright.openPreviewToSide', uri);
}
