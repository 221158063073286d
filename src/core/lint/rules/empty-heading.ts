import type { Token } from 'markdown-it';
import type { MarkdownPart } from '../../markup/markdownPart';
import type { Markup } from '../../markup/markup';
import type { Span } from '../../text/spans';
import type { Fix, Rule, RuleDocs } from '../rule';

/** HedgeDoc only: in reveal.js talks, headings above pictures are left empty on purpose. */
export const emptyHeading: Rule = {
  id: 'empty-heading',
  severity: 'warning',
  dialects: 'hedgedoc',
  description: 'A heading is empty, or is a code block because of its indentation.',
  fixes: ['offered'],
  checkSlide({ text, markup, report }) {
    const { body } = markup;
    if (!body) return;
    const isEmptySlide = hasOnlyEmptyHeadings(markup);
    for (const [index, token] of body.tokens.entries()) {
      if (token.type !== 'heading_open') continue;
      const inline = body.tokens[index + 1];
      if (inline && isEmpty(inline)) {
        const span = body.lines(...token.map!);
        const fix = isEmptySlide ? null : removal(span, text);
        report({
          message: `This heading is empty and only takes up space.${fix ? ' Remove it.' : ' Write something, or remove the slide.'}`,
          span: headingIn(span, text),
          fixes: fix ? [fix] : [],
        });
      }
    }
    for (const span of indentedHeadings(body)) {
      const line = text.slice(span.start, span.end);
      const indent = { start: span.start, end: span.start + /^\s*/.exec(line)![0].length };
      report({
        message: 'Four leading spaces make this a code block, not a heading. Remove them.',
        span: { start: indent.end, end: span.end },
        fixes: [{ title: 'Remove the indentation', edits: [{ span: indent, newText: '' }], kind: 'offered' }],
      });
    }
  },
};

export const docs: RuleDocs = {
  why: 'An empty heading shows nothing but takes up space. A heading indented by four spaces is a code block: its `#` is shown.',
  example: {
    before: '# News\n\n##\n* Release 7\n',
    after: '# News\n\n* Release 7\n',
  },
  spared: 'Headings with a picture, an icon or other HTML that shows something, and code in a fence.',
  verdict: 'Mention it: the slide has a gap, or shows a `#`.',
};

/** Icons have a class; HTML that shows something without text is none of these elements. */
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

/** Null if something else is on the line, such as a comment or a list marker. */
function removal({ start, end }: Span, text: string): Fix | null {
  const line = text.slice(start, end);
  if (!/^ {0,3}#/.test(line) || line.includes('<!--')) return null;
  const above = /[^\r\n](?:\r\n|\r|\n)$/.test(text.slice(Math.max(0, start - 3), start));
  const lineEnd = /^(?:\r\n|\r|\n)/.exec(text.slice(end, end + 2))?.[0] ?? '';
  const below = /^[^\r\n]/.test(text.slice(end + lineEnd.length, end + lineEnd.length + 1));
  // The lines above and below must not become one paragraph.
  const span = { start, end: above && below ? end : end + lineEnd.length };
  return { title: 'Remove the heading', edits: [{ span, newText: '' }], kind: 'offered' };
}

/** Single lines only: longer code may be a shell script with comments. */
function indentedHeadings(body: MarkdownPart): Span[] {
  return body.tokens
    .filter(
      ({ type, level, content }) =>
        type === 'code_block' && level === 0 && /^#{1,6} +\S[^\n]*\n?$/.test(content),
    )
    .map(({ map }) => body.lines(map![0], map![0] + 1));
}
