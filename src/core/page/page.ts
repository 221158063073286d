import type { Slide } from '../deck/deck';
import type { MermaidOptions } from '../options/mermaidOptions';
import type { RevealOptions } from '../options/slideOptions';
import { LOST_BACKGROUND, type RenderedSlide } from '../render/rendered';
import { escapeHtml } from '../text/escapeHtml';

/** A slide of an exported page. */
export interface PageSlide extends RenderedSlide {
  readonly slide: Slide;
}

/** Everything an exported page is made of, as text. */
export interface PageParts {
  readonly title: string;
  /** Language of the slides, empty if it is not known. */
  readonly lang: string;
  readonly slides: readonly PageSlide[];
  readonly options: RevealOptions;
  /** As `Look.mermaid`; undefined if the page has no diagrams of mermaid. */
  readonly mermaid?: MermaidOptions | null | undefined;
  /** What is wrong with the picture behind all slides; empty if nothing is. */
  readonly lostBackground: string;
  /** Where the page starts if its address does not say so: `#/2/1`. Empty for the first slide. */
  readonly start: string;
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
  readonly policy: string;
}

/** A single HTML file that shows a deck with reveal.js. */
export function buildPage(parts: PageParts): string {
  const { title, lang, slides, options, mermaid, lostBackground, start, styles, scripts, policy } = parts;
  const language = attribute('lang', lang);
  return `<!DOCTYPE html>
<html${language}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Deckwright">
<title>${escapeHtml(title)}</title>
${[...styles, PAGE_STYLE].map((css) => `<style>${withinElement(css, 'style')}</style>`).join('\n')}
<script type="application/json">${JSON.stringify({ ...options, mermaid, start: start || undefined }).replace(/</g, '\\u003c')}</script>
</head>
<body>
<div class="reveal"${language}${attribute(LOST_BACKGROUND, lostBackground)}><div class="slides">
${sections(slides)}
</div></div>
${scripts.map((script) => `<script>${script}</script>`).join('\n')}
</body>
</html>
`;
}

function attribute(name: string, value: string): string {
  return value === '' ? '' : ` ${name}="${escapeHtml(value)}"`;
}

/** Hidden slides must be out of the Tab key's reach, too. */
const HIDDEN_SLIDES = '.reveal .slides section:is(.past, .future) { visibility: hidden }';

/** In the overview, a click on a frame chooses its slide. */
const FRAMES_IN_OVERVIEW = '.reveal.overview iframe { pointer-events: none }';

const PAGE_STYLE = `${HIDDEN_SLIDES}\n${FRAMES_IN_OVERVIEW}`;

/** As reveal.js requires: a stack is a section around those of its slides. */
function sections(slides: readonly PageSlide[]): string {
  return slides
    .map(({ slide, html, attributes }, index) => {
      const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeHtml(value)}"`);
      const section = `<section${written.join('')}>${html}</section>`;
      const next = slides[index + 1]?.slide;
      const opens = slide.stacked && slide.v === 0 ? '<section>\n' : '';
      const closes = slide.stacked && next?.h !== slide.h ? '\n</section>' : '';
      return opens + section + closes;
    })
    .join('\n');
}

/** Our own text, which must not accidentally end the element that contains it. */
function withinElement(text: string, element: string): string {
  return text.replaceAll(`</${element}`, `<\\/${element}`);
}

/**
 * A script as it can be put in a page, to be hashed in exactly this form. `<!--` and `</script` would be read
 * as HTML; in minified code they occur only in strings, templates and regular expressions.
 */
export function inlineScript(code: string): string {
  return code.replace(/<(?=!--|\/?script)/gi, '\\x3c').trim();
}
