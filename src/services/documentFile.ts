import * as vscode from 'vscode';
import { plainName, plainText } from './plainText';
import { tabNamedAfter } from './tabs';

/** Documents that have no file yet, and parts of one. */
const WITHOUT_FILE = new Set(['untitled', 'vscode-notebook-cell']);

/**
 * Whether a document is a file or will be one. Others show what can only be read, such as an old version of a
 * file.
 */
export function isOfUser(document: vscode.Uri): boolean {
  if (document.scheme === 'untitled' || vscode.workspace.getWorkspaceFolder(document)) return true;
  return vscode.workspace.fs.isWritableFileSystem(document.scheme) === true;
}

/**
 * The file that a document represents: what it names is around this file, and so is its configuration. An old
 * version, as git shows it, represents the file in the workspace, whether or not that still exists. Undefined
 * for a document without a file, and for one whose surroundings only its maker knows.
 */
export function fileOf(document: vscode.Uri): vscode.Uri | undefined {
  if (WITHOUT_FILE.has(document.scheme)) return undefined;
  const folder = vscode.workspace.getWorkspaceFolder(document)?.uri;
  // With the deck's own query, asking for another file would return the deck again.
  if (folder || isOfUser(document)) return document.with({ query: folder?.query ?? '', fragment: '' });
  return fileInWorkspace(document) ?? fileOfGit(document) ?? fileOfReadOnlySystem(document);
}

/** Whether a document shows another version of a file, and not the file itself. */
export function isOldVersion(document: vscode.Uri): boolean {
  const file = isOfUser(document) ? undefined : fileOf(document);
  return file !== undefined && file.scheme !== document.scheme;
}

/** The name of a document, for titles and messages, with its version if it is not the file itself. */
export function documentName({ uri }: Pick<vscode.TextDocument, 'uri'>): string {
  const name = plainName(uri);
  if (!isOldVersion(uri)) return name;
  return `${name} (${versionInTab(uri) ?? vscode.l10n.t('old version')})`;
}

function fileInWorkspace(document: vscode.Uri): vscode.Uri | undefined {
  const files = (vscode.workspace.workspaceFolders ?? [])
    .flatMap(({ uri: { scheme, authority, query } }) => withPath(document, { scheme, authority, query }))
    .filter((file) => vscode.workspace.getWorkspaceFolder(file));
  return files.find(({ authority }) => authority === document.authority) ?? files[0];
}

/** Git shows only files of its repositories, which may be outside of the workspace. */
function fileOfGit(document: vscode.Uri): vscode.Uri | undefined {
  const isHere = document.scheme === 'git' && vscode.workspace.fs.isWritableFileSystem('file');
  return isHere
    ? withPath(document, { scheme: 'file', authority: document.authority, query: '' })[0]
    : undefined;
}

/** If everything has its own path, all files around a file are available by path. */
function fileOfReadOnlySystem(document: vscode.Uri): vscode.Uri | undefined {
  const isFile = vscode.workspace.fs.isWritableFileSystem(document.scheme) === false && document.query === '';
  return isFile ? document.with({ fragment: '' }) : undefined;
}

/** At most one: not every path is available in every file system. */
function withPath(
  { path }: vscode.Uri,
  system: { readonly scheme: string; readonly authority: string; readonly query: string },
): vscode.Uri[] {
  if (!/^\/(?!\/)/.test(path)) return [];
  // Without `..`, by which a path could begin in a folder and lead out of it.
  return [vscode.Uri.joinPath(vscode.Uri.from({ ...system, path }), '.')];
}

/** What VS Code calls the version in the title of its tab. */
function versionInTab(document: vscode.Uri): string | undefined {
  const version = / \(([^()]+)\)$/.exec(tabNamedAfter(document)?.label ?? '')?.[1];
  return version === undefined ? undefined : plainText(version);
}
