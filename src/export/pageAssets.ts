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
import type { ExportOptions, ExportProblem, Missing } from './exportOptions';
import { mediaType } from './mediaTypes';
import { NamedFiles, placeInline } from './namedFiles';
import { type NamedUrl, namedUrls } from './namedUrls';
import type { SharedFiles } from './sharedFiles';
import { complaint } from './words';

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
  const { assets, signal } = options;
  if (assets === 'link') return { inSlides: (url) => url, inStyles: (url) => url };
  const place = assets === 'inline' ? placeInline() : assets.place;
  const found = new NamedFiles(place, options);
  const based = (url: string) => fromPage(url, deck);
  const named = deck.slides.flatMap((slide) => namedUrls(slide, deck));
  const shown = [...parallax(deck), ...named.filter(({ kind }) => kind !== 'link')];
  const loaded = [
    ...namedByStyles(styles, deck),
    ...shown.map((each) => ({ ...each, url: based(each.url) })),
  ];
  // Several servers answer at once.
  if (options.remote) await Promise.all(loaded.map(({ url, kind }) => found.load(url, kind)));
  for (const each of loaded) {
    signal?.throwIfAborted();
    const { url, kind } = each;
    const message = await found.load(url, kind);
    if (message) problems.push({ message, line: each.line, missing: { kind: missingKind(url, kind), url } });
  }
  const links = named.filter(({ kind }) => kind === 'link');
  const linked = assets === 'inline' ? null : await followLinks(links, deck, assets, options, problems);
  return {
    inSlides: (url, kind) => (kind === 'link' ? (linked?.get(url) ?? url) : found.resolve(based(url))),
    inStyles: (url) => found.resolve(url),
  };
}

/** Where the links to other files lead on a site. */
async function followLinks(
  links: readonly NamedUrl[],
  deck: Deck,
  shared: SharedFiles,
  { translate, signal }: ExportOptions,
  problems: ExportProblem[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const { url, line } of links) {
    signal?.throwIfAborted();
    const target = classifyUrl(url);
    if (target.kind !== 'local') continue;
    const placed = await shared.link(deck.setup.page ? fromPage(target.path, deck) : target.path);
    if ('url' in placed) found.set(url, placed.url + /(?:[?#].*)?$/s.exec(url)![0]);
    else {
      const message = complaint(placed.trouble, url, translate);
      problems.push({ message, line, missing: { kind: 'file', url } });
    }
  }
  return found;
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

/** The picture behind all slides, if there is one. */
function parallax(deck: Deck): NamedUrl[] {
  const url = parallaxPicture(lookOf(deck).options);
  if (url === '') return [];
  const section = deck.dialect === 'hedgedoc' ? 'slideOptions' : 'revealOptions';
  const key = deck.frontMatter?.entries.get(`${section}.parallaxBackgroundImage`)?.key.start ?? 0;
  return [{ kind: 'background', url, line: countLineEnds(deck.text.slice(0, key)) }];
}
