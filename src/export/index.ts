import * as vscode from 'vscode';
import type * as Exporter from '../bundles/exporter';
import { fileNameFor } from '../core/authoring/snippets/newDeck';
import { deckTitle } from '../core/summary/titles';
import { fileOf } from '../services/documentFile';
import { documentOf } from '../services/documentOf';
import { explainDeck } from '../services/explainDeck';
import { reasonOf } from '../services/failures';
import { Folders } from '../services/folders';
import { loadBundle } from '../services/loadBundle';
import { plainName } from '../services/plainText';
import type { Services } from '../services/services';
import type { ExportedDeck, ExportOptions } from './exportDeck';
import { exportedMessage } from './message';
import { WorkspaceFiles } from './workspaceFiles';
import { writeWhole } from './writeWhole';

/** Exports decks as HTML files that need nothing else. */
export function register(context: vscode.ExtensionContext, services: Services): void {
  context.subscriptions.push(
    // Menus pass more than the file they were opened on; only a different file is the target, so that scripts
    // can name it, and then whether embedded pages are live.
    vscode.commands.registerCommand('deckwright.exportHtml', async (uri?: unknown, ...given: unknown[]) => {
      // When called from the walkthrough or the preview, no text editor is active.
      const document =
        (await documentOf(uri)) ??
        vscode.window.activeTextEditor?.document ??
        services.currentSlide.get()?.document;
      if (!document || !(await isDeck(document, services))) return;
      const { extensionUri } = context;
      const choice = choiceOf(given) ?? (await ask(document, extensionUri, services));
      if (choice) await exportTo(document, choice, extensionUri, services);
    }),
  );
}

async function isDeck(document: vscode.TextDocument, services: Services): Promise<boolean> {
  await services.decks.ready(document.uri, document.getText());
  if (services.decks.isDeck(document)) return true;
  return explainDeck(document, services, vscode.l10n.t('Export as Slides'));
}

/** What the user decides of an export. */
interface Choice extends Pick<ExportOptions, 'embeds'> {
  readonly target: vscode.Uri;
}

function choiceOf([target, embeds]: unknown[]): Choice | undefined {
  if (!(target instanceof vscode.Uri)) return undefined;
  return { target, embeds: embeds === 'live' ? 'live' : 'card' };
}

async function ask(
  document: vscode.TextDocument,
  extensionUri: vscode.Uri,
  services: Services,
): Promise<Choice | undefined> {
  const embeds = await askForEmbeds(document, extensionUri, services);
  const target = embeds && (await askForTarget(document, services));
  return target && { target, embeds };
}

/** What embedded pages become, if there are any; the author of a deck that is not trusted has no say in it. */
async function askForEmbeds(
  document: vscode.TextDocument,
  extensionUri: vscode.Uri,
  { decks }: Services,
): Promise<Choice['embeds'] | undefined> {
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
  const title = vscode.l10n.t('Export as HTML');
  const placeHolder = vscode.l10n.t('How are embedded pages shown?');
  return (await vscode.window.showQuickPick(choices, { title, placeHolder }))?.embeds;
}

function askForTarget(document: vscode.TextDocument, services: Services): Thenable<vscode.Uri | undefined> {
  const proposed = proposedTarget(document, services);
  return vscode.window.showSaveDialog({
    ...(proposed && { defaultUri: proposed }),
    filters: { HTML: ['html'] },
    saveLabel: vscode.l10n.t('Export'),
    title: vscode.l10n.t('Export as HTML'),
  });
}

/** Beside the deck; a deck without a file is named by its title, in the workspace folder if there is one. */
function proposedTarget(document: vscode.TextDocument, { decks }: Services): vscode.Uri | undefined {
  const file = fileOf(document.uri);
  if (file) return file.with({ path: file.path.replace(/(?:\.\w+)?$/, '.html') });
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = fileNameFor(deckTitle(decks.deckOf(document)) ?? '').replace(/md$/, 'html');
  return folder && vscode.Uri.joinPath(folder, name);
}

async function exportTo(
  document: vscode.TextDocument,
  { target, embeds }: Choice,
  extensionUri: vscode.Uri,
  services: Services,
): Promise<void> {
  try {
    const exported = await withProgress(plainName(document.uri), async (signal) => {
      const result = await exportDocument(document, embeds, extensionUri, services, signal);
      signal.throwIfAborted();
      await writeWhole(target, result.html);
      return result;
    });
    if (exported) void tell(document.uri, target, exported, services.log);
  } catch (error) {
    services.log.error(`${document.uri.fsPath} could not be exported`, error as Error);
    // VS Code shows it to the caller of the command, user or script.
    throw new Error(
      vscode.l10n.t('{0} could not be exported: {1}', plainName(document.uri), reasonOf(error)),
    );
  }
}

/** Undefined if the user cancels. */
function withProgress<T>(name: string, task: (signal: AbortSignal) => Promise<T>): Thenable<T | undefined> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Exporting {0}', name),
    cancellable: true,
  };
  return vscode.window.withProgress(options, async (_, token) => {
    const abort = new AbortController();
    token.onCancellationRequested(() => abort.abort());
    try {
      return await task(abort.signal);
    } catch (error) {
      if (abort.signal.aborted) return undefined;
      throw error;
    }
  });
}

async function exportDocument(
  document: vscode.TextDocument,
  embeds: Choice['embeds'],
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

/** Reports the result, with the file at hand; the details of what is wrong are in the log. */
async function tell(
  deck: vscode.Uri,
  target: vscode.Uri,
  { problems }: ExportedDeck,
  log: vscode.LogOutputChannel,
): Promise<void> {
  for (const { line, message } of problems) log.warn(`${deck.fsPath}:${line + 1}: ${message}`);
  const open = vscode.l10n.t('Open');
  const show = vscode.l10n.t('Show Problems');
  const said = exportedMessage(plainName(target), problems);
  const choice =
    problems.length === 0
      ? await vscode.window.showInformationMessage(said, open)
      : await vscode.window.showWarningMessage(said, open, show);
  if (choice === open) await vscode.env.openExternal(target);
  if (choice === show) log.show();
}
