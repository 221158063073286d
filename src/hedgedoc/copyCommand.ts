import * as vscode from 'vscode';
import type * as Upkeep from '../bundles/upkeep';
import { originOf } from '../core/hedgedoc/origin';
import { MAX_NOTE_LENGTH, type OutgoingNote } from '../core/hedgedoc/outgoingNote';
import { documentName } from '../services/documentFile';
import { loadBundle } from '../services/loadBundle';
import type { Services } from '../services/services';
import { chooseServer, serversFor } from './chooseServer';
import { missingSentence, showMissing } from './missingFiles';
import { tooLong } from './outgoingWords';

/** Puts a deck onto the clipboard as HedgeDoc should get it. Nothing is requested. */
export async function copyForHedgedoc(
  document: vscode.TextDocument,
  { extensionUri, workspaceState }: vscode.ExtensionContext,
  services: Services,
): Promise<void> {
  const { outgoingNote } = await loadBundle<typeof Upkeep>(extensionUri, 'upkeep.js');
  const server = await serverOfUploads(document, services, workspaceState);
  if (server === undefined) return;
  const note = outgoingNote(services.decks.deckOf(document), server);
  await vscode.env.clipboard.writeText(note.text);
  await tellCopied(document, note);
}
