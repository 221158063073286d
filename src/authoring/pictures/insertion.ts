import * as vscode from 'vscode';
import { cleanFileName, isPictureName, linkWords, uniqueFileName } from '../../core/files/pictureNames';
import { relativePath, urlOfPath } from '../../core/files/relativePath';
import { isReachable, parent } from '../../services/deckRoot';
import { CannotInsert, namesIn } from '../../services/newPicture';
import { plainName } from '../../services/plainText';
import type { Incoming } from './incoming';

/** Larger files are copied only if VS Code moves them by itself, not through the extension. */
const MAX_READ = 50 * 1024 * 1024;

/** A file as a deck names it. */
export interface Inserted {
  readonly url: string;
  readonly words: string;
  readonly isPicture: boolean;
}

export interface FileInsertion {
  readonly files: readonly Inserted[];
  /** Creates the copies; empty if the files are in the workspace folder already. */
  readonly edit: vscode.WorkspaceEdit;
}

export interface CopyTarget {
  /** See `baseOf`. */
  readonly base: vscode.Uri;
  /** Where copies go. */
  readonly folder: vscode.Uri;
  /** What a file without a name of its own is called. */
  readonly title: string;
}

/** Determines how the files come into the deck. Nothing is changed yet. Throws `CannotInsert`. */
export async function planInsertion(
  incoming: readonly Incoming[],
  place: CopyTarget,
): Promise<FileInsertion> {
  const edit = new vscode.WorkspaceEdit();
  const copies = new Copies(place, edit);
  const files: Inserted[] = [];
  for (const file of incoming) {
    const target = file.uri && isReachable(file.uri, place.base) ? file.uri : await copies.add(file);
    files.push({
      url: urlOfPath(relativePath(parent(place.base).path, target.path)),
      words: linkWords(file.name, place.title),
      isPicture: isPictureName(target.path),
    });
  }
  return { files, edit };
}

/** Copies of files beside the deck, each under a name that is free in the folder. */
class Copies {
  #taken: string[] | undefined;

  constructor(
    readonly place: CopyTarget,
    readonly edit: vscode.WorkspaceEdit,
  ) {}

  async add({ name, type, uri, file }: Incoming): Promise<vscode.Uri> {
    const { folder, title } = this.place;
    this.#taken ??= await namesIn(folder);
    const copy = uniqueFileName(cleanFileName(name, type, title), this.#taken);
    this.#taken.push(copy);
    const target = vscode.Uri.joinPath(folder, copy);
    // Content that the data transfer contains is not read here: VS Code moves it, however large it is.
    this.edit.createFile(target, { contents: file ?? (await read(uri!)), overwrite: false });
    return target;
  }
}

async function read(file: vscode.Uri): Promise<Uint8Array> {
  const { type, size } = await vscode.workspace.fs.stat(file);
  if (type & vscode.FileType.Directory) {
    throw new CannotInsert(vscode.l10n.t('{0} is a folder outside the workspace.', plainName(file)));
  }
  if (size > MAX_READ) {
    const megabytes = Math.round(size / 1024 / 1024);
    throw new CannotInsert(
      vscode.l10n.t(
        '{0} is too large to be copied beside the deck ({1} MB). Put it there yourself.',
        plainName(file),
        megabytes,
      ),
    );
  }
  return vscode.workspace.fs.readFile(file);
}
