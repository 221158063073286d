import type { Token } from 'markdown-it';
import type { MarkdownPart } from '../../markup/markdownPart';
import type { Markup } from '../../markup/markup';
import type { Span } from '../../text/spans';
import type { Fix, Rule, RuleDocs } from '../rule';

/** In the dialect of blank lines a heading is left empty on purpose, above a picture. */
export const emptyHeading: Rule = {
  id: 'empty-heading',
  severity: 'warning',
  dialects: 'hedgedoc',
  description: 'A heading has nothing in it, or is indented into code.',
  fixes: ['visible'],
  checkSlide({ text, markup, report }) {
    const { body } = markup;
    if (!body) return;
    const isEmptySlide = hasOnlyEmptyHeadings(markup);
    for (const [index, token] of body.tokens.entries()) {
      const inline = body.tokens[index + 1];
      if (token.type === 'heading_open' && inline && isEmpty(inline)) {
        const span = body.lines(...token.map!);
        const fix = isEmptySlide ? null : removal(span, text);
        report({
          message: `There is nothing in this heading: it only takes up space.${fix ? ' Remove it.' : ' Write something, or remove the slide.'}`,
          span: headingIn(span, text),
          fixes: fix ? [fix] : [],
        });
      }
    }
    for (const span of indentedHeadings(body)) {
      const line = text.slice(span.start, span.end);
      const indent = { start: span.start, end: span.start + /^\s*/.exec(line)![0].length };
      report({
        message: 'Four spaces before it make this code, not a heading. Remove them.',
        span: { start: indent.end, end: span.end },
        fixes: [{ title: 'Remove the indentation', edits: [{ span: indent, newText: '' }], kind: 'visible' }],
      });
    }
  },
};

export const docs: RuleDocs = {
  why: 'An empty heading shows nothing but takes up space, and gives the slide an empty title in lists. A heading indented by four spaces is a code block: its `#` is shown.',
  example: {
    before: '# News\n\n##\n* Release 7\n',
    after: '# News\n\n* Release 7\n',
  },
};

/** Icons have a class, all else in HTML that shows without words is no font. */
function isEmpty({ children }: Token): boolean {
  return (children ?? []).every(({ type, content }) => {
    if (type === 'html_inline')
      return /^<(?:\/|!--|(?:font|span|b|i|u|em|strong|small|big|a|br)\b(?!.*\sclass=))/is.test(content);
    return type === 'softbreak' || type === 'hardbreak' || (type === 'text' && content.trim() === '');
  });
}

function headingIn({ start, end }: Span, text: string): Span {
  const line = text.slice(start, end);
  const from = line.search(/#/);
  return { start: start + Math.max(0, from), end: start + line.trimEnd().length };
}

/** Whether a slide has nothing but empty headings. */
function hasOnlyEmptyHeadings({ blocks, references, code }: Markup): boolean {
  return !blocks.some(({ plain }) => plain !== '') && references.length === 0 && code.length === 0;
}

/** Null where more would go with it: a comment, or the mark of a list. */
function removal({ start, end }: Span, text: string): Fix | null {
  const line = text.slice(start, end);
  if (!/^ {0,3}#/.test(line) || line.includes('<!--')) return null;
  const above = /[^\r\n](?:\r\n|\r|\n)$/.test(text.slice(Math.max(0, start - 3), start));
  const lineEnd = /^(?:\r\n|\r|\n)/.exec(text.slice(end, end + 2))?.[0] ?? '';
  const below = /^[^\r\n]/.test(text.slice(end + lineEnd.length, end + lineEnd.length + 1));
  // What stands above and below must not become one paragraph.
  const span = { start, end: above && below ? end : end + lineEnd.length };
  return { title: 'Remove the heading', edits: [{ span, newText: '' }], kind: 'visible' };
}

/** A line by itself; longer code may be of a shell, with comments. */
function indentedHeadings(body: MarkdownPart): Span[] {
  return body.tokens
    .filter(
      ({ type, level, content }) =>
        type === 'code_block' && level === 0 && /^#{1,6} +\S[^\n]*\n?$/.test(content),
    )
    .map(({ map }) => body.lines(map![0], map![0] + 1));
}
