import * as vscode from 'vscode';

/** A file that is pasted or dropped. */
export interface Incoming {
  /** The name the clipboard gives: not always a name, and never to be trusted as one. */
  readonly name: string;
  /** Media type, empty if unknown. */
  readonly type: string;
  /** Where it is, if known. */
  readonly uri: vscode.Uri | undefined;
  /** Its content, if the data transfer contains it. */
  readonly file: vscode.DataTransferFile | undefined;
}

/** The files of a data transfer: those it contains, or else those it names by address. */
export async function incomingFiles(dataTransfer: vscode.DataTransfer): Promise<Incoming[]> {
  const carried = carriedFiles(dataTransfer);
  const named = await namedFiles(dataTransfer);
  // Files from the desktop appear twice; files dragged out of the explorer are only named.
  return carried.length > 0 && carried.length >= named.length ? carried : named;
}

function carriedFiles(dataTransfer: vscode.DataTransfer): Incoming[] {
  return [...dataTransfer].flatMap(([type, item]) => {
    const file = item.asFile();
    return file ? [{ name: file.name, type, uri: file.uri, file }] : [];
  });
}

async function namedFiles(dataTransfer: vscode.DataTransfer): Promise<Incoming[]> {
  const list = await dataTransfer.get('text/uri-list')?.asString();
  const uris = (list ?? '').split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  return uris.flatMap(parseUri).map((uri) => {
    return { name: uri.path.slice(uri.path.lastIndexOf('/') + 1), type: '', uri, file: undefined };
  });
}

/** Addresses of files; those of the web, mail and so on are text to paste. */
function parseUri(text: string): vscode.Uri[] {
  try {
    const uri = vscode.Uri.parse(text, true);
    const isFile = uri.scheme === 'file' || vscode.workspace.getWorkspaceFolder(uri) !== undefined;
    return isFile ? [uri] : [];
  } catch {
    return [];
  }
}

/** Whether the data transfer also has text that somebody copied, and not only the files' names. */
export async function bringsText(
  dataTransfer: vscode.DataTransfer,
  files: readonly Incoming[],
): Promise<boolean> {
  const text = (await dataTransfer.get('text/plain')?.asString())?.trim();
  return Boolean(text) && !files.some(({ name }) => name === text);
}
