import * as vscode from 'vscode';
import type * as Upkeep from '../bundles/upkeep';
import { originOf } from '../core/hedgedoc/origin';
import type { OutgoingNote } from '../core/hedgedoc/outgoingNote';
import { loadBundle } from '../services/loadBundle';
import { withProgress } from '../services/progress';
import type { Services } from '../services/services';
import { serverName } from './outgoingWords';
import { lostUploads } from './requests';

/** A deck as it was when it was made ready to be sent. */
export interface Outgoing {
  readonly document: vscode.TextDocument;
  readonly server: string;
  readonly note: OutgoingNote;
}

/**
 * Makes a deck ready to be sent, once the user allows it: asks its server for the uploads it may refer to. Undefined if
 * the user cancels.
 */
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
  const remote = await services.remotes.of(document.uri);
  if (!(await remote.allow([server, ...note.uploads]))) return undefined;
  if (note.uploads.length === 0) return { document, server, note };
  const lost = await withProgress(
    vscode.l10n.t('Looking for uploads on {0}', serverName(serverOfUploads)),
    (signal) => lostUploads(note.uploads, remote, signal),
  );
  if (!lost) return undefined;
  return { document, server, note: outgoingNote(deck, serverOfUploads, (address) => lost.has(address)) };
}
