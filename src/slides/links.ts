import * as vscode from 'vscode';
import type { Setup } from '../core/deck/setup';
import { classifyUrl } from '../core/files/urls';
import { baseOf, folderOf, rootOf } from '../services/deckRoot';

/**
 * Opens the target of a link on a slide: web pages and mail after VS Code's own question, files only if they
 * are in the workspace. Anything else is dropped.
 */
export async function openLink(href: string, document: vscode.Uri, setup: Setup): Promise<void> {
  if (/^mailto:/i.test(href)) {
    await vscode.env.openExternal(vscode.Uri.parse(href));
    return;
  }
  const target = classifyUrl(href);
  if (target.kind === 'remote') await vscode.env.openExternal(vscode.Uri.parse(target.url));
  if (target.kind === 'local') await openFile(target.path, baseOf(document, setup));
}

async function openFile(path: string, deck: vscode.Uri): Promise<void> {
  const base = path.startsWith('/') ? rootOf(deck) : folderOf(deck);
  const file = base && vscode.Uri.joinPath(base, path);
  if (file && vscode.workspace.getWorkspaceFolder(file))
    await vscode.commands.executeCommand('vscode.open', file);
}
