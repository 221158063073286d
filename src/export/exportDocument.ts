import * as vscode from 'vscode';
import type * as Exporter from '../bundles/exporter';
import { Folders } from '../services/folders';
import { loadBundle } from '../services/loadBundle';
import type { Services } from '../services/services';
import type { ExportedDeck, ExportOptions } from './exportDeck';
import { WorkspaceFiles } from './workspaceFiles';

/** What the user decides of an exported page, and where it starts. */
export type PageChoice = Pick<ExportOptions, 'embeds' | 'start'>;

/** What embedded pages become, if there are any; the author of a deck that is not trusted has no say in it. */
export async function askForEmbeds(
  document: vscode.TextDocument,
  extensionUri: vscode.Uri,
  { decks }: Services,
  title: string,
): Promise<PageChoice['embeds'] | undefined> {
  if (!vscode.workspace.isTrusted) return 'card';
  const { embeddedHosts } = await loadBundle<typeof Exporter>(extensionUri, 'exporter.js');
  const hosts = embeddedHosts(decks.deckOf(document));
  if (hosts.length === 0) return 'card';
  const list = new Intl.ListFormat(vscode.env.language, { type: 'conjunction' }).format(hosts);
  const choices = [
    {
      embeds: 'card' as const,
      label: vscode.l10n.t('Cards'),
      detail: vscode.l10n.t('A click opens the page in the browser. Nothing is loaded before.'),
    },
    {
      embeds: 'live' as const,
      label: vscode.l10n.t('Live Pages'),
      detail: vscode.l10n.t('Whoever shows the slides loads pages from {0}.', list),
    },
  ];
  const placeHolder = vscode.l10n.t('How are embedded pages shown?');
  return (await vscode.window.showQuickPick(choices, { title, placeHolder }))?.embeds;
}

/** Turns a document into one HTML page that needs nothing else. */
export async function exportDocument(
  document: vscode.TextDocument,
  { embeds, start }: PageChoice,
  extensionUri: vscode.Uri,
  { configs, decks }: Services,
  signal: AbortSignal,
): Promise<ExportedDeck> {
  const { exportDeck, highlight } = await loadBundle<typeof Exporter>(extensionUri, 'exporter.js');
  await configs.ready(document.uri);
  // Listed again: watchers may not yet have reported a picture that was just added.
  const folders = new Folders();
  try {
    return await exportDeck(decks.deckOf(document), {
      assets: 'inline',
      embeds,
      start,
      fileName: document.uri.path.replace(/^.*\//, '').replace(/\.\w+$/, ''),
      files: new WorkspaceFiles(document.uri, folders),
      trusted: vscode.workspace.isTrusted,
      hedgedocHosts: configs.of(document.uri).hedgedocHosts,
      runtime: async (path) =>
        vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, 'dist', ...path.split('/'))),
      highlight,
      translate: vscode.l10n.t,
      signal,
    });
  } finally {
    folders.dispose();
  }
}
