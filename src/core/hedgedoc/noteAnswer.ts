import type { Remote, RemoteAnswer } from '../files/remote';
import { decodeUtf8 } from '../text/utf8';
import type { NoteAddress } from './noteAddress';

/** Servers allow notes of 100,000 characters unless they are set up otherwise. */
const MAX_NOTE_BYTES = 4 * 1024 * 1024;

/** Why an answer is not a note's markdown. */
export type NoteFault =
  /** The server demands a login, or has led to another page, as HedgeDoc does then. */
  | 'login'
  /** A web page: a login page, or that of another kind of server. */
  | 'page'
  | 'missing'
  /** Too many requests, or too busy. */
  | 'busy'
  /** Another status; `detail` has it. */
  | 'status'
  /** Another kind of file; `detail` has its type. */
  | 'type'
  /** Not text in UTF-8. */
  | 'encoding'
  | 'empty';

/** An answer that is no note. */
export interface FailedNote {
  readonly fault: NoteFault;
  readonly detail: string;
}

/** A note's markdown, or why there is none. */
export type Note = { readonly text: string } | FailedNote;

const BY_STATUS: ReadonlyMap<number, NoteFault> = new Map([
  [401, 'login'],
  [403, 'login'],
  [404, 'missing'],
  [410, 'missing'],
  [429, 'busy'],
  [503, 'busy'],
]);
const MARKDOWN = new Set(['', 'text/markdown', 'text/x-markdown', 'text/plain', 'application/octet-stream']);
const HTML = new Set(['text/html', 'application/xhtml+xml']);

/** Requests a note's markdown. Throws `RemoteError`, or the reason of the signal. */
export async function fetchNote(address: NoteAddress, remote: Remote, signal?: AbortSignal): Promise<Note> {
  const answer = await remote.request(address.download, { maxBytes: MAX_NOTE_BYTES, signal });
  return readNote(answer, address);
}

/** Reads what a server answered when it was asked for a note's markdown. A byte order mark is dropped. */
export function readNote(answer: RemoteAnswer, { download }: NoteAddress): Note {
  const { status, type, bytes } = answer;
  if (status !== 200) return failed(BY_STATUS.get(status) ?? 'status', String(status));
  const text = decodeUtf8(bytes);
  if (HTML.has(type) || (text !== null && isPage(text))) {
    return failed(pathOf(answer.url) === pathOf(download) ? 'page' : 'login');
  }
  if (!MARKDOWN.has(type)) return failed('type', type);
  if (text === null || text.includes('\0')) return failed('encoding');
  return text.trim() === '' ? failed('empty') : { text };
}

function failed(fault: NoteFault, detail = ''): FailedNote {
  return { fault, detail };
}

/** Markdown may contain HTML, but not begin as a web page. */
function isPage(text: string): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,1000}?-->\s*)?<(?:!doctype\s+html|html)\b/i.test(text);
}

function pathOf(url: string): string {
  return new URL(url).pathname;
}
