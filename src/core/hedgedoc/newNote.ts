import type { RemoteAnswer } from '../files/remote';
import { isNoteAddress, type NoteAddress, readNoteAddress } from './noteAddress';

/** HedgeDoc takes no longer notes unless its administrator allows it. In UTF-16 code units. */
export const MAX_NOTE_LENGTH = 100_000;

/** Why a server made no note. */
export type NewNoteFault =
  /** It demands a login, or does not let anybody make notes. */
  | 'login'
  /** It is elsewhere by now: `detail` has the address. Nothing is sent there. */
  | 'moved'
  /** The text is too long for it. */
  | 'length'
  /** Too many notes in a short time, or too busy. */
  | 'busy'
  /** Something that HedgeDoc 1 does not answer; `detail` has the status. */
  | 'status';

/** An answer without a new note. */
export interface RefusedNote {
  readonly fault: NewNoteFault;
  readonly detail: string;
}

/** What became of a note that was sent. */
export type NewNote = NoteAddress | RefusedNote;

/** Where new notes are made on a server: the text is posted there as `text/markdown` (docs/hedgedoc.md, 12). */
export function newNoteForm(server: string): string {
  return `${server}/new`;
}

const BY_STATUS: ReadonlyMap<number, NewNoteFault> = new Map([
  [401, 'login'],
  [403, 'login'],
  [413, 'length'],
  [429, 'busy'],
  [503, 'busy'],
]);

/** Reads the answer of a server that was sent a new note, which redirects to it. */
export function readNewNote({ status, headers }: RemoteAnswer, server: string): NewNote {
  const location = headers.get('location');
  if (status >= 300 && status < 400 && location !== undefined) {
    const fault = /\/new\/?$/.test(location) ? 'moved' : 'login';
    return newNoteAddress(server, location) ?? { fault, detail: location };
  }
  return { fault: BY_STATUS.get(status) ?? 'status', detail: String(status) };
}

/** Null if that is no note of this server: where a login is needed, HedgeDoc leads to its start page. */
function newNoteAddress(server: string, location: string): NoteAddress | null {
  const note = readNoteAddress(/^\/(?!\/)/.test(location) ? new URL(server).origin + location : location);
  if (!isNoteAddress(note) || withoutScheme(note.server) !== withoutScheme(server)) return null;
  const id = note.page.slice(note.server.length + 1);
  // The way the server is reached, which it may not know behind a proxy.
  const here = NOTE_ID.test(id) ? readNoteAddress(`${server}/${id}`) : 'no-note';
  return isNoteAddress(here) ? here : null;
}

/** docs/hedgedoc.md, 12. */
const NOTE_ID = /^[\w-]{22}$/;

function withoutScheme(server: string): string {
  return server.replace(/^https?:/, '');
}
