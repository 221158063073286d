import type * as vscode from 'vscode';
import type { Services } from '../services/services';
import { registerColors } from './colors';
import { registerCompletion } from './completion/provider';
import { registerTeamHeadings } from './completion/teamHeadings';
import { DatedDecks } from './datedDecks';
import { DeckContext } from './deckContext';
import { registerDialectStatus } from './dialectStatus';
import { HandleStops } from './handles/handleStops';
import { KnownHandles } from './handles/knownHandles';
import { registerHover } from './hover/provider';
import { registerPictures } from './pictures/providers';
import { registerSetSize } from './pictures/setSize';
import { registerRenames } from './renames';
import { registerSnippets } from './snippets';
import { registerTeamLens } from './teamLens';

/** What helps while writing a deck. */
export function register(context: vscode.ExtensionContext, services: Services): void {
  const datedDecks = new DatedDecks(context.extensionUri, services);
  const handles = new KnownHandles(services, datedDecks);
  const stops = new HandleStops(services);
  const shared = { datedDecks, handles, stops };
  context.subscriptions.push(new DeckContext(services), handles, stops);
  registerDialectStatus(context, services);
  registerPictures(context, services);
  registerSetSize(context, services);
  registerRenames(context, services);
  registerTeamLens(context, services);
  registerSnippets(context, services, shared);
  registerCompletion(context, services, shared);
  registerTeamHeadings(context, services, datedDecks);
  registerHover(context, services);
  registerColors(context, services);
}
