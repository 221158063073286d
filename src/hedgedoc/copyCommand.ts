import * as vscode from 'vscode';
import type * as Upkeep from '../bundles/upkeep';
import { documentName } from '../services/documentFile';
import { loadBundle } from '../services/loadBundle';
import type { Services } from '../services/services';
import { serverOfUploads } from './chooseServer';
import { showMissing } from './missingFiles';
import { concernsOf } from './outgoingWords';

/** Puts a deck onto the clipboard as HedgeDoc should get it. Nothing is requested. */
export async function copyForHedgedoc(
  document: vscode.TextDocument,
  extensionUri: vscode.Uri,
  services: Services,
): Promise<void> {
  const server = await serverOfUploads(document, vscode.l10n.t('Copy for HedgeDoc'), services);
  if (server === undefined) return;
  const { outgoingNote } = await loadBundle<typeof Upkeep>(extensionUri, 'upkeep.js');
  const makeNote = () => outgoingNote(services.decks.deckOf(document), server);
  const note = makeNote();
  await vscode.env.clipboard.writeText(note.text);
  const copied = vscode.l10n.t(
    '{0} was copied for HedgeDoc: paste it into an empty note.',
    documentName(document),
  );
  const said = [copied, ...concernsOf(note)].join(' ');
  if (note.missing.length === 0) {
    void vscode.window.showInformationMessage(said);
    return;
  }
  const show = vscode.l10n.t('Show Files');
  const shown = vscode.window.showWarningMessage(said, show).then(async (choice) => {
    if (choice === show) await showMissing(document, makeNote().missing);
  });
  void shown;
}
