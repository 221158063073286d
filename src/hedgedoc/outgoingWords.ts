import * as vscode from 'vscode';
import { remoteHost } from '../core/files/remote';
import { MAX_NOTE_LENGTH } from '../core/hedgedoc/newNote';
import type { OutgoingNote } from '../core/hedgedoc/outgoingNote';
import { plainText } from '../services/plainText';
import { missingSentence } from './missingFiles';

/** What the user should know of a note: its length if HedgeDoc may refuse it, and files that are not there. */
export function concernsOf({ text, missing }: OutgoingNote): string[] {
  return [...lengthSentence(text.length), ...missingSentence(missing)];
}

function lengthSentence(length: number): string[] {
  if (length <= MAX_NOTE_LENGTH) return [];
  return [
    vscode.l10n.t(
      'The deck has {0} characters. HedgeDoc takes {1} unless its administrator allows more.',
      inWords(length),
      inWords(MAX_NOTE_LENGTH),
    ),
  ];
}

/** A number as the user's language writes it. */
export function inWords(count: number): string {
  return count.toLocaleString(vscode.env.language);
}

/** A server in messages: with its scheme only if what is sent to it is not encrypted. */
export function serverName(server: string): string {
  return plainText(server.replace(/^https:\/\//, ''));
}

/** A sentence on the uploads that a note refers to in place of their copies; none if there are none. */
export function uploadsSentence({ uploads }: OutgoingNote): string[] {
  if (uploads.length === 0) return [];
  const host = plainText(remoteHost(uploads[0]!));
  if (uploads.length === 1) return [vscode.l10n.t('It refers to 1 upload on {0} again.', host)];
  return [vscode.l10n.t('It refers to {0} uploads on {1} again.', uploads.length, host)];
}
