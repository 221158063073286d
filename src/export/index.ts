import type * as vscode from 'vscode';
import type { Services } from '../services/services';
import { registerExport } from './exportCommand';
import { htmlCommand } from './htmlCommand';
import { registerSite } from './site/siteCommand';

/** Exports decks as files. */
export function register(context: vscode.ExtensionContext, services: Services): void {
  context.subscriptions.push(
    registerExport(htmlCommand, context.extensionUri, services),
    registerSite(context, services),
  );
}
