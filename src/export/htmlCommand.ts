import * as vscode from 'vscode';
import type * as Exporter from '../bundles/exporter';
import { loadBundle } from '../services/loadBundle';
import type { Services } from '../services/services';
import type { ExportCommand } from './exportCommand';
import type { ExportOptions } from './exportOptions';

/** One HTML file that needs nothing else. */
export const htmlCommand: ExportCommand<ExportOptions['embeds']> = {
  command: 'deckwright.exportHtml',
  extension: 'html',
  fileType: 'HTML',
  opensIn: 'system',
  title: () => vscode.l10n.t('Export as HTML'),
  given: ([embeds]) => (embeds === 'live' ? 'live' : 'card'),
  ask: (document, extensionUri, services) =>
    askForEmbeds(document, extensionUri, services, vscode.l10n.t('Export as HTML')),
  async make(deck, embeds, surroundings, extensionUri) {
    const { exportDeck, highlight } = await loadBundle<typeof Exporter>(extensionUri, 'exporter.js');
    const { html, problems } = await exportDeck(deck, {
      ...surroundings,
      assets: 'inline',
      embeds,
      highlight,
    });
    return { content: html, problems };
  },
};

/** What embedded pages become, if there are any; the author of a deck that is not trusted has no say in it. */
export async function askForEmbeds(
  document: vscode.TextDocument,
  extensionUri: vscode.Uri,
  { decks }: Services,
  title: string,
): Promise<ExportOptions['embeds'] | undefined> {
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
