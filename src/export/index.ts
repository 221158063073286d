import * as vscode from 'vscode';
import { fileNameFor } from '../core/authoring/snippets/newDeck';
import { deckTitle } from '../core/summary/titles';
import { fileOf } from '../services/documentFile';
import { documentOf } from '../services/documentOf';
import { explainDeck } from '../services/explainDeck';
import { reasonOf } from '../services/failures';
import { plainName } from '../services/plainText';
import type { Services } from '../services/services';
import { askForEmbeds, exportDocument, type PageChoice } from './exportDocument';
import { openInBrowser } from './openInBrowser';
import { withProgress } from './progress';
import { tell } from './tell';
import { writeWhole } from './writeWhole';

/** Exports decks as HTML files that need nothing else. */
export function register(context: vscode.ExtensionContext, services: Services): void {
  const { extensionUri } = context;
  context.subscriptions.push(
    // Menus pass more than the file they were opened on; only a different file is the target, so that scripts
    // can name it, and then whether embedded pages are live.
    vscode.commands.registerCommand('deckwright.exportHtml', async (uri?: unknown, ...given: unknown[]) => {
      const document = await deckFor(uri, services);
      const choice = document && (choiceOf(given) ?? (await ask(document, extensionUri, services)));
      if (choice) await exportTo(document, choice, extensionUri, services);
    }),
    vscode.commands.registerCommand('deckwright.openInBrowser', async (uri?: unknown) => {
      const document = await deckFor(uri, services);
      if (document) await openInBrowser(document, context, services);
    }),
  );
}

/** The deck that a command was called on, or else the one that the user is on. */
async function deckFor(uri: unknown, services: Services): Promise<vscode.TextDocument | undefined> {
  // When called from the walkthrough or the preview, no text editor is active.
  const document =
    (await documentOf(uri)) ??
    vscode.window.activeTextEditor?.document ??
    services.currentSlide.get()?.document;
  return document && (await isDeck(document, services)) ? document : undefined;
}

async function isDeck(document: vscode.TextDocument, services: Services): Promise<boolean> {
  await services.decks.ready(document.uri, document.getText());
  if (services.decks.isDeck(document)) return true;
  return explainDeck(document, services, vscode.l10n.t('Export as Slides'));
}

/** What the user decides of an export. */
interface Choice extends PageChoice {
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
  const embeds = await askForEmbeds(document, extensionUri, services, vscode.l10n.t('Export as HTML'));
  const target = embeds && (await askForTarget(document, services));
  return target && { target, embeds };
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
    const exported = await withProgress(document, async (signal) => {
      const result = await exportDocument(document, { embeds }, extensionUri, services, signal);
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
