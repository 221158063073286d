import type { TextBlock } from '../../markup/markup';
import { visibleTexts } from '../../markup/visibleTexts';
import { lineEndOf, startOfLine } from '../../text/lineEnds';
import { type Span, spanAt } from '../../text/spans';
import type { TextEdit } from '../../text/textEdits';
import type { Fix, Rule, RuleDocs, RuleFinding, SlideContext } from '../rule';

export const malformedTable: Rule = {
  id: 'malformed-table',
  severity: 'warning',
  dialects: 'all',
  description: 'A table is shown as text, since its line of dashes is missing or wrong.',
  fixes: ['offered'],
  checkSlide(context) {
    const { text, markup, report } = context;
    if (!text.includes('|')) return;
    const shown = visibleTexts(markup).map(({ span }) => span);
    let above: readonly Line[] = [];
    for (const block of markup.blocks) {
      if (block.kind === 'cell' || block.inNotes) continue;
      const lines = linesOf(block, text, shown);
      const found = lines.some(isDashes) ? wrongDashes(lines, above, context) : noDashes(lines, text);
      if (found) report(found);
      above = lines;
    }
  },
};

export const docs: RuleDocs = {
  why: 'The audience sees bars and dashes in a paragraph, in decks of reveal.js all in one line. Markdown makes a table only of lines that have a line of dashes, bars and colons below the first of them, with as many columns.',
  example: {
    before: '| Team | Release |\n| IaaS | 7 |\n| KaaS | 3 |\n',
    after: '| Team | Release |\n| --- | --- |\n| IaaS | 7 |\n| KaaS | 3 |\n',
  },
  spared:
    'Single lines with bars, and lines that do not both begin and end with one, unless a line of dashes is among them: `one | two` may be meant as text. Code, formulas such as `|x| = |y|`, and speaker notes. A table directly below a list item, except in decks that are certain to be for HedgeDoc.',
  verdict: 'Mention it: the table is hard to read, but can be read.',
};

/** A line of a paragraph, without what is before it in a list or a quote. */
interface Line {
  readonly text: string;
  readonly span: Span;
  /** How far it is from the start of its line in the slide. */
  readonly column: number;
  /** How far the paragraph is. */
  readonly ofBlock: number;
  /** Where it is divided into cells: also in code, but not after a backslash. */
  readonly bars: readonly number[];
  /** Those that are not shown as text now, but part of code or an address. */
  readonly hidden: readonly number[];
}

function linesOf(block: TextBlock, text: string, shown: readonly Span[]): Line[] {
  const { start: from } = block.span;
  const ofBlock = from - startOfLine(text, from);
  return [...text.slice(from, endOf(block, text)).matchAll(/[^\r\n]+/g)].map(({ index, 0: written }) => {
    const start = from + index + /^[ \t>]*/.exec(written)![0].length;
    const line = text.slice(start, from + index + written.length).trimEnd();
    const bars = [...line.matchAll(/(?<!\\)\|/g)].map((bar) => start + bar.index);
    return {
      text: line,
      span: { start, end: start + line.length },
      column: start - startOfLine(text, start),
      ofBlock,
      bars,
      hidden: bars.filter((at) => !spanAt(shown, at)),
    };
  });
}

/** With the dashes that make it a heading, unless a separator may be meant by them. */
function endOf({ kind, span }: TextBlock, text: string): number {
  if (kind !== 'heading') return span.end;
  UNDERLINE.lastIndex = span.end;
  return span.end + (UNDERLINE.exec(text)?.[0].length ?? 0);
}

const UNDERLINE = /[ \t]*(?:\r\n?|\n)[ \t>]*(?!-{3,4}[ \t]*$)(?:-+|=+)[ \t]*$/my;

function isRow({ bars, hidden }: Line): boolean {
  return bars.length > hidden.length;
}

/** Whether it begins and ends with a bar. */
function isFramed({ span: { start, end }, bars, hidden }: Line): boolean {
  return bars.length > 1 && [start, end - 1].every((at) => bars.includes(at) && !hidden.includes(at));
}

function cellsOf({ text }: Line, divider = /(?<!\\)\|/): string[] {
  const inner = text.replace(/^[|+]/, '').replace(/(?<!\\)[|+]$/, '');
  return inner.split(divider).map((cell) => cell.trim());
}

/** Whether it looks like the dashes of a table: also with other dashes, and with `+` between them. */
function isDashes(line: Line): boolean {
  return (
    /^[|+:=_–—− \t-]+$/.test(line.text) &&
    cellsOf(line, /[|+]/).every((cell) => /^:?(?:[-=_–—−] ?)+:?$/.test(cell))
  );
}

/** Dashes as they should be, for one column or more. */
const RIGHT = /^\|?(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*\|?$/;

/** `| a | b |` above `| 1 | 2 |`. */
function noDashes(lines: readonly Line[], text: string): RuleFinding | null {
  const index = lines.findIndex((line, at) => {
    const next = lines[at + 1];
    if (!next || !isFramed(line) || !isFramed(next) || isFormula(line)) return false;
    const cells = cellsOf(line);
    return cells.length === cellsOf(next).length && cells.filter(Boolean).length > 1;
  });
  const [head, next] = [lines[index], lines[index + 1]];
  if (!head || !next) return null;
  const dashes = dashesFor(cellsOf(head));
  const insertion = insert(head.span.end, lineEndOf(text) + prefixOf(next, text) + dashes);
  const edits = [...apart(head, text), insertion, ...endOfTable(lines, index, text)];
  return {
    message: `Without a line of dashes below its first line, this table is shown as text. Put "${dashes}" there.`,
    span: head.span,
    fixes: isLazy(head) || !isLazy(next) ? [offer('Insert the line of dashes', edits)] : [],
  };
}

/** `|x| = |y|` */
function isFormula({ text }: Line): boolean {
  return /^\|[^\s|]+\| *[=<>≤≥≠+*·-]+ *\|[^\s|]+\|/.test(text);
}

/** Dashes that markdown does not take for those of a table. `above` is the paragraph before. */
function wrongDashes(
  lines: readonly Line[],
  above: readonly Line[],
  { text, dialect, isGuess }: SlideContext,
): RuleFinding | null {
  const all = lines.filter(isDashes);
  const index = lines.findIndex((line, at) => isDashes(line) && lines.slice(at - 1, at).some(isHead));
  const [head, dashes] = [lines[index - 1], lines[index]];
  if (!head || !dashes) return withoutHead(lines, above, text);
  const [cells, columns] = [cellsOf(head), cellsOf(dashes).length];
  if (cells.length < 2 && columns < 2) return null;
  const isRight = RIGHT.test(dashes.text);
  const ending = endOfTable(lines, index, text);
  if (isRight && columns === cells.length) {
    // Where the library of reveal.js makes it a table.
    if (dialect !== 'hedgedoc' || isGuess || !isLazy(head)) return null;
    return {
      message:
        'Directly below a list item or a quote, this table is part of its text and shown as such. Put an empty line above it.',
      span: head.span,
      fixes: [offer('Insert an empty line', [...apart(head, text), ...ending])],
    };
  }
  if (isRight && head.hidden.length > 0 && cells.length - head.hidden.length === columns) {
    const edits = head.hidden.map((at) => insert(at, '\\'));
    const [at] = head.hidden as [number];
    return {
      message: `A bar divides the columns of a table also in code, so this one is shown as text: its first line has ${cells.length} columns, the line of dashes ${columns}. Write "\\|".`,
      span: { start: at, end: at + 1 },
      fixes: [offer('Change to \\|', [...edits, ...ending])],
    };
  }
  const newText = dashesFor(cells, cellsOf(dashes, /[|+]/));
  return {
    message: isRight
      ? `This table is shown as text: its first line has ${columnsOf(cells.length)}, the line of dashes ${columns}. Write "${newText}".`
      : `The line below the first line of a table can have only dashes, bars and colons, so this table is shown as text. Write "${newText}".`,
    span: dashes.span,
    // Lines around each row belong to tables of another kind.
    fixes:
      all.length > 1 || isLazy(dashes)
        ? []
        : [offer(`Change to ${newText}`, [{ span: dashes.span, newText }, ...ending])],
  };
}

function isHead(line: Line): boolean {
  return isRow(line) && !isDashes(line);
}

/** Dashes below an empty line, or at the top of the table. */
function withoutHead(lines: readonly Line[], above: readonly Line[], text: string): RuleFinding | null {
  const index = lines.findIndex(isDashes);
  const [dashes, next] = lines.slice(index) as [Line, Line | undefined];
  if (!RIGHT.test(dashes.text) || dashes.bars.length === 0) return null;
  const columns = cellsOf(dashes);
  const ending = endOfTable(lines, index, text);
  const head = index === 0 ? above.at(-1) : undefined;
  const gap = head && text.slice(head.span.end, dashes.span.start);
  if (head && isHead(head) && cellsOf(head).length === columns.length && /^\s*$/.test(gap!)) {
    const span = { start: head.span.end, end: dashes.span.start - dashes.column };
    return {
      message:
        'An empty line is between the first line of this table and its line of dashes, so it is shown as text. Remove the empty line.',
      span: dashes.span,
      fixes: [offer('Remove the empty line', [{ span, newText: lineEndOf(text) }, ...ending])],
    };
  }
  if (columns.length < 2 || !next || !isRow(next)) return null;
  const empty = `|${'   |'.repeat(columns.length)}${lineEndOf(text)}${prefixOf(next, text)}`;
  return {
    message:
      'A table needs a first line above its line of dashes, so this is shown as text. Put one there; its cells can be empty.',
    span: dashes.span,
    fixes: isLazy(next)
      ? []
      : [offer('Insert an empty first line', [insert(dashes.span.start, empty), ...ending])],
  };
}

/** As many dashes as there are cells, aligned as in the line that is there. */
function dashesFor(cells: readonly string[], written: readonly string[] = []): string {
  const dashes = cells.map((_, index) => {
    const cell = written[index] ?? '';
    return `${cell.startsWith(':') ? ':' : ''}---${cell.endsWith(':') ? ':' : ''}`;
  });
  return `| ${dashes.join(' | ')} |`;
}

function columnsOf(count: number): string {
  return count === 1 ? '1 column' : `${count} columns`;
}

/** Whether it belongs to a list item or a quote only because no empty line is above it. */
function isLazy({ column, ofBlock }: Line): boolean {
  return column < ofBlock;
}

function prefixOf({ span, column }: Line, text: string): string {
  return text.slice(span.start - column, span.start);
}

/** An empty line above a table that is not meant for the list item or quote above. */
function apart(head: Line, text: string): TextEdit[] {
  return isLazy(head) ? [insert(head.span.start - head.column, lineEndOf(text))] : [];
}

/** An empty line above text that would become a row of the table. */
function endOfTable(lines: readonly Line[], from: number, text: string): TextEdit[] {
  const after = lines.find((line, index) => index > from && !isRow(line));
  if (!after) return [];
  const prefix = prefixOf(after, text);
  return [insert(after.span.start - after.column, prefix.trimEnd() + lineEndOf(text))];
}

function insert(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}

function offer(title: string, edits: Fix['edits']): Fix {
  return { title, edits, kind: 'offered' };
}
