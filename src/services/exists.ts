import * as vscode from 'vscode';

/** Whether this was thrown because there is no such file or folder. */
export function isNoSuchFile(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}

/** Whether there is such a file or folder. */
export async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
