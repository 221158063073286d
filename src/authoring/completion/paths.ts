import * as vscode from 'vscode';
import { isPictureName } from '../../core/authoring/pictureNames';
import { urlOfPath } from '../../core/deck/relativePath';
import { fileOf } from '../../services/documentFile';
import { type Helped, resolveInWorkspace } from '../help';
import type { Suggestion } from './suggestion';

/** What a path may lead to. */
export type PathTarget = 'picture' | 'media' | 'any';

const MEDIA = /\.(?:mp4|m4v|webm|ogv|ogg|mov|mp3|m4a|wav)$/i;
const MAX_ENTRIES = 1000;

/** Files and folders in the folder of the path that is typed so far. */
export async function pathRows(helped: Helped, typed: string, target: PathTarget): Promise<Suggestion[]> {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(typed)) return [];
  const typedFolder = typed.slice(0, typed.lastIndexOf('/') + 1);
  const folder = resolveInWorkspace(helped.document, decoded(typedFolder) || '.');
  if (!folder) return [];
  // HedgeDoc drops relative paths that do not begin with a dot.
  const needsDot = helped.deck.dialect === 'hedgedoc' && !/^\.{0,2}\//.test(typedFolder);
  const prefix = (needsDot ? './' : '') + typedFolder;
  const entries = await entriesOf(folder);
  return entries
    .filter(({ name, isFolder }) => isFolder || isWanted(name, target))
    .filter(({ file }) => file.toString() !== fileOf(helped.document.uri)?.toString())
    .slice(0, MAX_ENTRIES)
    .map((entry) => row(entry, prefix));
}

interface Entry {
  readonly name: string;
  readonly file: vscode.Uri;
  readonly isFolder: boolean;
}

/** Files first, then folders, each by name. */
async function entriesOf(folder: vscode.Uri): Promise<Entry[]> {
  const listed = await vscode.workspace.fs.readDirectory(folder).then(undefined, () => []);
  return listed
    .filter(([name]) => !name.startsWith('.') && name !== 'node_modules')
    .map(([name, type]) => ({
      name,
      file: vscode.Uri.joinPath(folder, name),
      isFolder: (type & vscode.FileType.Directory) !== 0,
    }))
    .sort(
      (a, b) =>
        Number(a.isFolder) - Number(b.isFolder) || a.name.localeCompare(b.name, undefined, { numeric: true }),
    );
}

function row({ name, file, isFolder }: Entry, prefix: string): Suggestion {
  const path = prefix + name + (isFolder ? '/' : '');
  const url = prefix + urlOfPath(name) + (isFolder ? '/' : '');
  return {
    label: path,
    kind: isFolder ? vscode.CompletionItemKind.Folder : vscode.CompletionItemKind.File,
    insert: url,
    filter: url,
    picture: isPictureName(name) ? file : undefined,
    goesOn: isFolder,
  };
}

function isWanted(name: string, target: PathTarget): boolean {
  switch (target) {
    case 'picture':
      return isPictureName(name);
    case 'media':
      return MEDIA.test(name);
    default:
      return true;
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
