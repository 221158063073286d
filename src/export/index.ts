import type * as vscode from 'vscode';
import type { Services } from '../services/services';
import { registerExport } from './exportCommand';
import { htmlCommand } from './htmlCommand';

/** Exports decks as files that need nothing else. */
export function register(context: vscode.ExtensionContext, services: Services): void {
  context.subscriptions.push(registerExport(htmlCommand, context.extensionUri, services));
}
