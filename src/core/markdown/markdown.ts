import Markdown, { type MarkdownIt, type RendererRule, type Token } from 'markdown-it';
import abbr from 'markdown-it-abbr';
import container from 'markdown-it-container';
import deflist from 'markdown-it-deflist';
import footnote from 'markdown-it-footnote';
import ins from 'markdown-it-ins';
import mark from 'markdown-it-mark';
import sub from 'markdown-it-sub';
import sup from 'markdown-it-sup';
import type { Dialect } from '../deck/deck';
import { embedsPlugin } from './embeds';
import { emojiPlugin } from './emoji';
import { hedgedocFences } from './fences';
import { imsizePlugin } from './imsize';
import { gfmLinkify, hedgedocLinkify } from './linkify';
import { mathPlugin } from './math';
import type { RenderEnv } from './renderEnv';
import { renderRevealMarkdown } from './revealMarkdown';
import { TooComplex } from './tooComplex';

/**
 * Renders one slide's markdown by the dialect's rules. The result is not yet filtered. Throws `TooComplex`,
 * and whatever markdown-it's plugins throw on hostile input.
 */
export function renderMarkdown(text: string, dialect: Dialect, env: RenderEnv): string {
  if (dialect !== 'hedgedoc') return renderRevealMarkdown(text, env);
  hedgedoc ??= hedgedocMarkdown();
  return hedgedoc.render(text, env);
}

/** Created when the first slide is rendered. */
let hedgedoc: MarkdownIt | undefined;

/** markdown-it set up for the dialect, for code that needs to know what is where in a text. */
export function createMarkdown(dialect: Dialect): MarkdownIt {
  return dialect === 'hedgedoc' ? hedgedocMarkdown() : revealMarkdown();
}

/** A URL as markdown-it writes it into HTML: percent-encoded, hosts in ASCII. Idempotent. */
export function normalizeUrl(url: string): string {
  plain ??= new Markdown('zero');
  return plain.normalizeLink(url);
}

let plain: MarkdownIt | undefined;

/**
 * markdown-it as set up by HedgeDoc 1.12 (docs/hedgedoc.md, 5.1 and 5.2), with the plugins in HedgeDoc's
 * order.
 */
function hedgedocMarkdown(): MarkdownIt {
  const md = new Markdown('default', {
    html: true,
    breaks: true,
    linkify: true,
    typographer: true,
    langPrefix: '',
    quotes: '“”‘’',
  });
  md.linkify = hedgedocLinkify();
  md.use(abbr)
    .use(footnotes)
    .use(deflist)
    .use(mark)
    .use(ins)
    .use(sub)
    .use(sup)
    .use(mathPlugin)
    .use(imsizePlugin);
  md.use(emojiPlugin);
  for (const kind of ['success', 'info', 'warning', 'danger']) md.use(container, kind, { render: alert });
  md.use(embedsPlugin).use(hedgedocFences).use(sourceLines);
  return md;
}

/** GitHub's markdown without typographer and line breaks: as near as markdown-it comes to reveal.js. */
function revealMarkdown(): MarkdownIt {
  const md = new Markdown('default', { html: true, linkify: true });
  md.linkify = gfmLinkify();
  return md;
}

/** `:::info more words`: everything after the colons ends up in the class. */
const alert: RendererRule = (tokens, index, options, _env, renderer) => {
  const token = tokens[index]!;
  if (token.nesting === 1) token.attrJoin('class', `alert alert-${token.info.trim()}`);
  return renderer.renderToken(tokens, index, options);
};

/** The plugin copies all tokens of the slide for each footnote. */
const MAX_FOOTNOTES = 500;

/**
 * The plugin makes the footnotes a `<section>`, which reveal.js would take for a slide (docs/hedgedoc.md,
 * Q6).
 */
function footnotes(md: MarkdownIt): void {
  md.use(footnote);
  md.core.ruler.before('footnote_tail', 'footnote_limit', ({ env }) => {
    const { list = [] } = (env.footnotes ?? {}) as { list?: unknown[] };
    if (list.length > MAX_FOOTNOTES) throw new TooComplex();
  });
  md.renderer.rules.footnote_block_open = () =>
    '<hr class="footnotes-sep">\n<div class="footnotes">\n<ol class="footnotes-list">\n';
  md.renderer.rules.footnote_block_close = () => '</ol>\n</div>\n';
}

/** Records on every block where its source is. */
function sourceLines(md: MarkdownIt): void {
  md.core.ruler.push('source_lines', ({ tokens, env }) => {
    const { sourceLine } = env as RenderEnv;
    if (!sourceLine) return;
    for (const token of tokens) {
      if (token.map && token.nesting >= 0 && isRenderedElement(token)) {
        token.attrSet('data-line', String(sourceLine(token.map[0])));
      }
    }
  });
}

function isRenderedElement({ type, nesting }: Token): boolean {
  return nesting === 1 || type === 'fence' || type === 'code_block' || type === 'hr';
}
