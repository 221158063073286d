/**
 * The address of a HedgeDoc server, without a slash at its end, from what a user or a configuration writes:
 * `pad.example.org`, `localhost:3000`, `https://example.org/pads/`. Null if it is none. Without a scheme it is
 * `https:`, and `http:` for a server on this computer, which hardly ever has a certificate.
 */
export function serverAddress(written: string): string | null {
  const text = written.trim();
  const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(text);
  const scheme = /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?:[:/]|$)/i.test(text) ? 'http' : 'https';
  const url = parsed(hasScheme ? text : `${scheme}://${text}`);
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  // Nothing that is not shown belongs to it.
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null;
  return url.origin + url.pathname.replace(/\/+$/, '');
}

function parsed(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

/** docs/hedgedoc.md, 12. Other names say nothing about where a file comes from. */
const UPLOAD = /^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|upload_[\da-f]{32})\.[a-z\d]{1,8}$/i;

/** The address that an upload has on a server; null if HedgeDoc gives no upload such a name. */
export function uploadAddress(server: string, name: string): string | null {
  return UPLOAD.test(name) ? `${server}/uploads/${name}` : null;
}
