import { classifyUrl } from '../core/deck/urls';

/** Where a page finds the deck's files: URLs of folders, empty or ending in a slash. */
export interface Bases {
  readonly deckFolder: string;
  /** Where paths start that begin with a slash. */
  readonly root: string;
}

/** A URL of the deck as it must stand in a page that may lie in another folder. */
export function rebase(url: string, { deckFolder, root }: Bases): string {
  if (classifyUrl(url).kind !== 'local') return url;
  if (url.startsWith('/')) return root + url.slice(1);
  return deckFolder === '' ? url : deckFolder + url.replace(/^(?:\.\/)+/, '');
}

/** How a page in one folder names another; both are URLs without a slash at the end. */
export function relativeFolder(from: string, to: string): string {
  if (from === to) return '';
  const [fromOrigin, fromPath] = split(from);
  const [toOrigin, toPath] = split(to);
  const drives = [fromPath[0], toPath[0]].filter((name) => /^[a-z](?::|%3a)$/i.test(name ?? ''));
  if (fromOrigin !== toOrigin || new Set(drives).size > 1) return `${to}/`;
  let shared = 0;
  while (shared < fromPath.length && fromPath[shared] === toPath[shared]) shared++;
  return `${'../'.repeat(fromPath.length - shared)}${toPath
    .slice(shared)
    .map((name) => `${name}/`)
    .join('')}`;
}

function split(url: string): [origin: string, path: string[]] {
  const [, origin = '', path = ''] = /^([a-z][a-z\d+.-]*:\/\/[^/]*)(.*)$/i.exec(url) ?? [];
  return [origin, path.split('/').filter(Boolean)];
}
