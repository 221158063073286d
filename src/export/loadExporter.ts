import * as vscode from 'vscode';
import type * as Exporter from './exporter';

let exporter: typeof Exporter | undefined;

/**
 * Loads the bundle that exports decks, once. The browser's extension host can't `require` files, so in either host it
 * is read and run as the host does with the extension itself.
 */
export async function loadExporter(extensionUri: vscode.Uri): Promise<typeof Exporter> {
  if (!exporter) {
    const code = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', 'exporter.js'));
    const module = { exports: {} };
    new Function('module', 'exports', new TextDecoder().decode(code))(module, module.exports);
    exporter = module.exports as typeof Exporter;
  }
  return exporter;
}
