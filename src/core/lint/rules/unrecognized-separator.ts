import { HEDGEDOC_KEYS } from '../../deck/hedgedocKeys';
import { lineEndOf } from '../../text/lineEnds';
import type { Span } from '../../text/spans';
import { spanAt } from '../../text/spans';
import type { TextEdit } from '../../text/textEdits';
import type { Fix, Rule, RuleDocs, SlideContext } from '../rule';

const EFFECT = 'HedgeDoc does not split here: both slides become one.';

export const unrecognizedSeparator: Rule = {
  id: 'unrecognized-separator',
  severity: 'error',
  dialects: 'hedgedoc',
  description: 'A line of dashes looks like a separator but does not split slides.',
  fixes: ['visible', 'offered'],
  checkSlide(context) {
    if (!context.text.includes('--')) return;
    const lines = linesOf(context.text);
    const dashes = lines.filter(({ text }) => /^[ \t]*-{2,}[ \t]*$/.test(text));
    if (dashes.length === 0) return;
    const { literal, code, comments } = context.markup;
    const covered = [...literal, ...code.map(({ span }) => span), ...comments.map(({ span }) => span)];
    covered.sort((a, b) => a.start - b.start);
    const misplaced = aroundFrontMatter(dashes, context.text);
    for (const line of dashes) {
      if (!misplaced.includes(line) && !spanAt(covered, line.start)) check(line, lines, context);
    }
  },
};

export const docs: RuleDocs = {
  why: 'HedgeDoc splits only at `---` and `----` between empty lines, with nothing else on the line. At any other line of dashes two slides become one, or the line above becomes a heading.',
  example: {
    before: '# One\n\nText of the first slide\n---\n# Two\n',
    after: '# One\n\nText of the first slide\n\n---\n\n# Two\n',
  },
  spared:
    'Underlines of headings that are as long as the heading, lines of two or of more than four dashes directly below text, code, comments, tables and lists.',
  verdict: 'Stop the commit: two slides are one.',
};

/** The dashes around frontmatter that does not begin on line 1, which `misplaced-frontmatter` covers. */
function aroundFrontMatter(dashes: readonly Line[], text: string): Line[] {
  const closing = dashes.findIndex(({ start }, index) =>
    HEDGEDOC_KEYS.test(text.slice(dashes[index - 1]?.end ?? 0, start)),
  );
  return dashes.slice(Math.max(0, closing - 1), closing + 1);
}

interface Line extends Span {
  readonly index: number;
  readonly text: string;
}

function check(line: Line, lines: readonly Line[], { text, report }: SlideContext): void {
  const above = lines[line.index - 1];
  const below = lines[line.index + 1];
  // The rules for frontmatter cover the first line.
  if (!above) return;
  const written = line.text.trim();
  const span = { start: line.start + line.text.indexOf('-'), end: line.start + line.text.trimEnd().length };
  const isUnderline = above.text.trim() !== '' && !/^\s*(?:[-*+>#|]|\d+[.)])/.test(above.text);
  const isLong = written.length > 4;
  if (isUnderline && (isLong || written.length === 2 || written.length === above.text.trim().length)) return;
  if (isLong || written.length === 2) {
    report({
      message: `A separator has three dashes, or four for a vertical slide. ${EFFECT}`,
      span,
      fixes: ['---', '----'].map((dashes) => ({
        title: `Change to ${dashes}`,
        edits: separate(line, dashes, above, below, text),
        kind: 'offered',
      })),
    });
    return;
  }
  if (!below) {
    const start = text.slice(0, line.start).trimEnd().length;
    const edit = { span: { start, end: line.end }, newText: lineEndOf(text) };
    report({
      message: 'At the end of the file this is not a separator but a line across the last slide. Remove it.',
      span,
      fixes: [{ title: 'Remove the line', edits: [edit], kind: 'visible' }],
    });
    return;
  }
  const reason = reasonOf(line, above, below);
  if (!reason) return;
  const fix: Fix = {
    title: 'Make it a separator',
    edits: separate(line, written, above, below, text),
    kind: 'visible',
  };
  report({ message: `${reason} ${EFFECT}`, span, fixes: [fix] });
}

function reasonOf(line: Line, above: Line, below: Line): string | null {
  if (/^[ \t]/.test(line.text)) return 'A separator must not be indented.';
  if (/[ \t]$/.test(line.text)) return 'A separator must not have spaces after it.';
  if (above.text.trim() !== '') return 'A separator needs an empty line above it.';
  if (below.text.trim() !== '') return 'A separator needs an empty line below it.';
  if (above.text !== '' || below.text !== '')
    return 'The lines around a separator must be empty, but contain spaces.';
  return null;
}

/** The smallest edits that turn the line into a separator. */
function separate(
  line: Line,
  dashes: string,
  above: Line,
  below: Line | undefined,
  text: string,
): TextEdit[] {
  const lineEnd = lineEndOf(text);
  const edits: TextEdit[] = [];
  const isBlank = ({ text }: Line) => text.trim() === '';
  if (isBlank(above) && above.text !== '')
    edits.push({ span: { start: above.start, end: above.end }, newText: '' });
  const before = isBlank(above) ? '' : lineEnd;
  const after = !below || isBlank(below) ? '' : lineEnd;
  edits.push({ span: { start: line.start, end: line.end }, newText: before + dashes + after });
  if (below && isBlank(below) && below.text !== '') {
    edits.push({ span: { start: below.start, end: below.end }, newText: '' });
  }
  return edits;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const { index: end, 0: lineEnd } of text.matchAll(/\r\n?|\n|$/g)) {
    if (end < start) continue;
    lines.push({ index: lines.length, start, end, text: text.slice(start, end) });
    start = end + lineEnd.length;
    if (lineEnd === '') break;
  }
  return lines;
}
