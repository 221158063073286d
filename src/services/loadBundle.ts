import * as vscode from 'vscode';

const loaded = new Map<string, Promise<unknown>>();

/**
 * Loads a part of the extension that is needed only now and then, once. The browser's extension host can't
 * `require` files, so in either host it is read and run as the host does with the extension itself.
 */
export function loadBundle<Bundle>(extensionUri: vscode.Uri, name: string): Promise<Bundle> {
  const file = vscode.Uri.joinPath(extensionUri, 'dist', name);
  const key = file.toString();
  let bundle = loaded.get(key);
  if (!bundle) {
    bundle = readBundle(file);
    // What failed once may succeed the next time.
    bundle.catch(() => loaded.delete(key));
    loaded.set(key, bundle);
  }
  return bundle as Promise<Bundle>;
}

/** Loads a part that works only with Node. Null in the browser's extension host, which has nothing of it. */
export function loadNodeBundle<Bundle>(extensionUri: vscode.Uri, name: string): Bundle | null {
  if (!hasNode()) return null;
  return require(vscode.Uri.joinPath(extensionUri, 'dist', name).fsPath) as Bundle;
}

/** False in the browser's extension host. */
export function hasNode(): boolean {
  return typeof process !== 'undefined' && Boolean(process.versions?.node);
}

async function readBundle(file: vscode.Uri): Promise<unknown> {
  const code = await vscode.workspace.fs.readFile(file);
  const module = { exports: {} };
  new Function('module', 'exports', new TextDecoder().decode(code))(module, module.exports);
  return module.exports;
}
