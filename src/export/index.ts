import * as vscode from 'vscode';
import type { Services } from '../services/services';
import { copyPicture } from './copyPicture';
import { deckToExport, registerExport } from './exportCommand';
import { htmlCommand } from './htmlCommand';
import { notesCommand, textCommand } from './markdownCommands';
import { openInBrowser } from './openInBrowser';
import { pdfCommand } from './pdfCommand';
import { pictureCommand, picturesCommand, pptxCommand } from './pictureCommands';
import { registerSite } from './site/siteCommand';

/** Makes other files of decks. */
export function register(context: vscode.ExtensionContext, services: Services): void {
  const { extensionUri, subscriptions } = context;
  subscriptions.push(
    registerExport(htmlCommand, extensionUri, services),
    registerExport(pdfCommand(context, services), extensionUri, services),
    registerExport(pptxCommand, extensionUri, services),
    registerExport(picturesCommand, extensionUri, services),
    registerExport(pictureCommand(services), extensionUri, services),
    registerExport(textCommand, extensionUri, services),
    registerExport(notesCommand, extensionUri, services),
    registerSite(context, services),
    vscode.commands.registerCommand('deckwright.copyPicture', async (uri?: unknown) => {
      const document = await deckToExport(uri, services);
      if (document) await copyPicture(document, extensionUri, services);
    }),
    vscode.commands.registerCommand('deckwright.openInBrowser', async (uri?: unknown) => {
      const document = await deckToExport(uri, services);
      if (document) await openInBrowser(document, context, services);
    }),
  );
}
