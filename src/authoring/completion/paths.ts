import * as vscode from 'vscode';
import { isPictureName } from '../../core/files/pictureNames';
import { urlOfPath } from '../../core/files/relativePath';
import { fileOf } from '../../services/documentFile';
import { resolveInWorkspace } from '../help';
import { rankIn, type UsedPicture, usedPictures } from '../pictures/knownPictures';
import type { Completing, Suggestion } from './suggestion';

/** What a path may lead to. */
export type PathTarget = 'picture' | 'media' | 'any';

const MEDIA = /\.(?:mp4|m4v|webm|ogv|ogg|mov|mp3|m4a|wav)$/i;
const MAX_ENTRIES = 1000;

/** Files and folders in the folder of the path typed so far. */
export async function pathRows(
  completing: Completing,
  typed: string,
  target: PathTarget,
): Promise<Suggestion[]> {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(typed)) return [];
  const { document, deck } = completing;
  const typedFolder = typed.slice(0, typed.lastIndexOf('/') + 1);
  const folder = resolveInWorkspace(completing, decoded(typedFolder) || '.');
  if (!folder) return [];
  // HedgeDoc drops relative paths that do not begin with a dot.
  const needsDot = deck.dialect === 'hedgedoc' && !/^\.{0,2}\//.test(typedFolder);
  const prefix = (needsDot ? './' : '') + typedFolder;
  const entries = await entriesOf(folder);
  const wanted = entries
    .filter(({ name, isFolder }) => isFolder || isWanted(name, target))
    .filter(({ file }) => file.toString() !== fileOf(document.uri)?.toString());
  const used = await picturesOfEarlierDecks(completing);
  const rank = rankIn(used);
  return wanted
    .sort((a, b) => rank(a.file) - rank(b.file))
    .slice(0, MAX_ENTRIES)
    .map((entry) => row(entry, prefix, used.get(entry.file.toString())?.where));
}

/** Those of the last deck come first. */
async function picturesOfEarlierDecks({
  document,
  datedDecks,
}: Completing): Promise<Map<string, UsedPicture>> {
  const file = fileOf(document.uri);
  return usedPictures(file ? await datedDecks.earlierThan(file) : []);
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

function row({ name, file, isFolder }: Entry, prefix: string, description?: string): Suggestion {
  const path = prefix + name + (isFolder ? '/' : '');
  const url = prefix + urlOfPath(name) + (isFolder ? '/' : '');
  return {
    label: { label: path, description },
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
