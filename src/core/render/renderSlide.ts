import type { Dialect, SlideContent } from '../deck/deck';
import { MAX_SLIDE_LENGTH } from '../deck/limits';
import { WORDS } from '../markdown/embedWords';
import { renderMarkdown } from '../markdown/markdown';
import type { RenderEnv } from '../markdown/renderEnv';
import { TooComplex } from '../markdown/tooComplex';
import { escapeHtml } from '../text/escapeHtml';
import type { Span } from '../text/spans';
import { applyAttributeComments } from './attributeComments';
import { applyBlockquoteTags } from './blockquoteTags';
import { drawEmoji } from './drawEmoji';
import { markFormulas } from './formulas';
import { purify, purifyAttributes, sectionAttributes } from './purify';
import type { RenderedSlide, RenderOptions } from './rendered';
import { applyRevealCode } from './revealCode';
import { filterHtml, filterSource } from './sanitize';
import { tickTaskLists } from './taskLists';
import {
  closest,
  createElement,
  decodeEntities,
  type Element,
  elementsIn,
  hasClass,
  innerHtml,
  isElement,
  outerHtml,
  parseInto,
  replaceChildren,
} from './tree';
import { type Unindented, unindented, withoutSpaces } from './unindented';

/** Maximum HTML of a slide: a few lines of markdown can produce very many table cells. */
const MAX_HTML = 2_000_000;
/** How much is shown of a slide that is shown as text. */
const SHOWN_AS_TEXT = 10_000;

/**
 * Renders a single slide, as HedgeDoc does (docs/hedgedoc.md, 0: steps 4, 7, 8 and 10). Never throws.
 *
 * Where HedgeDoc fails by accident, what the author intends is shown:
 * - relative pictures and links work without `./`, and from the deck's folder;
 * - white space at the head of a slide does not un-indent the rest of it (docs/hedgedoc.md, Q1);
 * - footnotes and `<section>` within a slide do not break it (docs/hedgedoc.md, Q6);
 * - task lists, code and the like are finished at once, not when the slide is first shown (docs/hedgedoc.md,
 *   Q7);
 * - links lead where they say, not to HedgeDoc's warning page (docs/hedgedoc.md, 5.9).
 * For safety, `@import` is left out, and external pages are cards to click if `options.embed` does not say otherwise.
 */
export function renderSlide(content: SlideContent, options: RenderOptions): RenderedSlide {
  if (content.text.length > MAX_SLIDE_LENGTH) return asText(content, options);
  try {
    return options.dialect === 'hedgedoc' ? renderHedgedoc(content, options) : renderReveal(content, options);
  } catch {
    // Deliberately catches everything: a preview that shows a slide's text is better than one that stops.
    return asText(content, options);
  }
}

/** HedgeDoc: filter, markdown with the notes as an HTML block after the text, filter, all in one `<div>`. */
function renderHedgedoc(content: SlideContent, options: RenderOptions): RenderedSlide {
  const body = filterSource(part(content, content.body));
  const notes = content.notes && filterSource(part(content, content.notes));
  const aside = notes ? `<aside class="notes" data-markdown>${notes.text}</aside>` : '';
  const notesLine = lineEnds(body.text);
  const notesStart = content.notes ? lineEnds(content.text.slice(0, content.notes.start)) : 0;
  const sourceLine = (line: number) =>
    notes && line >= notesLine
      ? notesStart + (notes.sourceLines?.[line - notesLine] ?? line - notesLine)
      : (body.sourceLines?.[line] ?? line);

  const html = renderWithin(body.text + aside, 'hedgedoc', environment(options, sourceLine));
  const wrapper = parseInto('div', filterHtml(html));
  const section = createElement('section');
  applyAttributeComments(wrapper, section, 'hedgedoc');
  if (notes && options.renderedNotes) {
    const noteLine = (line: number) => notesStart + (notes.sourceLines?.[line] ?? line);
    setNotes(wrapper, renderWithin(notes.text, 'hedgedoc', environment(options, noteLine)));
  }
  purifyAttributes(wrapper, options);
  purify(wrapper, options);
  tickTaskLists(wrapper);
  applyBlockquoteTags(wrapper);
  drawEmoji(wrapper, options);
  return { html: outerHtml(wrapper), attributes: sectionAttributes(section, options), verticalSlides: 0 };
}

/**
 * Nothing in notes that are rendered by themselves, such as a footnote, gets onto the slide. Notes that a comment gives
 * another class are on it: they stay as the page has them.
 */
function setNotes(wrapper: Element, html: string): void {
  const isOuter = (each: Element) => each.tagName === 'aside' && !closest(each, 'aside');
  const aside = [...elementsIn(wrapper)].findLast(isOuter);
  if (!aside || !hasClass(aside, 'notes')) return;
  const notes = parseInto('aside', filterHtml(html));
  applyAttributeComments(notes, createElement('section'), 'hedgedoc');
  replaceChildren(aside, notes.childNodes);
}

/**
 * reveal.js: the notes are rendered first, and their HTML is part of the slide's markdown. The section's content
 * has no `<div>` around it.
 */
function renderReveal(content: SlideContent, options: RenderOptions): RenderedSlide {
  const { dialect } = options;
  const notes = content.notes && revealNotes(content, content.notes, options);
  const aside = notes === null ? '' : `<aside class="notes">${notes}</aside>`;
  const body = fromPage(part(content, content.body), options);
  const { text, sourceLine } = unindented(body.text + aside);
  const env = environment(options, (line) => body.sourceLine(sourceLine(line)));
  const section = parseInto('section', renderWithin(text, dialect, env));
  applyAttributeComments(section, section, dialect);
  applyRevealCode(section, options);
  purify(section, options);
  if (options.math) markFormulas(section);
  return {
    html: innerHtml(section),
    attributes: sectionAttributes(section, options),
    verticalSlides: section.childNodes.filter((node) => isElement(node) && node.tagName === 'section').length,
  };
}

function revealNotes(content: SlideContent, span: Span, options: RenderOptions): string {
  const start = lineEnds(content.text.slice(0, span.start));
  const { text, sourceLine } = fromPage(part(content, span), options);
  return renderWithin(
    text,
    options.dialect,
    environment(options, (line) => start + sourceLine(line)),
  );
}

/** What the page's script finds of the markdown that is in the page's HTML. */
function fromPage(text: string, { markdownInHtml = true, pageIndentation = 0 }: RenderOptions): Unindented {
  return withoutSpaces(markdownInHtml ? decodeEntities(text) : text, pageIndentation);
}

function renderWithin(text: string, dialect: Dialect, env: RenderEnv): string {
  const html = renderMarkdown(text, dialect, env);
  if (html.length > MAX_HTML) throw new TooComplex();
  return html;
}

function environment(options: RenderOptions, sourceLine: (line: number) => number): RenderEnv {
  return {
    highlight: (code, language) =>
      options.highlight?.(code, language, options.dialect)?.html ?? escapeHtml(code),
    lastLineNumber: 0,
    framesPlayers: options.embed !== undefined,
    sourceLine: options.sourceLines ? sourceLine : null,
  };
}

function part({ text }: SlideContent, { start, end }: Span): string {
  return text.slice(start, end).replace(/\r\n?/g, '\n');
}

function lineEnds(text: string): number {
  return text.match(/\r\n?|\n/g)?.length ?? 0;
}

/** What remains when a slide can't be rendered within reasonable time. */
function asText({ text }: SlideContent, { dialect }: RenderOptions): RenderedSlide {
  const shown = `<p><em>${WORDS.notRendered}</em></p>\n<pre>${escapeHtml(text.slice(0, SHOWN_AS_TEXT))}</pre>`;
  return { html: dialect === 'hedgedoc' ? `<div>${shown}</div>` : shown, attributes: {}, verticalSlides: 0 };
}
