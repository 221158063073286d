import * as vscode from 'vscode';
import type { Services } from '../services/services';
import { Comparing } from './comparing';
import { copyForHedgedoc } from './copyCommand';
import { deckForHedgedoc } from './deckForHedgedoc';
import { type ImportAnswers, Importing } from './importCommand';
import { NoteDocuments } from './noteDocuments';
import { Reviews } from './reviews';
import { Sending } from './sendCommand';
import { updateFromHedgedoc } from './updateCommand';

/** Takes decks from HedgeDoc notes, and back to them. */
export function register(context: vscode.ExtensionContext, services: Services): void {
  const { extensionUri } = context;
  const notes = new NoteDocuments();
  const comparing = new Comparing(extensionUri, services, notes);
  const importing = new Importing(extensionUri, services, comparing);
  const reviews = new Reviews();
  const sending = new Sending(context, services, reviews);
  const command = vscode.commands.registerCommand;
  context.subscriptions.push(
    notes,
    reviews,
    command('deckwright.importFromHedgedoc', (given?: ImportAnswers) => importing.run(given)),
    command('deckwright.updateFromHedgedoc', (uri?: unknown) => updateFromHedgedoc(uri, comparing, services)),
    command('deckwright.takeOverChange', () => comparing.takeOverHere()),
    command('deckwright.takeOverAll', () => comparing.takeOverAll()),
    command('deckwright.sendToHedgedoc', async (uri?: unknown) => {
      const document = await deckForHedgedoc(uri, services);
      if (document) await sending.run(document);
    }),
    command('deckwright.sendReviewed', async (uri?: unknown) => {
      const outgoing = reviews.of(uri);
      if (outgoing) await sending.runReviewed(outgoing);
    }),
    command('deckwright.copyForHedgedoc', async (uri?: unknown) => {
      const document = await deckForHedgedoc(uri, services);
      if (document) await copyForHedgedoc(document, extensionUri, services);
    }),
  );
}
