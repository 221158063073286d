import type { Deck } from '../core/deck/deck';
import { type Look, lookOf, type RevealOptions } from '../core/options/slideOptions';
import type { Unapplied } from '../core/options/unapplied';
import { buildPage, inlineScript, loaderScript, type PageSheet, type PageSlide } from '../core/page/page';
import { pagePolicy } from '../core/page/pagePolicy';
import { addressOf } from '../core/page/pageStart';
import { type LookStyles, pageStyleSheets } from '../core/page/pageStyles';
import { withParallax } from '../core/page/parallax';
import { purifyCss } from '../core/render/attributeValues';
import { EMOJI_FILE, type EmojiUrl, emojiUrls } from '../core/render/emojiPictures';
import type { RenderedSlide, RenderOptions } from '../core/render/rendered';
import { renderRules } from '../core/render/renderRules';
import { renderSlide } from '../core/render/renderSlide';
import { deckTitle } from '../core/summary/titles';
import { countLineEnds } from '../core/text/lineEnds';
import { kindsInHtml, scriptOf, stylesheetsFor } from '../page/diagrams/kinds';
import {
  type EmbeddedPage,
  embeddedPages,
  framed,
  originsOf,
  pagesBehind,
  troubleBehind,
} from './embeddedPages';
import type { ExportOptions, ExportProblem } from './exportOptions';
import { foundStyles } from './foundStyles';
import { lineOf, loadAssets, type Resolve, type Resolvers } from './pageAssets';
import { inlinedStyleSheet, type ReadRuntime, readText, scriptHash } from './runtime';
import type { SharedFiles } from './sharedFiles';
import { complaint, TROUBLES, type Translate, type Trouble } from './words';

export interface ExportedDeck {
  readonly html: string;
  readonly slides: readonly PageSlide[];
  /** In the order of the document. */
  readonly problems: readonly ExportProblem[];
}

/**
 * Turns a deck into one HTML page. What can't be included is reported and shown as a box; nothing else stops
 * the export.
 */
export async function exportDeck(deck: Deck, options: ExportOptions): Promise<ExportedDeck> {
  const problems = deckProblems(deck, options.translate);
  const look = lookWith(options.theme ?? null, deck);
  const styles = await foundStyles(look, options);
  problems.push(...styles.unapplied.map((each) => unappliedProblem(each, deck, options)));
  const resolve = await loadAssets(deck, styles, options, problems);
  const pages = options.embeds === 'live' ? embeddedPages(deck) : pagesBehind(deck);
  problems.push(...pages.flatMap((page) => notShown(page, options)));
  const rendered = await renderSlides(deck, resolve.inSlides, options);
  const { retouch } = options;
  const slides = retouch ? rendered.map((slide) => ({ ...slide, html: retouch.html(slide) })) : rendered;
  const html = await page(deck, slides, { look, styles, resolve, embedded: originsOf(pages) }, options);
  return { html, slides, problems: problems.sort((a, b) => a.line - b.line) };
}

/** What keeps a deck from being read as intended. */
export function deckProblems({ problems, text }: Deck, translate: Translate): ExportProblem[] {
  return problems.map(({ template, values, span }) => ({
    message: translate(template, ...values),
    line: countLineEnds(text.slice(0, span.start)),
    missing: null,
  }));
}

function lookWith(theme: string | null, deck: Deck): Look {
  const look = lookOf(deck);
  return theme === null ? look : { ...look, theme, themeSheet: null };
}

async function renderSlides(
  deck: Deck,
  resolve: Resolve,
  { highlight, runtime, embeds, renderedNotes = false, translate }: ExportOptions,
): Promise<PageSlide[]> {
  // There are many emoji pictures, and most decks use none: they are read when the first slide needs one.
  let pictures: EmojiUrl | undefined;
  let inVain = false;
  const emoji: EmojiUrl = (character) => {
    inVain ||= !pictures;
    return pictures?.(character);
  };
  const lost = (trouble: Trouble, path: string) => ({ message: translate(TROUBLES[trouble]), path });
  const embed = (url: string) => {
    const page = framed(url);
    return 'trouble' in page ? lost(page.trouble, url) : page.address;
  };
  const embedBehind = (url: string) => lost(troubleBehind(url), url);
  const renderOptions: RenderOptions = {
    ...renderRules(deck),
    resolve,
    sourceLines: false,
    highlight,
    emoji,
    renderedNotes,
    ...(embeds === 'live' ? { embed } : { embedBehind }),
  };
  const rendered: PageSlide[] = [];
  for (const slide of deck.slides) {
    const options = { ...renderOptions, verticalSections: !slide.stacked };
    let result = renderSlide(slide.content, options);
    if (inVain && !pictures) {
      pictures = emojiUrls(await readText(runtime, EMOJI_FILE));
      result = renderSlide(slide.content, options);
    }
    const isParsedLater = deck.dialect === 'hedgedoc' && !renderedNotes;
    rendered.push({ slide, ...(isParsedLater ? withMarkdownNotes(result) : result) });
  }
  return rendered;
}

/**
 * HedgeDoc's speaker view parses as markdown what is left raw in its notes, which is their first paragraph.
 */
function withMarkdownNotes({ html, ...rest }: RenderedSlide): RenderedSlide {
  return {
    html: html.replaceAll('<aside class="notes">', '<aside class="notes" data-markdown="">'),
    ...rest,
  };
}

function notShown(page: EmbeddedPage, { translate }: ExportOptions): ExportProblem[] {
  if (!('trouble' in page)) return [];
  const { url, line, trouble } = page;
  return [{ message: complaint(trouble, url, translate), line, missing: { kind: 'page', url } }];
}

function unappliedProblem(
  { template, name, origin }: Unapplied,
  deck: Deck,
  { translate }: ExportOptions,
): ExportProblem {
  const said = translate(template, name);
  return {
    message: 'file' in origin ? `${origin.file}: ${said}` : said,
    line: lineOf(origin, deck),
    missing: { kind: 'file', url: name },
  };
}

/** What a page consists of besides its slides. */
interface Parts {
  readonly look: Look;
  readonly styles: LookStyles;
  readonly resolve: Resolvers;
  /** Origins of the pages that are shown live. */
  readonly embedded: readonly string[];
}

async function page(
  deck: Deck,
  slides: readonly PageSlide[],
  { look, styles, resolve, embedded }: Parts,
  { assets, fileName, runtime, start, view, retouch }: ExportOptions,
): Promise<string> {
  const text = slides.map(({ html, attributes }) => html + JSON.stringify(attributes)).join('\n');
  const kinds = kindsInHtml(text);
  const sheets = [
    ...pageStyleSheets(look, styles.styles, text).map((style) =>
      typeof style === 'string' ? `preview/styles/${style}` : style,
    ),
    ...stylesheetsFor(kinds),
  ];
  const sheetTexts = await Promise.all(
    sheets.map((sheet) =>
      typeof sheet === 'string'
        ? shippedSheet(sheet, assets, runtime)
        : purifyCss(sheet.css, { resolve: resolve.inStyles }),
    ),
  );
  const parallax = withParallax(look.options, resolve.inSlides);
  const scripts = [...kinds.map(scriptOf), 'page/page.js'];
  const inlined = await (isShared(assets)
    ? loadedScripts(scripts, assets, runtime)
    : Promise.all(scripts.map(async (path) => inlineScript(await readText(runtime, path)))));
  // The window of the speaker view is also subject to this page's policy.
  const speakerView = await readText(runtime, 'page/speakerView.js');
  return buildPage({
    title: deckTitle(deck) ?? fileName,
    lang: look.lang,
    slides,
    options: { ...revealOptions(deck, parallax.options), ...(view ? { view } : {}) },
    mermaid: kinds.includes('mermaid') ? look.mermaid : undefined,
    lostBackground: parallax.lost,
    start: start ? addressOf(start, slides) : '',
    styles: retouch ? [...sheetTexts, retouch.css] : sheetTexts,
    scripts: inlined,
    policy: pagePolicy({
      scriptHashes: await Promise.all([...inlined, speakerView].map(scriptHash)),
      loads: isShared(assets) ? 'site' : assets === 'link' ? 'anywhere' : 'page',
      embedded,
    }),
  });
}

function isShared(assets: ExportOptions['assets']): assets is SharedFiles {
  return typeof assets === 'object';
}

/** The page's one script, which loads those that it shares with others. */
async function loadedScripts(
  paths: readonly string[],
  shared: SharedFiles,
  runtime: ReadRuntime,
): Promise<string[]> {
  const urls = paths.map((path) => shared.shipped(path, () => readText(runtime, path)));
  return [loaderScript(await Promise.all(urls))];
}

async function shippedSheet(
  path: string,
  assets: ExportOptions['assets'],
  runtime: ReadRuntime,
): Promise<PageSheet> {
  const css = () => inlinedStyleSheet(runtime, path);
  return isShared(assets) ? { href: await assets.shipped(path, css) } : css();
}

function revealOptions({ dialect }: Deck, options: RevealOptions): RevealOptions {
  return {
    ...options,
    // Any number makes the speaker view show how late the talk is running.
    totalTime: options.totalTime || null,
    // HedgeDoc's reveal.js does not have the view for phones, in which slides scroll.
    ...(dialect === 'hedgedoc' ? { scrollActivationWidth: null } : {}),
  };
}
