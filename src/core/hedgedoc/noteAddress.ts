/** Where a note is on a HedgeDoc, CodiMD or HackMD server. */
export interface NoteAddress {
  /** The address of the server with the path below which its notes are, without a slash at the end. */
  readonly server: string;
  /** The note's page, without the mode it is shown in. */
  readonly page: string;
  /** The note's markdown. */
  readonly download: string;
}

/** `no-url`: not an address on the web. `no-note`: one of a server, but not of a note there. */
export type AddressFault = 'no-url' | 'no-note';

/** What servers show of a note, after its name in the path. */
const VIEWS = new Set([
  'both',
  'download',
  'edit',
  'gist',
  'info',
  'pretty',
  'publish',
  'revision',
  'slide',
  'view',
]);
/** Published notes and slides: `/s/abc` and `/p/abc` name the same note as `/abc`. */
const PUBLISHED = new Set(['s', 'p']);
/** What servers have in place of notes. */
const NO_NOTES = new Set([
  'api',
  'auth',
  'build',
  'config',
  'css',
  'docs',
  'favicon.ico',
  'fonts',
  'history',
  'join',
  'js',
  'login',
  'logout',
  'me',
  'new',
  'register',
  'robots.txt',
  'settings',
  'status',
  'uploads',
  '_uploads',
  'vendor',
  'views',
  '_link',
]);

/**
 * Reads the address of a note in any of its forms: in an editor, published, as slides, for download, with a mode, below
 * a path. Credentials and queries are dropped. An address without a scheme is one of HTTPS.
 *
 * The download address is `/abc/download` also for published notes: servers find notes there by all their names, and
 * don't offer the markdown of `/p/abc` (HedgeDoc 1.12, lib/web/note). The page itself must not be requested: where
 * anyone may choose a note's name, that makes the note.
 */
export function readNoteAddress(text: string): NoteAddress | AddressFault {
  const url = parseUrl(text.trim());
  if (!url) return 'no-url';
  const names = url.pathname.split('/').filter((name) => name !== '');
  // A note may have the name of a view, but not below another name.
  while (names.length > 1 && VIEWS.has(names.at(-1)!) && !PUBLISHED.has(names.at(-2)!)) names.pop();
  const note = names.pop();
  if (note === undefined || PUBLISHED.has(note)) return 'no-note';
  if (PUBLISHED.has(names.at(-1) ?? '')) names.pop();
  // `/@team` is a list of notes, and `/@team/abc` a note.
  if (note.startsWith('@') || [...names, note].some((name) => NO_NOTES.has(name))) return 'no-note';
  const server = [url.origin, ...names].join('/');
  const page = `${server}/${note}`;
  return { server, page, download: `${page}/download` };
}

/** Whether this is the address of a note, not a reason why there is none. */
export function isNoteAddress(read: NoteAddress | AddressFault): read is NoteAddress {
  return typeof read === 'object';
}

/** Null if this is not an address on the web. */
function parseUrl(text: string): URL | null {
  if (text === '' || /[\s\\]/.test(text)) return null;
  const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(text);
  if (!hasScheme && !/^(?:localhost|[^/?#:@]+\.[^/?#:@]+)(?::\d+)?(?:[/?#]|$)/i.test(text)) return null;
  try {
    const url = new URL(hasScheme ? text : `https://${text}`);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
  } catch {
    return null;
  }
}
