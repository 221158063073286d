import * as vscode from 'vscode';
import type * as Upkeep from '../bundles/upkeep';
import { originOf } from '../core/hedgedoc/origin';
import type { OutgoingNote } from '../core/hedgedoc/outgoingNote';
import { hostOf } from '../core/hedgedoc/server';
import { loadBundle } from '../services/loadBundle';
import { plainText } from '../services/plainText';
import { withProgress } from '../services/progress';
import type { Services } from '../services/services';
import { lostUploads } from './uploadCheck';

/** A deck as it was when it was made ready to be sent. */
export interface Outgoing {
  readonly document: vscode.TextDocument;
  readonly server: string;
  readonly note: OutgoingNote;
}

/** Makes a deck ready to be sent: asks its server for the uploads it may refer to. Undefined if the user cancels. */
export async function prepare(
  document: vscode.TextDocument,
  server: string,
  extensionUri: vscode.Uri,
  services: Services,
): Promise<Outgoing | undefined> {
  const { outgoingNote } = await loadBundle<typeof Upkeep>(extensionUri, 'upkeep.js');
  const deck = services.decks.deckOf(document);
  const serverOfUploads = originOf(deck.text)?.server ?? server;
  const note = outgoingNote(deck, serverOfUploads);
  if (note.uploads.length === 0) return { document, server, note };
  const remote = await services.remote.for(document.uri);
  const lost = await withProgress(
    vscode.l10n.t('Looking for uploads on {0}', plainText(hostOf(serverOfUploads))),
    (signal) => lostUploads(note.uploads, remote, signal),
  );
  if (!lost) return undefined;
  return { document, server, note: outgoingNote(deck, serverOfUploads, (address) => lost.has(address)) };
}
