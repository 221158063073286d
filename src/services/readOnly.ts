import * as vscode from 'vscode';

/**
 * Whether a file can't be written at all, or the user's settings make it read-only. VS Code itself asks before it
 * overwrites one that is only protected. What is read-only only for this session is not known before an edit fails.
 */
export async function isReadOnly(document: vscode.TextDocument): Promise<boolean> {
  const { uri } = document;
  if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) return true;
  try {
    const { permissions } = await vscode.workspace.fs.stat(uri);
    return permissions === vscode.FilePermission.Readonly || isReadOnlyBySettings(document);
  } catch {
    // Untitled documents have no file.
    return false;
  }
}

function isReadOnlyBySettings(document: vscode.TextDocument): boolean {
  const settings = vscode.workspace.getConfiguration('files', document.uri);
  const names = (setting: string) =>
    Object.entries(settings.get<Readonly<Record<string, boolean>>>(setting, {})).some(
      ([pattern, isOn]) => isOn && matches(document, pattern),
    );
  return names('readonlyInclude') && !names('readonlyExclude');
}

/** Patterns that are not absolute begin at the workspace folder. */
function matches(document: vscode.TextDocument, pattern: string): boolean {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  const isAbsolute = /^(?:[/\\]|[a-z]:)/i.test(pattern);
  const glob = folder && !isAbsolute ? new vscode.RelativePattern(folder, pattern) : pattern;
  return vscode.languages.match({ pattern: glob }, document) > 0;
}
