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
