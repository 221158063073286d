import type * as vscode from 'vscode';
import type { Services } from '../services/services';
import { registerColors } from './colors';
import { registerCompletion } from './completion/provider';
import { DeckContext } from './deckContext';
import { registerDialectStatus } from './dialectStatus';
import { registerHover } from './hover/provider';
import { registerPictures } from './pictures/providers';
import { registerSetSize } from './pictures/setSize';
import { registerRenames } from './renames';
import { registerSnippets } from './snippets';
import { registerTeamLens } from './teamLens';

/** What helps while writing a deck. */
export function register(context: vscode.ExtensionContext, services: Services): void {
  context.subscriptions.push(new DeckContext(services));
  registerDialectStatus(context, services);
  registerPictures(context, services);
  registerSetSize(context, services);
  registerRenames(context, services);
  registerTeamLens(context, services);
  registerSnippets(context, services);
  registerCompletion(context, services);
  registerHover(context, services);
  registerColors(context, services);
}
