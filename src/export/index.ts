import type * as vscode from 'vscode';
import type { Services } from '../services/services';
import { registerExport } from './exportCommand';
import { htmlCommand } from './htmlCommand';
import { notesCommand, textCommand } from './markdownCommands';
import { pictureCommand, picturesCommand, pptxCommand } from './pictureCommands';

/** Makes other files of decks. */
export function register(context: vscode.ExtensionContext, services: Services): void {
  const { extensionUri, subscriptions } = context;
  subscriptions.push(
    registerExport(htmlCommand, extensionUri, services),
    registerExport(pptxCommand, extensionUri, services),
    registerExport(picturesCommand, extensionUri, services),
    registerExport(pictureCommand(services), extensionUri, services),
    registerExport(textCommand, extensionUri, services),
    registerExport(notesCommand, extensionUri, services),
  );
}
