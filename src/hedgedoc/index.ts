import * as vscode from 'vscode';
import type { Services } from '../services/services';
import { Comparing } from './comparing';
import { type ImportAnswers, Importing } from './importCommand';
import { NoteDocuments } from './noteDocuments';
import { updateFromHedgedoc } from './updateCommand';

/** Takes decks from HedgeDoc notes, and back to them. */
export function register({ extensionUri, subscriptions }: vscode.ExtensionContext, services: Services): void {
  const notes = new NoteDocuments();
  const comparing = new Comparing(extensionUri, services, notes);
  const importing = new Importing(extensionUri, services, comparing);
  const command = vscode.commands.registerCommand;
  subscriptions.push(
    notes,
    command('deckwright.importFromHedgedoc', (given?: ImportAnswers) => importing.run(given)),
    command('deckwright.updateFromHedgedoc', (uri?: unknown) => updateFromHedgedoc(uri, comparing, services)),
    command('deckwright.takeOverChange', () => comparing.takeOverHere()),
    command('deckwright.takeOverAll', () => comparing.takeOverAll()),
  );
}
