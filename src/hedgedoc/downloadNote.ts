import * as vscode from 'vscode';
import { isRemoteError } from '../core/files/remote';
import type { NoteAddress } from '../core/hedgedoc/noteAddress';
import { fetchNote } from '../core/hedgedoc/noteAnswer';
import { withProgress } from '../services/progress';
import { faultInWords, NothingRemote } from '../services/remote';
import type { Services } from '../services/services';
import { hostOfNote, noteFaultInWords } from './noteWords';

/**
 * A note's markdown, for a deck whose configuration applies. Undefined if the user cancels, or if there is none,
 * which the user is told.
 */
export async function downloadNote(
  address: NoteAddress,
  deck: vscode.Uri,
  services: Services,
): Promise<string | undefined> {
  try {
    const remote = await services.remotes.of(deck);
    if (!(await remote.allow([address.download]))) return undefined;
    const title = vscode.l10n.t('Downloading from {0}', hostOfNote(address));
    const note = await withProgress(title, (signal) => fetchNote(address, remote, signal));
    if (!note || 'text' in note) return note?.text;
    void vscode.window.showWarningMessage(noteFaultInWords(note, address));
  } catch (error) {
    if (isRemoteError(error)) void vscode.window.showWarningMessage(faultInWords(error));
    else if (error instanceof NothingRemote) void vscode.window.showWarningMessage(error.message);
    else throw error;
  }
  return undefined;
}
