import type { ReferenceKind } from '../markup/referenceKind';

/** The schemes that HedgeDoc allows in links (docs/hedgedoc.md, 5.9). */
const LINK_SCHEMES = new Set(
  (
    'http https bitcoin ftp ftps geo im irc ircs magnet mailto matrix mms news nntp openpgp4fpr sftp sip sms smsto ' +
    'ssh tel urn webcal wtai xmpp'
  ).split(' '),
);

/**
 * Whether a URL is safe where it is used. Relative URLs are safe everywhere: HedgeDoc empties those without
 * `./`, by accident rather than by intent, and in a file they mean the file next to it.
 */
export function isSafeUrl(url: string, kind: ReferenceKind): boolean {
  const plain = asBrowsersReadIt(url);
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(plain)?.[1]?.toLowerCase();
  if (scheme === undefined || scheme === 'http' || scheme === 'https') return true;
  if (kind === 'link') return LINK_SCHEMES.has(scheme) || scheme.startsWith('web+');
  if (scheme !== 'data' || kind === 'media') return false;
  return (
    /^data:image\//i.test(plain) || (kind === 'css' && /^data:(?:font|application\/(?:x-)?font)/i.test(plain))
  );
}

/** Browsers skip control characters and spaces at the start, and tabs and line ends anywhere. */
function asBrowsersReadIt(url: string): string {
  return url.replace(/^[\0-\x20]+|[\t\n\r]+/g, '');
}
