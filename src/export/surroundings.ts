import * as vscode from 'vscode';
import type { Deck } from '../core/deck/deck';
import type { Configs } from '../services/config';
import { Folders } from '../services/folders';
import type { Services } from '../services/services';
import type { RemoteFiles } from './files';
import type { Surroundings } from './made';
import { remoteFilesOf } from './remoteFiles';
import type { ReadRuntime } from './runtime';
import { WorkspaceFiles } from './workspaceFiles';

interface Around {
  readonly folders: Folders;
  readonly configs: Configs;
  readonly extensionUri: vscode.Uri;
  readonly signal: AbortSignal;
  readonly remote: RemoteFiles | undefined;
}

/** Makes something of a document as it is now, with the files around it. */
export async function makeFrom<T>(
  document: vscode.TextDocument,
  make: (deck: Deck, surroundings: Surroundings) => Promise<T>,
  extensionUri: vscode.Uri,
  services: Services,
  signal: AbortSignal,
): Promise<T> {
  const { uri } = document;
  const { configs, decks } = services;
  await configs.ready(uri);
  const remote = await remoteFilesOf([uri], services);
  // Listed again: watchers may not yet have reported a picture that was just added.
  const folders = new Folders();
  try {
    const surroundings = surroundingsOf(uri, { folders, configs, extensionUri, signal, remote });
    return await make(decks.deckOf(document), surroundings);
  } finally {
    folders.dispose();
  }
}

/** What an export knows of the surroundings of a deck, once its configuration is read. */
export function surroundingsOf(
  uri: vscode.Uri,
  { folders, configs, extensionUri, signal, remote }: Around,
): Surroundings {
  return {
    fileName: uri.path.replace(/^.*\//, '').replace(/\.\w+$/, ''),
    files: new WorkspaceFiles(uri, folders),
    trusted: vscode.workspace.isTrusted,
    remote,
    hedgedocHosts: configs.of(uri).hedgedocHosts,
    runtime: runtimeOf(extensionUri),
    translate: vscode.l10n.t,
    signal,
  };
}

export function runtimeOf(extensionUri: vscode.Uri): ReadRuntime {
  return async (path) =>
    vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', ...path.split('/')));
}
