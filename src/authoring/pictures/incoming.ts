import * as vscode from 'vscode';

/** A file that is pasted or dropped. */
export interface Incoming {
  /** As the clipboard says it: not always a name, and never to be trusted as one. */
  readonly name: string;
  /** Media type, empty where unknown. */
  readonly type: string;
  /** Where it lies, if that can be told. */
  readonly uri: vscode.Uri | undefined;
  /** Its content, if the data transfer brings it along. */
  readonly file: vscode.DataTransferFile | undefined;
}

/** The files of a data transfer: those it carries, or else those it names by their addresses. */
export async function incomingFiles(dataTransfer: vscode.DataTransfer): Promise<Incoming[]> {
  const carried = carriedFiles(dataTransfer);
  const named = await namedFiles(dataTransfer);
  // The same files twice where they come from the desktop; what is dragged out of the explorer is named only.
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

/** Whether the data transfer also has text that somebody copied, and not just the files' names. */
export async function bringsText(
  dataTransfer: vscode.DataTransfer,
  files: readonly Incoming[],
): Promise<boolean> {
  const text = (await dataTransfer.get('text/plain')?.asString())?.trim();
  return Boolean(text) && !files.some(({ name }) => name === text);
}
