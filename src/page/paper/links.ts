import type { RevealApi } from 'reveal.js';
import { RELATIVE } from '../../core/page/relativeLinks';
import type { SlidePage } from './paper';

/** Links between slides lead to pages, and those to files stay relative. */
export function linkWithin(deck: RevealApi, slides: readonly SlidePage[]): void {
  for (const { page, place } of [...slides].reverse()) {
    // Of the pages of a slide, the first.
    document.getElementById(`page-${place}`)?.removeAttribute('id');
    page.id = `page-${place}`;
  }
  const isOneBased = deck.getConfig().hashOneBasedIndex === true;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.pdf-page a[href]')) {
    const href = link.getAttribute('href')!;
    if (href.startsWith('#/')) toPage(link, href.slice(2), slides, isOneBased);
    else if (!/^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(href)) link.href = RELATIVE + encodeURIComponent(href);
    else if (href.startsWith('#') && !document.getElementById(decoded(href.slice(1)))) unlink(link);
  }
}

/** The address of a slide in reveal.js: its indices, or the id of something on it. */
function toPage(
  link: HTMLAnchorElement,
  path: string,
  slides: readonly SlidePage[],
  isOneBased: boolean,
): void {
  const [first = '', second = ''] = path.split('/');
  const found = /^\d+$/.test(first)
    ? slides.find(({ section }) => section.dataset.indices === indices(first, second, isOneBased ? 1 : 0))
    : slides.find(({ page }) => page.contains(document.getElementById(decoded(first))));
  if (found) link.href = `#page-${found.place}`;
  else unlink(link);
}

function indices(h: string, v: string, base: number): string {
  return `${Number(h) - base}/${Math.max(Number(v) - base, 0) || 0}`;
}

/** What is not printed can't be reached. */
function unlink(link: HTMLAnchorElement): void {
  link.removeAttribute('href');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
