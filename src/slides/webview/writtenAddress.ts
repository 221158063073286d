import { relativePath } from '../../core/files/relativePath';

/**
 * The address of a picture as its author knows it: for a file, the path from the deck's folder, whose address
 * in the page is given. Null for an address that names nothing, which browsers take for the page itself.
 */
export function writtenAddress(url: string, folder: string): string | null {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return null;
  const { pathname } = new URL(url);
  if (!URL.canParse(folder) || systemOf(url) !== systemOf(folder)) return decoded(url, decodeURI);
  const path = relativePath(new URL(folder).pathname, pathname).replace(/^\.\//, '');
  return decoded(path, decodeURIComponent);
}

/** Where the files are; an earlier version, which is in git's own file system, counts as the file of today. */
function systemOf(url: string): string {
  const { origin, host } = new URL(url);
  return host.includes('.vscode-resource.') ? host.slice(host.indexOf('.')) : origin;
}

/** Malformed escapes stay. */
function decoded(text: string, decode: (text: string) => string): string {
  try {
    return decode(text);
  } catch {
    return text;
  }
}
