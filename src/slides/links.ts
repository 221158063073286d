import * as vscode from 'vscode';
import type { Setup } from '../core/deck/setup';
import { classifyUrl } from '../core/files/urls';
import { baseOf, folderOf, rootOf } from '../services/deckRoot';
import { tellFailure } from '../services/failures';
import type { Services } from '../services/services';

/** Opens the target of a link on a slide of this deck, and says so if that fails. */
export function followLink(href: string, document: vscode.TextDocument, { decks, log }: Services): void {
  tellFailure(openLink(href, document.uri, decks.deckOf(document).setup), log, (reason) =>
    vscode.l10n.t('The link could not be opened: {0}', reason),
  );
}

/**
 * Opens the target of a link on a slide: web pages and mail after VS Code's own question, files only if they
 * are in the workspace. Anything else is dropped.
 */
async function openLink(href: string, document: vscode.Uri, setup: Setup): Promise<void> {
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
