import * as vscode from 'vscode';
import { reasonOf } from '../services/failures';
import { plainName } from '../services/plainText';
import { withProgress } from '../services/progress';
import type { Services } from '../services/services';
import { complaintsOf, warn } from '../services/tell';
import { askForEmbeds, htmlCommand } from './htmlCommand';
import { withProblems } from './message';
import { OpenedPages } from './openedPages';
import { makeFrom } from './surroundings';

/**
 * Opens the exported page of a deck in the default browser, at the slide the user is on. The page is a file, so that
 * nothing listens. In print view it is ready to be printed.
 */
export async function openInBrowser(
  document: vscode.TextDocument,
  context: vscode.ExtensionContext,
  services: Services,
  view?: 'print',
): Promise<void> {
  const { extensionUri } = context;
  if (!isBesideBrowser(context)) return offerExport(document);
  const title = vscode.l10n.t('Open in Browser');
  const embeds = await askForEmbeds(document, extensionUri, services, title);
  if (!embeds) return;
  const pages = new OpenedPages(vscode.Uri.joinPath(context.globalStorageUri, 'pages'));
  try {
    const start = services.currentSlide.of(document);
    const exported = await withProgress(
      vscode.l10n.t('Exporting {0}', plainName(document.uri)),
      async (signal) => {
        const { content, problems } = await makeFrom(
          document,
          (deck, surroundings) =>
            htmlCommand.make(
              deck,
              embeds,
              { ...surroundings, deckFolder: '', start, view },
              extensionUri,
              document,
            ),
          extensionUri,
          services,
          signal,
        );
        signal.throwIfAborted();
        return { page: await pages.write(document.uri, content), problems };
      },
    );
    if (!exported) return;
    if (!(await vscode.env.openExternal(exported.page))) {
      throw new Error(vscode.l10n.t('No program opened {0}.', exported.page.fsPath));
    }
    const { problems } = exported;
    const said = withProblems(vscode.l10n.t('Exported {0}.', plainName(document.uri)), problems);
    if (problems.length > 0) void warn(said, complaintsOf(document.uri, problems), services.log);
  } catch (error) {
    services.log.error(`${document.uri.fsPath} could not be opened in the browser`, error as Error);
    throw new Error(
      vscode.l10n.t('{0} could not be opened in the browser: {1}', plainName(document.uri), reasonOf(error)),
    );
  }
}

/** Whether files that the extension writes are on the computer on which VS Code opens browsers. */
function isBesideBrowser({ extension, globalStorageUri }: vscode.ExtensionContext): boolean {
  const { remoteName, uiKind } = vscode.env;
  const isLocal = remoteName === undefined || extension.extensionKind === vscode.ExtensionKind.UI;
  return isLocal && uiKind === vscode.UIKind.Desktop && globalStorageUri.scheme === 'file';
}

async function offerExport(document: vscode.TextDocument): Promise<void> {
  const exportHtml = vscode.l10n.t('Export as HTML…');
  const said = vscode.l10n.t(
    "Deckwright can't open a browser from this window. Export the deck as HTML, and open the file on your computer.",
  );
  const choice = await vscode.window.showInformationMessage(said, exportHtml);
  if (choice === exportHtml) await vscode.commands.executeCommand('deckwright.exportHtml', document.uri);
}
