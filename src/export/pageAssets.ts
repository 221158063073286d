import type { Deck } from '../core/deck/deck';
import { pathOnServer } from '../core/files/deckFiles';
import { classifyUrl } from '../core/files/urls';
import { cssUrls } from '../core/markdown/css';
import type { ReferenceKind } from '../core/markup/referenceKind';
import { lookOf } from '../core/options/slideOptions';
import type { LookOrigin } from '../core/options/unapplied';
import type { LookStyles } from '../core/page/pageStyles';
import { parallaxPicture } from '../core/page/parallax';
import type { RenderOptions } from '../core/render/rendered';
import { countLineEnds } from '../core/text/lineEnds';
import type { ExportOptions, ExportProblem, Missing } from './exportDeck';
import { InlinedAssets } from './inlinedAssets';
import { mediaType } from './mediaTypes';
import { type NamedUrl, namedUrls } from './namedUrls';

export type Resolve = RenderOptions['resolve'];

/** Relative URLs of style sheets have been made relative to the deck, those of slides may count from a page. */
export interface Resolvers {
  readonly inSlides: Resolve;
  readonly inStyles: Resolve;
}

/** Loads everything that goes into the page before it is rendered, as rendering can't wait. */
export async function loadAssets(
  deck: Deck,
  styles: LookStyles,
  options: ExportOptions,
  problems: ExportProblem[],
): Promise<Resolvers> {
  const { files, hedgedocHosts, translate, signal } = options;
  if (options.assets === 'link') return { inSlides: (url) => url, inStyles: (url) => url };
  const assets = new InlinedAssets(files, hedgedocHosts, translate);
  const based = (url: string) => fromPage(url, deck);
  for (const named of [
    ...namedByStyles(styles, deck),
    ...namedAssets(deck).map((each) => ({ ...each, url: based(each.url) })),
  ]) {
    signal?.throwIfAborted();
    const { url, kind } = named;
    const message = await assets.load(url);
    if (message) problems.push({ message, line: named.line, missing: { kind: missingKind(url, kind), url } });
  }
  return {
    inSlides: (url, kind) => (kind === 'link' ? url : assets.resolve(based(url))),
    inStyles: (url) => assets.resolve(url),
  };
}

/** A URL of a deck that a page loads counts from the page's folder; above the root, servers have nothing. */
export function fromPage(url: string, { setup }: Deck): string {
  if (!setup.page || classifyUrl(url).kind !== 'local') return url;
  return `/${pathOnServer(setup.page.file, url)}`;
}

/** What the reader of the result misses. */
export function missingKind(url: string, kind: ReferenceKind): Missing['kind'] {
  switch (mediaType(url.replace(/[?#].*$/s, ''))?.replace(/\/.*$/, '')) {
    case 'image':
      return 'picture';
    case 'video':
      return 'video';
    case 'audio':
      return 'sound';
    case 'font':
      return 'font';
    default:
      return kind === 'image' || kind === 'background' ? 'picture' : 'file';
  }
}

/** Browsers need none of the fonts in the format of Internet Explorer. */
const OLD_FONT = /\.eot(?:[?#]|$)/i;

function namedByStyles({ styles }: LookStyles, deck: Deck): NamedUrl[] {
  return styles.flatMap((style) => {
    if (typeof style === 'string') return [];
    const line = lineOf(style.origin, deck);
    const urls = new Set(cssUrls(style.css).map(({ url }) => url.trim()));
    return [...urls].flatMap((url) =>
      OLD_FONT.test(url) || /^(?:#|$)/.test(url) ? [] : [{ kind: 'css' as const, url, line }],
    );
  });
}

/** 0-based line of the document; the first if it is another file that names something. */
export function lineOf(origin: LookOrigin | null, { text }: Deck): number {
  return origin && 'offset' in origin ? countLineEnds(text.slice(0, origin.offset)) : 0;
}

function namedAssets(deck: Deck): NamedUrl[] {
  const named = deck.slides.flatMap((slide) => namedUrls(slide, deck));
  const parallax = parallaxPicture(lookOf(deck).options);
  const section = deck.dialect === 'hedgedoc' ? 'slideOptions' : 'revealOptions';
  const key = deck.frontMatter?.entries.get(`${section}.parallaxBackgroundImage`)?.key.start ?? 0;
  const line = countLineEnds(deck.text.slice(0, key));
  return [
    ...(parallax ? [{ kind: 'background' as const, url: parallax, line }] : []),
    ...named.filter(({ kind }) => kind !== 'link'),
  ];
}
