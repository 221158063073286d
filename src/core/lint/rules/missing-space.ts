import type { TextBlock } from '../../markup/markup';
import { visibleTexts } from '../../markup/visibleTexts';
import { startOfLine } from '../../text/lineEnds';
import { type Span, spanAt } from '../../text/spans';
import { insertSpaces } from '../insertSpaces';
import type { Rule, RuleDocs, RuleFinding } from '../rule';

/** `literal-list-marker` finds marks that have their space, and are text all the same. */
export const missingSpace: Rule = {
  id: 'missing-space',
  severity: 'warning',
  dialects: 'all',
  description: 'The mark of a heading or a list is shown as text, since no space follows it.',
  fixes: ['offered'],
  checkSlide({ text, markup, report }) {
    if (!/^[ \t]*(?:#|[-*+]\p{L}|\d{1,2}[.)]\p{L})/mu.test(text)) return;
    const shown = visibleTexts(markup).map(({ span }) => span);
    const hasHeading = markup.blocks.some(({ kind, inNotes }) => kind === 'heading' && !inNotes);
    for (const [index, block] of markup.blocks.entries()) {
      if (block.kind !== 'paragraph' || block.inNotes) continue;
      const isTitle = index === 0 && !hasHeading;
      const found = headingMark(block, isTitle, text) ?? listMarks(block, text);
      if (found && spanAt(shown, found.span.start)) report(found);
    }
  },
};

export const docs: RuleDocs = {
  why: 'The audience sees `##Status` as a line of text, not as a heading, and `-one` and `-two` as a paragraph, not as a list. Markdown wants a space after the mark.',
  example: {
    before: '##Status\n\nAll is well.\n',
    after: '## Status\n\nAll is well.\n',
  },
  spared:
    'Numbers (`#1`, `-5`), hashtags, options such as `-v` and single lines such as `-Author`: `#Word` counts only as the first line of a slide without a heading, dashes only on several lines or below a list item.',
  verdict: 'Mention it: the slide can be read, but has no heading or list.',
};

function headingMark({ span }: TextBlock, isTitle: boolean, text: string): RuleFinding | null {
  if (text[span.start] !== '#') return null;
  const line = /^[^\r\n]*/.exec(text.slice(span.start, span.end))![0];
  const mark = /^(#{1,6})(?=\p{L})/u.exec(line)?.[1];
  if (mark === undefined || !isAtHead(span.start, text)) return null;
  // A single mark may begin a hashtag.
  const isHeading =
    isTitle && line.length === span.end - span.start && /^#\p{Lu}[^#\p{Lu}]*(?:\s[^#]*)?$/u.test(line);
  if (mark === '#' && !isHeading) return null;
  const end = span.start + mark.length;
  return {
    message: `"${mark}" is shown as text, and this is not a heading: put a space after it.`,
    span: { start: span.start, end },
    fixes: [insertSpaces([end])],
  };
}

/** Whether nothing but spaces is before it on its line. */
function isAtHead(offset: number, text: string): boolean {
  return /^[ \t]*$/.test(text.slice(startOfLine(text, offset), offset));
}

const LIST_MARK = /^[ \t]*(?:[-*+]|\d{1,2}[.)])\p{L}{2}/mu;
const LIST_MARKS = [
  /^[ \t]*(-)(?=\p{L}{2})/gmu,
  /^[ \t]*([*+])(?=\p{L}{2})/gmu,
  /^[ \t]*(\d{1,2}[.)])(?=\p{L}{2})/gmu,
];

/** All marks of a kind in a paragraph, which can become a list only together. */
function listMarks({ span }: TextBlock, text: string): RuleFinding | null {
  const from = startOfLine(text, span.start);
  const lines = text.slice(from, span.end);
  if (!LIST_MARK.test(lines)) return null;
  for (const kind of LIST_MARKS) {
    const marks = [...lines.matchAll(kind)].map(({ index, 0: { length }, 1: mark }): Span => {
      const end = from + index + length;
      return { start: end - mark!.length, end };
    });
    const [first] = marks;
    if (!first || (marks.length < 2 && !isBelowItem(first, from, text))) continue;
    return {
      message: `"${text.slice(first.start, first.end)}" is shown as text, and this is not an item of a list: put a space after it.`,
      span: first,
      fixes: [insertSpaces(marks.map(({ end }) => end))],
    };
  }
  return null;
}

/** Whether the paragraph is the text of a list item with the same mark in the same column. */
function isBelowItem(mark: Span, from: number, text: string): boolean {
  const column = text.slice(startOfLine(text, mark.start), mark.start);
  const item = text.slice(from).startsWith(column) ? text.slice(from + column.length) : '';
  return text[mark.start] === '-' ? /^- /.test(item) : /^(?:[*+]|\d{1,2}[.)]) /.test(item);
}
