import * as vscode from 'vscode';
import type { Configs } from '../services/config';
import type { Folders } from '../services/folders';
import type { Surroundings } from './made';
import type { ReadRuntime } from './runtime';
import { WorkspaceFiles } from './workspaceFiles';

interface Around {
  readonly folders: Folders;
  readonly configs: Configs;
  readonly extensionUri: vscode.Uri;
  readonly signal: AbortSignal;
}

/** What an export knows of the surroundings of a deck, once its configuration is read. */
export function surroundingsOf(
  uri: vscode.Uri,
  { folders, configs, extensionUri, signal }: Around,
): Surroundings {
  return {
    fileName: uri.path.replace(/^.*\//, '').replace(/\.\w+$/, ''),
    files: new WorkspaceFiles(uri, folders),
    trusted: vscode.workspace.isTrusted,
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
