import { pathTo } from '../files/deckFiles';

/** The page that lists all decks of a site. */
export const INDEX_PAGE = 'index.html';

/**
 * The page of each deck, by the deck's path: where the deck is, with another extension, so that links between decks
 * stay valid. If another page has that name, the deck keeps its own extension as well.
 */
export function pagePaths(decks: readonly string[]): Map<string, string> {
  const taken = new Set([INDEX_PAGE]);
  const pages = new Map<string, string>();
  // The rarer extension gives way.
  for (const deck of decks.toSorted((a, b) => extensionOf(a).length - extensionOf(b).length)) {
    const plain = `${deck.slice(0, -extensionOf(deck).length)}.html`;
    const page = taken.has(plain) ? `${deck}.html` : plain;
    taken.add(page);
    pages.set(deck, page);
  }
  return pages;
}

function extensionOf(path: string): string {
  return /(?:\.[^./]*)?$/.exec(path)![0];
}

/** The address of another file of the site, as a page writes it. */
export function siteUrl(page: string, file: string): string {
  return pathTo(page, file).replace(/^\.\/(?=.)/, '');
}

/** Where the index has the decks of a folder. */
export function folderId(folder: string): string {
  return `folder-${encodeURIComponent(folder).replace(/%/g, '.')}`;
}
