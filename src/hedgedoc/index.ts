import * as vscode from 'vscode';
import type { Services } from '../services/services';
import { copyForHedgedoc } from './copyCommand';
import { deckForHedgedoc } from './deckForHedgedoc';
import { Reviews } from './reviews';
import { Sending } from './sendCommand';

/** Takes decks from HedgeDoc notes, and back to them. */
export function register(context: vscode.ExtensionContext, services: Services): void {
  const reviews = new Reviews();
  const sending = new Sending(context, services, reviews);
  context.subscriptions.push(
    reviews,
    vscode.commands.registerCommand('deckwright.sendToHedgedoc', async (uri?: unknown) => {
      const document = await deckForHedgedoc(uri, services);
      if (document) await sending.run(document);
    }),
    vscode.commands.registerCommand('deckwright.sendReviewed', async (uri?: unknown) => {
      const outgoing = reviews.of(uri);
      if (outgoing) await sending.runReviewed(outgoing);
    }),
    vscode.commands.registerCommand('deckwright.copyForHedgedoc', async (uri?: unknown) => {
      const document = await deckForHedgedoc(uri, services);
      if (document) await copyForHedgedoc(document, context.extensionUri, services);
    }),
  );
}
