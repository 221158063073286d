import * as vscode from 'vscode';
import type { Services } from '../services/services';
import { deckToExport, registerExport } from './exportCommand';
import { htmlCommand } from './htmlCommand';
import { openInBrowser } from './openInBrowser';

/** Exports decks as files that need nothing else. */
export function register(context: vscode.ExtensionContext, services: Services): void {
  context.subscriptions.push(
    registerExport(htmlCommand, context.extensionUri, services),
    vscode.commands.registerCommand('deckwright.openInBrowser', async (uri?: unknown) => {
      const document = await deckToExport(uri, services);
      if (document) await openInBrowser(document, context, services);
    }),
  );
}
