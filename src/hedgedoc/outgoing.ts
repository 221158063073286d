import * as vscode from 'vscode';
import type * as Upkeep from '../bundles/upkeep';
import { originOf } from '../core/hedgedoc/origin';
import type { MissingFile, OutgoingNote } from '../core/hedgedoc/outgoingNote';
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
  /** The files that are not on HedgeDoc, where the deck names them by now. */
  missingNow(): readonly MissingFile[];
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
  const serverOfUploads = originOf(document.getText())?.server ?? server;
  const makeNote = (lost: ReadonlySet<string>) =>
    outgoingNote(services.decks.deckOf(document), serverOfUploads, (address) => lost.has(address));
  const note = makeNote(new Set());
  const remote = await services.remotes.of(document.uri);
  if (!(await remote.allow([server, ...note.uploads]))) return undefined;
  const look = (signal: AbortSignal) => lostUploads(note.uploads, remote, signal);
  const title = vscode.l10n.t('Looking for uploads on {0}', serverName(serverOfUploads));
  const lost = note.uploads.length === 0 ? new Set<string>() : await withProgress(title, look);
  if (!lost) return undefined;
  return { document, server, note: makeNote(lost), missingNow: () => makeNote(lost).missing };
}
