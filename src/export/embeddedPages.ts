import type { Deck } from '../core/deck/deck';
import { classifyUrl } from '../core/files/urls';
import { normalizeUrl } from '../core/markdown/markdown';
import { pageOrigin } from '../core/render/embeddedPages';
import { backgroundPageUrls, embeddedUrls } from './namedUrls';
import type { Trouble } from './words';

/** Where a frame finds an embedded page, or why it can't show it. */
type Framed = { readonly address: string; readonly origin: string } | { readonly trouble: Trouble };

/** A page that a deck embeds. */
export type EmbeddedPage = Framed & {
  readonly url: string;
  /** 0-based line of the document. */
  readonly line: number;
};

/** The pages that a deck embeds, in the order of the document. */
export function embeddedPages(deck: Deck): EmbeddedPage[] {
  return deck.slides.flatMap((slide) =>
    embeddedUrls(slide, deck).map(({ url, line }) => ({ url, line, ...framed(url) })),
  );
}

/** The pages behind slides, none of which is shown if embedded pages are cards. */
export function pagesBehind(deck: Deck): EmbeddedPage[] {
  return deck.slides.flatMap((slide) =>
    backgroundPageUrls(slide, deck).map(({ url, line }) => ({ url, line, trouble: troubleBehind(url) })),
  );
}

/** Why a page behind a slide is not shown if embedded pages are cards. */
export function troubleBehind(url: string): Trouble {
  const page = framed(url);
  return 'trouble' in page ? page.trouble : 'notLive';
}

/** The origins that frames may load from, each once. */
export function originsOf(pages: readonly EmbeddedPage[]): string[] {
  return [...new Set(pages.flatMap((page) => ('origin' in page ? page.origin : [])))];
}

/** The hosts of the pages that frames can show, each once. */
export function embeddedHosts(deck: Deck): string[] {
  return originsOf(embeddedPages(deck)).map((origin) => origin.replace('https://', ''));
}

/**
 * Only encrypted pages: others are blocked in pages on the web, and anybody on the way could change them. In
 * a sandbox, browsers show no PDF documents.
 */
export function framed(url: string): Framed {
  const target = classifyUrl(url);
  const address = target.kind === 'remote' ? normalizeUrl(target.url) : '';
  const origin = pageOrigin(address);
  if (origin === null) return { trouble: 'noLivePage' };
  if (target.kind === 'remote' && /\.pdf$/i.test(target.path)) return { trouble: 'livePdf' };
  return { address, origin };
}
