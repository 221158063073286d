import * as vscode from 'vscode';
import type { Services } from '../services/services';
import { SnippetCommands } from './insertSection';
import { NewCommunityCall } from './newDeck/communityCall';
import { type DeckAnswers, newDeck, newTalk } from './newDeck/plainDeck';
import type { CallAnswers } from './newDeck/steps';
import type { Shared } from './shared';
import { SnippetCompletion } from './snippetCompletion';
import { SnippetLibrary } from './snippetLibrary';

/** Snippets, as completions and by commands, and the new decks made from them. */
export function registerSnippets(context: vscode.ExtensionContext, services: Services, shared: Shared): void {
  const library = new SnippetLibrary(context.extensionUri, services, shared.datedDecks);
  const commands = new SnippetCommands(services, library, shared);
  const call = new NewCommunityCall(services, library, shared);
  const { stops } = shared;
  const { registerCommand } = vscode.commands;
  context.subscriptions.push(
    vscode.languages.registerCompletionItemProvider(
      { language: 'markdown' },
      new SnippetCompletion(services, library),
      ...SnippetCompletion.triggers,
    ),
    registerCommand('deckwright.insertSnippet', (prefix?: string) => commands.insertSnippet(prefix)),
    registerCommand('deckwright.insertTeamSection', (team?: string, reporter?: string) =>
      commands.insertTeamSection(team, reporter),
    ),
    registerCommand('deckwright.insertTitleBlock', () => commands.insertTitleBlock()),
    registerCommand('deckwright.newCommunityCall', (given?: CallAnswers) => call.run(given)),
    registerCommand('deckwright.newTalk', (given?: DeckAnswers) => newTalk(library, services, stops, given)),
    registerCommand('deckwright.newHedgedocDeck', (given?: DeckAnswers) =>
      newDeck('deck-hedgedoc', library, services, stops, given),
    ),
  );
}
