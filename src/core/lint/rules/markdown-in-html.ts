import type { Token } from 'markdown-it';
import { blankedOut } from '../../markup/codeSpans';
import type { HtmlTag } from '../../markup/htmlTags';
import { RAW_ELEMENTS } from '../../markup/htmlTexts';
import type { MarkdownPart } from '../../markup/markdownPart';
import type { Markup } from '../../markup/markup';
import { lineEndOf, startOfLine } from '../../text/lineEnds';
import type { Span } from '../../text/spans';
import type { TextEdit } from '../../text/textEdits';
import type { Fix, Rule, RuleDocs } from '../rule';

export const markdownInHtml: Rule = {
  id: 'markdown-in-html',
  severity: 'warning',
  dialects: 'all',
  description: 'Markdown is shown as text, since HTML is directly above it.',
  fixes: ['offered'],
  checkSlide({ text, dialect, markup, report }) {
    if (!text.includes('<')) return;
    for (const [index, token] of markup.body?.tokens.entries() ?? []) {
      if (token.type !== 'html_block' || !token.map) continue;
      if (dialect === 'reveal' && isInItem(index, markup.body!)) continue;
      const block = markup.body!.lines(...token.map);
      const prefixes = prefixesOf(token, markup.body!, text);
      const shown = shownIn(block, prefixes, markup, text);
      const runs =
        shown === null
          ? []
          : runsIn(block, shown, blankedOut(text, prefixes)).filter(({ span }) => isMarkdown(shown, span));
      const [first] = runs;
      if (!first || !shown) continue;
      const tag = markup.tags.findLast(({ span }) => block.start <= span.start && span.start < first.mark);
      if (!tag) continue;
      const name = text.slice(tag.span.start, tag.span.end).replace(/\s.*/s, '…>');
      const fixes =
        isAsWritten(token, prefixes, text) &&
        runs.every((run) => run.isApart && mayHold(run, block, markup.tags))
          ? [emptyLines(runs, block, prefixes, text)]
          : [];
      const hint =
        fixes.length > 0 ? `Put an empty line after ${name}.` : 'Write it in HTML, or apart from it.';
      report({
        message: `After a line that begins with HTML, markdown is not read up to the next empty line, so what follows ${name} is shown as written. ${hint}`,
        span: tag.span,
        fixes,
      });
    }
  },
};

export const docs: RuleDocs = {
  why: 'The audience reads stars, brackets and dashes. After a line that begins with a tag, markdown is not read again before an empty line, in HedgeDoc as in reveal.js. Only lists of several items, headings, code, tables, links, pictures and words in `**` count as markdown, and nothing in `<pre>`, `<code>`, `<script>`, `<svg>` and diagrams does.',
  example: {
    before: '<div class="left">\n- one **bold** item\n- two\n</div>\n',
    after: '<div class="left">\n\n- one **bold** item\n- two\n\n</div>\n',
  },
  spared:
    '`<pre>`, `<code>`, `<script>`, `<svg>` and diagrams; single stars and underscores; markdown after an empty line, which is read as such. In decks of reveal.js, HTML directly below a list, to whose last item it belongs.',
  verdict: 'Mention it: the audience reads stars and brackets.',
};

/** For the library of reveal.js, HTML directly below a list is part of its last item. */
function isInItem(index: number, body: MarkdownPart): boolean {
  const [before, block] = [body.tokens[index - 1], body.tokens[index]!];
  return /_list_close$/.test(before?.type ?? '') && body.line(block.map![0] - 1).trim() !== '';
}

/** What is before each line of the block: indentation and marks of lists and quotes. */
function prefixesOf(block: Token, body: MarkdownPart, text: string): Span[] {
  const [first, after] = block.map!;
  let at = 0;
  return block.content
    .split('\n')
    .slice(0, after - first)
    .map((line) => {
      const { start } = body.inContent(block, { start: at, end: at });
      at += line.length + 1;
      return { start: startOfLine(text, start), end: start };
    });
}

/** Not where a tab belongs to the indentation of a list item and to that of its text. */
function isAsWritten({ content }: Token, prefixes: readonly Span[], text: string): boolean {
  const lines = content.split('\n');
  return prefixes.every(({ end }, index) => text.startsWith(lines[index]!, end));
}

const DRAWN = /mermaid|math|katex|chart|diagram|graph|code|language-/i;

/** The slide up to the end of the block, with spaces for all but its visible text; null if it holds a diagram. */
function shownIn(
  { start, end }: Span,
  prefixes: readonly Span[],
  { tags, comments }: Markup,
  text: string,
): string | null {
  const inside = tags.filter(({ span }) => start <= span.start && span.start < end);
  const hasOther = inside.some(({ attributes }) =>
    attributes.some(({ name, value }) => name === 'data-markdown' || (name === 'class' && DRAWN.test(value))),
  );
  if (hasOther || inside.length === 0) return null;
  const hidden: Span[] = [...prefixes, ...[...inside, ...comments].map(({ span }) => span)];
  for (const [index, tag] of inside.entries()) {
    if (!RAW_ELEMENTS.has(tag.name) || tag.closing || tag.selfClosing) continue;
    const closing = inside.slice(index).find(({ name, closing }) => closing && name === tag.name);
    hidden.push({ start: tag.span.end, end: closing?.span.start ?? end });
  }
  return blankedOut(text.slice(0, end), hidden);
}

/** Lines that follow each other, none of which begins with a tag; or one that does. */
interface Run {
  readonly span: Span;
  /** Where its text begins. */
  readonly mark: number;
  /** Whether it is not on a line with a tag. */
  readonly isApart: boolean;
}

function runsIn(block: Span, shown: string, text: string): Run[] {
  const runs: Run[] = [];
  for (const { index, 0: line } of shown.slice(block.start).matchAll(/[^\r\n]+/g)) {
    const words = line.trimStart();
    if (words === '') continue;
    const start = block.start + index;
    const end = start + line.length;
    const isApart = /^[^<]/.test(text.slice(start, end).trimStart());
    const last = runs.at(-1);
    const follows = last?.isApart && isApart && /^[\r\n]*$/.test(shown.slice(last.span.end, start));
    if (follows) runs[runs.length - 1] = { ...last, span: { start: last.span.start, end } };
    else runs.push({ span: { start, end }, mark: end - words.length, isApart });
  }
  return runs;
}

const MARKS =
  /\*\*[^\s*](?:[^*\r\n]*[^\s*])?\*\*|\[[^[\]\r\n]*\]\([^()\s]+\)|!\[[^[\]\r\n]*\][([][^()[\]\r\n]+[)\]]|^[ \t]*#{1,6}[ \t]+\S|^[ \t]*(?:```|~~~)[`~]*[ \t]*(?:\w|[\r\n])|`[^`\r\n]+`|^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*\|/m;
/** `[text][label]`, unlike an index. */
const REFERENCE =
  /(?<![\w)\]])\[[^[\]\r\n]{0,99}[a-z]{2}[^[\]\r\n]{0,99}\]\[[^[\]\r\n]{0,99}[a-z]{2}[^[\]\r\n]{0,99}\]/;
const ITEMS =
  /^[ \t]*([-*+]|\d{1,3}[.)])[ \t]+\S[^\r\n]*(?:\r\n?|\n)(?:[^\r\n]+(?:\r\n?|\n))*?[ \t]*(?:\1|\d{1,3}[.)])[ \t]+\S/m;

function isMarkdown(shown: string, { start, end }: Span): boolean {
  const text = shown.slice(start, end);
  return MARKS.test(text) || REFERENCE.test(text) || ITEMS.test(text);
}

/** Elements in which paragraphs and lists would go astray. */
const NARROW = /^(?:p|h[1-6]|ul|ol|dl|table|t(?:able|r|body|head|foot)|summary|a|button|label)$/;

function mayHold({ span }: Run, block: Span, tags: readonly HtmlTag[]): boolean {
  const open: string[] = [];
  for (const { name, closing, span: place } of tags) {
    if (place.start < block.start || place.start >= span.start) continue;
    if (!closing) open.push(name);
    else if (open.includes(name)) open.splice(open.lastIndexOf(name));
  }
  return !open.some((name) => NARROW.test(name));
}

/** Around the markdown, which begins in the first column: with four spaces before it, it would be code. */
function emptyLines(runs: readonly Run[], block: Span, prefixes: readonly Span[], text: string): Fix {
  const lineEnd = lineEndOf(text);
  const edits = runs.flatMap(({ span, mark }): TextEdit[] => {
    const [first, ...more] = prefixes.filter(({ start }) => span.start <= start && start < span.end);
    const indent = mark - first!.end;
    const prefix = text.slice(first!.start, first!.end);
    const dedents = [first!, ...more].map(({ end: start }) => {
      const spaces = /^[ \t]*/.exec(text.slice(start, start + indent))![0].length;
      return { span: { start, end: start + spaces }, newText: '' };
    });
    const above = { span: { start: first!.start, end: first!.start }, newText: prefix.trimEnd() + lineEnd };
    const below = { span: { start: span.end, end: span.end }, newText: lineEnd + prefix.trimEnd() };
    return [above, ...dedents, ...(span.end < block.end ? [below] : [])];
  });
  return { title: 'Put empty lines around the markdown', edits, kind: 'offered' };
}
