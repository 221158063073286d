import * as vscode from 'vscode';
import { remoteHost } from '../core/files/remote';
import type { AddressFault, NoteAddress } from '../core/hedgedoc/noteAddress';
import type { FailedNote } from '../core/hedgedoc/noteAnswer';
import { plainText } from '../services/plainText';

/** What the address of a note looks like. */
export const EXAMPLE = 'https://pad.example.org/abc';

/** The server of a note, for messages. */
export function hostOfNote({ server }: NoteAddress): string {
  return plainText(remoteHost(server));
}

/** Why a text is not the address of a note, in words for the user. */
export function addressFaultInWords(fault: AddressFault): string {
  return fault === 'no-url'
    ? vscode.l10n.t('Copy the address of the note from the browser, such as {0}.', EXAMPLE)
    : vscode.l10n.t(
        'This is a page of the server, but not a note. The address of a note looks like {0}.',
        EXAMPLE,
      );
}

/** Why there is no text of a note, in words for the user. */
export function noteFaultInWords({ fault, detail }: FailedNote, address: NoteAddress): string {
  const host = hostOfNote(address);
  switch (fault) {
    case 'login':
      return vscode.l10n.t(
        '{0} shows this note only after a login, which Deckwright does not have. Allow everyone to read it, or copy its text.',
        host,
      );
    case 'page':
      return vscode.l10n.t(
        '{0} sent a web page in place of the note. It may need a login, or the server may be another kind.',
        host,
      );
    case 'missing':
      return vscode.l10n.t('{0} has no note at this address.', host);
    case 'busy':
      return vscode.l10n.t('{0} is busy. Try again later.', host);
    case 'status':
      return vscode.l10n.t('{0} answered with status {1}.', host, detail);
    case 'type':
      return vscode.l10n.t(
        '{0} sent a file of another type in place of the note: {1}.',
        host,
        plainText(detail),
      );
    case 'encoding':
      return vscode.l10n.t('What {0} sent is not text in UTF-8.', host);
    case 'empty':
      return vscode.l10n.t('The note is empty.');
  }
}
