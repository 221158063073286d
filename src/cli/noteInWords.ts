import { remoteHost } from '../core/files/remote';
import type { AddressFault, NoteAddress } from '../core/hedgedoc/noteAddress';
import type { FailedNote } from '../core/hedgedoc/noteAnswer';

/** Why a text is not the address of a note. */
export function addressFaultInWords(text: string, fault: AddressFault): string {
  return fault === 'no-url'
    ? `${text} is not an address: copy that of the note from the browser, such as https://pad.example.org/abc.`
    : `${text} is not the address of a note, which looks like https://pad.example.org/abc.`;
}

/** Why there is no text of a note. */
export function noteFaultInWords({ fault, detail }: FailedNote, { server, page }: NoteAddress): string {
  const host = remoteHost(server);
  switch (fault) {
    case 'login':
      return `${host} shows ${page} only after a login, which Deckwright does not have. Allow everyone to read it.`;
    case 'page':
      return `${host} sent a web page in place of the note. It may need a login, or the server may be another kind.`;
    case 'missing':
      return `${host} has no note ${page}.`;
    case 'busy':
      return `${host} is busy (${detail}). Try again later.`;
    case 'status':
      return `${host} answered with status ${detail}.`;
    case 'type':
      return `${host} sent a file of another type in place of the note: ${detail}.`;
    case 'encoding':
      return `What ${host} sent is not text in UTF-8.`;
    case 'empty':
      return `The note ${page} is empty.`;
  }
}
