import type * as vscode from 'vscode';
import type { Services } from '../services/services';
import { DeckContext } from './deckContext';
import { registerDialectStatus } from './dialectStatus';

/** What helps while writing a deck. */
export function register(context: vscode.ExtensionContext, services: Services): void {
  context.subscriptions.push(new DeckContext(services));
  registerDialectStatus(context, services);
}
