import type { TextBlock } from '../../markup/markup';
import { type VisibleText, visibleTexts } from '../../markup/visibleTexts';
import { startOfLine } from '../../text/lineEnds';
import type { Fix, Rule, RuleDocs } from '../rule';

/** One finding per paragraph: its items can become a list only together. */
export const literalListMarker: Rule = {
  id: 'literal-list-marker',
  severity: 'warning',
  dialects: 'all',
  description: 'A list marker is shown as text.',
  fixes: ['offered'],
  checkSlide({ text, markup, report }) {
    const markers = new Map<TextBlock, number[]>();
    for (const visible of visibleTexts(markup)) {
      for (const marker of markersIn(visible, text)) {
        const ofBlock = markers.get(visible.block) ?? [];
        ofBlock.push(marker);
        markers.set(visible.block, ofBlock);
      }
    }
    for (const [block, [first = 0, ...more]] of markers) {
      const fix = indentation(block, [first, ...more], text);
      report({
        message: `This "${text[first]}" is shown as text, not as a list marker: the line is indented too far below a line of text. ${fix ? 'Indent it less.' : 'Add an empty line above it and indent it less.'}`,
        span: { start: first, end: first + 1 },
        fixes: fix ? [fix] : [],
      });
    }
  },
};

export const docs: RuleDocs = {
  why: 'A line that is indented by four or more spaces below a line of text continues that text. Its marker shows as a star or dash in the middle of a paragraph in place of a list.',
  example: {
    before: 'What is new:\n    * Release 7\n    * New docs\n',
    after: 'What is new:\n* Release 7\n* New docs\n',
  },
  spared:
    'Dashes and stars within a line, code and comments, and lists that are indented below an item or an empty line.',
  verdict: 'Mention it: the list is a paragraph, but can be read.',
};

/** No line is indented further. */
const MAX_INDENT = 200;

/** A marker at the start of a line is text if the line continues the paragraph above. */
function markersIn({ text: words, span, block }: VisibleText, text: string): number[] {
  if (block.kind !== 'paragraph' || !/[*-][ \t]/.test(words)) return [];
  return [...words.matchAll(/[*-](?=[ \t])/g)].flatMap(({ index }) => {
    const marker = span.start + index;
    if (marker === block.span.start) return [];
    const before = text.slice(Math.max(0, marker - MAX_INDENT), marker);
    const isAtHead = /[\r\n][ \t>]*$/.test(before) && /^.[ \t]+\S/.test(text.slice(marker, marker + 50));
    return isAtHead ? [marker] : [];
  });
}

/** Moves the items left until the first one starts where the paragraph's text does. */
function indentation({ span }: TextBlock, markers: readonly number[], text: string): Fix | null {
  const column = span.start - startOfLine(text, span.start);
  const indents = markers.map((marker) => ({ start: startOfLine(text, marker), end: marker }));
  const width = indents[0]!.end - indents[0]!.start;
  if (column >= width || indents.some(({ start, end }) => /[^ ]/.test(text.slice(start, end)))) return null;
  const edits = indents.map(({ start, end }) => {
    const spaces = Math.max(column, end - start - width + column);
    return { span: { start, end }, newText: ' '.repeat(spaces) };
  });
  return { title: 'Make it a list', edits, kind: 'offered' };
}
