import type { DashSeparators } from '../../deck/dashSeparators';
import { HEDGEDOC_KEYS } from '../../deck/hedgedocKeys';
import { TOOL_NAMES } from '../../deck/namedSetups';
import { lineEndOf } from '../../text/lineEnds';
import type { Span } from '../../text/spans';
import { spanAt } from '../../text/spans';
import type { TextEdit } from '../../text/textEdits';
import type { Fix, Rule, RuleDocs, SlideContext } from '../rule';

export const unrecognizedSeparator: Rule = {
  id: 'unrecognized-separator',
  severity: 'error',
  dialects: 'all',
  description: 'A line of dashes looks like a separator but does not split slides.',
  fixes: ['visible', 'offered'],
  checkSlide(context) {
    if (context.isGuess || context.dashes.horizontal === null || !LINE.test(context.text)) return;
    const lines = linesOf(context.text);
    const dashes = lines.filter(({ text }) => LINE.test(text));
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
  why: 'HedgeDoc splits only at `---` and `----` between empty lines, with nothing else on the line. Tools of reveal.js split only at the separators they are set to, without spaces before or after them. At any other line of dashes two slides become one, or the line above becomes a heading. A line `—` is found only between the text of one slide and the heading of the next. In a deck of reveal.js that is split otherwise than by dashes, nothing is found.',
  example: {
    before: '# One\n\nText of the first slide\n---\n# Two\n',
    after: '# One\n\nText of the first slide\n\n---\n\n# Two\n',
  },
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

/** Hyphens, or what a word processor makes of them. */
const LINE = /^[ \t]*(?:-{2,}|[–—―][–—―-]{0,3}|-[–—])[ \t]*$/m;

function check(line: Line, lines: readonly Line[], context: SlideContext): void {
  const { text, tool, dashes, report } = context;
  const { horizontal, vertical, needEmptyLines } = dashes;
  const effect = `${TOOL_NAMES[tool]} does not split here: both slides become one.`;
  const above = lines[line.index - 1];
  const below = lines[line.index + 1];
  // The rules for frontmatter cover the first line.
  if (!above) return;
  const written = line.text.trim();
  const span = { start: line.start + line.text.search(/\S/), end: line.start + line.text.trimEnd().length };
  const isUnderline = above.text.trim() !== '' && !/^\s*(?:[-*+>#|]|\d+[.)])/.test(above.text);
  const separators = [horizontal!, ...(vertical === null ? [] : [vertical])];
  const isOther = !separators.includes(written);
  if (isUnderline && (isOther || written.length === above.text.trim().length)) return;
  if (isOther) {
    if (!/^-+$/.test(written) && !isBetweenSlides(line, text)) return;
    report({
      message: `${expected(dashes)} ${effect}`,
      span,
      fixes: separators.map((dashes) => ({
        title: `Change to ${dashes}`,
        edits: separate(line, dashes, above, below, context),
        kind: 'offered',
      })),
    });
    return;
  }
  if (!below) {
    // At the end, tools add different line ends.
    if (tool !== 'hedgedoc') return;
    const start = text.slice(0, line.start).trimEnd().length;
    const edit = { span: { start, end: line.end }, newText: lineEndOf(text) };
    report({
      message: 'At the end of the file this is not a separator but a line across the last slide. Remove it.',
      span,
      fixes: [{ title: 'Remove the line', edits: [edit], kind: 'visible' }],
    });
    return;
  }
  const reason = reasonOf(line, above, below, needEmptyLines);
  if (!reason) return;
  const fix: Fix = {
    title: 'Make it a separator',
    edits: separate(line, written, above, below, context),
    kind: 'visible',
  };
  report({ message: `${reason} ${effect}`, span, fixes: [fix] });
}

/** Other dashes alone may also be a mark for nothing to say. */
function isBetweenSlides({ start, end }: Line, text: string): boolean {
  const above = text.slice(0, start).trimEnd();
  const isAlone =
    /\n[ \t]*\r?\n[ \t]*$/.test(text.slice(0, start)) && /^[ \t]*\r?\n[ \t]*\r?\n/.test(text.slice(end));
  const isAfterText = above !== '' && !/(?:^|[\r\n])#[^\r\n]*$/.test(above);
  return isAlone && isAfterText && /^(?:#{1,6}[ \t]|<!--[ \t]*\.slide)/.test(text.slice(end).trimStart());
}

const NUMBERS: Readonly<Record<number, string>> = { 2: 'two', 3: 'three', 4: 'four', 5: 'five' };

function expected({ horizontal, vertical }: DashSeparators): string {
  const number = (dashes: string) => NUMBERS[dashes.length]!;
  const other = vertical === null ? '' : `, or ${number(vertical)} for a vertical slide`;
  return `A separator has ${number(horizontal!)} dashes${other}.`;
}

function reasonOf(line: Line, above: Line, below: Line, needsEmptyLines: boolean): string | null {
  if (/^[ \t]/.test(line.text)) return 'A separator must not be indented.';
  if (/[ \t]$/.test(line.text)) return 'A separator must not have spaces after it.';
  if (!needsEmptyLines) return null;
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
  { text, dashes: { needEmptyLines } }: SlideContext,
): TextEdit[] {
  if (!needEmptyLines) return [{ span: { start: line.start, end: line.end }, newText: dashes }];
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
