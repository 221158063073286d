const SERVER =
  /^(?:(https?):\/\/)?([a-z\d](?:[a-z\d.-]*[a-z\d])?|\[[\da-f:]+\])(:\d{1,5})?((?:\/[\w.~-]+)*)\/*$/i;
const THIS_COMPUTER = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/**
 * The address of a HedgeDoc server, without a slash at its end, from what a user or a configuration writes:
 * `pad.example.org`, `localhost:3000`, `https://example.org/pads/`. Null if it is none. Without a scheme it is
 * `https:`, and `http:` for a server on this computer, which hardly ever has a certificate.
 */
export function serverAddress(written: string): string | null {
  const match = SERVER.exec(written.trim());
  if (!match) return null;
  const [, written_, name = '', port = '', path = ''] = match;
  const host = name.toLowerCase();
  const scheme = written_?.toLowerCase() ?? (THIS_COMPUTER.test(host) ? 'http' : 'https');
  const isDefault = port === (scheme === 'http' ? ':80' : ':443');
  return `${scheme}://${host}${isDefault ? '' : port}${path}`;
}

/** The host in a server's address, with the port if it is not the default one. */
export function hostOf(server: string): string {
  return /^https?:\/\/([^/]+)/.exec(server)![1]!;
}

/** UUIDs; earlier versions used a hash. Other names say nothing about where a file comes from. */
const UPLOAD = /^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|upload_[\da-f]{32})\.[a-z\d]{1,8}$/i;

/** The address that an upload has on a server; null if HedgeDoc gives no upload such a name. */
export function uploadAddress(server: string, name: string): string | null {
  return UPLOAD.test(name) ? `${server}/uploads/${name}` : null;
}

/**
 * The address of a new note, from where the server says that it is; null if that is no note of this server. Where a
 * login is needed, HedgeDoc leads to its start page.
 */
export function newNoteAddress(server: string, location: string): string | null {
  const [, , host, path] = /^(https?:)?(?:\/\/([^/?#]+))?(\/[^?#]*)/i.exec(location) ?? [];
  if (path === undefined || (host !== undefined && host.toLowerCase() !== hostOf(server))) return null;
  const [, scheme, , folder] = /^(https?):\/\/([^/]+)(.*)$/.exec(server)!;
  const isNote = path.startsWith(`${folder}/`) && NOTE_ID.test(path.slice(folder!.length + 1));
  return isNote ? `${scheme}://${hostOf(server)}${path}` : null;
}

/** Sixteen bytes in URL-safe Base64. */
const NOTE_ID = /^[\w-]{22}$/;
