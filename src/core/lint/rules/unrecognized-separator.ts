import type { Deck } from '../../deck/deck';
import { HEDGEDOC_KEYS } from '../../deck/hedgedocKeys';
import type { MarkedSlide } from '../../markup/markedSlide';
import type { Markup, TextBlock } from '../../markup/markup';
import { perSlide } from '../../markup/perSlide';
import { lineEndOf } from '../../text/lineEnds';
import type { Span } from '../../text/spans';
import { spanAt } from '../../text/spans';
import type { TextEdit } from '../../text/textEdits';
import type { Fix, Rule, RuleDocs, RuleFinding } from '../rule';

const EFFECT = 'HedgeDoc does not split here: both slides become one.';

export const unrecognizedSeparator: Rule = {
  id: 'unrecognized-separator',
  severity: 'error',
  dialects: 'hedgedoc',
  description: 'A line of dashes looks like a separator but does not split slides.',
  fixes: ['visible', 'offered'],
  checkDeck({ deck, slides, report }) {
    for (const slide of slides) {
      for (const dashes of dashesIn(slide)) {
        const found = check(dashes, () => isHabit(dashes, slides, deck));
        if (found) report(inDocument(found, slide));
      }
    }
  },
};

export const docs: RuleDocs = {
  why: 'HedgeDoc splits only at `---` and `----` between empty lines, with nothing else on the line. At any other line of dashes two slides become one, or the line above becomes a heading. Where a heading or a line across the slide may be meant, it is a warning that offers both.',
  example: {
    before: '# One\n\nText of the first slide\n\n---\n# Two\n',
    after: '# One\n\nText of the first slide\n\n---\n\n# Two\n',
  },
  spared:
    'Underlines of headings that are as long as the heading, lines of two or of more than four dashes directly below text, code, comments, tables and lists.',
  verdict: 'Stop the commit: two slides are one.',
};

interface Line extends Span {
  readonly index: number;
  readonly text: string;
}

/** A line of dashes that is no separator, with what is around it. Offsets are of the slide's text. */
interface Dashes {
  readonly line: Line;
  readonly above: Line;
  /** Undefined at the end of the slide. */
  readonly below: Line | undefined;
  /** The heading that it underlines, if it does. */
  readonly heading: TextBlock | null;
  /** The heading that the slide begins with, if it does and it is another one. */
  readonly opening: TextBlock | null;
  /** The heading that is first below it, if one is. */
  readonly next: TextBlock | null;
  /** The slide's text. */
  readonly text: string;
}

const dashesIn = perSlide((markup, text): Dashes[] => {
  if (!text.includes('--')) return [];
  const lines = linesOf(text);
  const dashes = lines.filter(({ text }) => /^[ \t]*-{2,}[ \t]*$/.test(text));
  if (dashes.length === 0) return [];
  const { literal, code, comments } = markup;
  const covered = [
    ...literal,
    ...code.map(({ span }) => span),
    ...comments.map(({ span }) => span),
    ...tablesIn(markup),
  ];
  covered.sort((a, b) => a.start - b.start);
  const misplaced = aroundFrontMatter(dashes, text);
  return dashes.flatMap((line) => {
    const above = lines[line.index - 1];
    // The rules for frontmatter cover the first line.
    if (!above || misplaced.includes(line) || spanAt(covered, line.start)) return [];
    const heading = underlined(line, above, markup);
    const first = firstHeading(0, markup, text);
    const opening = first === heading ? null : first;
    const next = firstHeading(line.end, markup, text);
    return [{ line, above, below: lines[line.index + 1], heading, opening, next, text }];
  });
});

/** Below a table's head, dashes need no marks between columns if there is only one. */
function tablesIn({ body }: Markup): Span[] {
  const tables = body?.tokens.filter(({ type }) => type === 'table_open') ?? [];
  return tables.map(({ map }) => body!.lines(...map!));
}

/** The dashes around frontmatter that does not begin on line 1, which `misplaced-frontmatter` covers. */
function aroundFrontMatter(dashes: readonly Line[], text: string): Line[] {
  const closing = dashes.findIndex(({ start }, index) =>
    HEDGEDOC_KEYS.test(text.slice(dashes[index - 1]?.end ?? 0, start)),
  );
  return dashes.slice(Math.max(0, closing - 1), closing + 1);
}

/** The heading above the dashes that ends with them. Below one that begins with `#` they draw a line. */
function underlined(line: Line, above: Line, { blocks, rules }: Markup): TextBlock | null {
  if (rules.some(({ start, end }) => start <= line.start && line.start <= end)) return null;
  const isAbove = ({ kind, span }: TextBlock) =>
    kind === 'heading' && span.end > above.start && span.end <= above.end;
  return blocks.find(isAbove) ?? null;
}

/** The heading that is first after an offset, but for comments; null if something else is. */
function firstHeading(from: number, { blocks, comments }: Markup, text: string): TextBlock | null {
  const block = blocks.find(({ span }) => span.start >= from);
  if (block?.kind !== 'heading') return null;
  const between = comments.filter(({ span }) => span.start >= from && span.end <= block.span.start);
  const written = between.reduceRight(
    (rest, { span }) => rest.slice(0, span.start - from) + rest.slice(span.end - from),
    text.slice(from, block.span.start),
  );
  return /^[\s#]*$/.test(written) ? block : null;
}

function check(dashes: Dashes, isHabit: () => boolean): RuleFinding | null {
  const { line, above, below, heading, text } = dashes;
  const written = line.text.trim();
  const span = { start: line.start + line.text.indexOf('-'), end: line.start + line.text.trimEnd().length };
  const hasOtherLength = written.length > 4 || written.length === 2;
  if (heading && (hasOtherLength || written.length === above.text.trim().length)) return null;
  if (hasOtherLength) {
    return {
      message: `A separator has three dashes, or four for a vertical slide. ${EFFECT}`,
      span,
      fixes: ['---', '----'].map((other) => ({
        title: `Change to ${other}`,
        edits: separate(dashes, other),
        kind: 'offered',
      })),
    };
  }
  if (heading) return underlining(dashes, heading, span, isHabit());
  if (!below) {
    const start = text.slice(0, line.start).trimEnd().length;
    const edit = { span: { start, end: line.end }, newText: lineEndOf(text) };
    return {
      message: 'At the end of the file this is not a separator but a line across the last slide. Remove it.',
      span,
      fixes: [{ title: 'Remove the line', edits: [edit], kind: 'visible' }],
    };
  }
  return drawing(dashes, span, isHabit);
}

/** Dashes that make the text above them a heading, which may be meant. */
function underlining(dashes: Dashes, heading: TextBlock, span: Span, isHabit: boolean): RuleFinding {
  const separator = makeSeparator(dashes, 'offered');
  if (isHabit && dashes.opening && dashes.next && !isTitle(heading, dashes.text)) {
    return {
      message: `${reasonOf(dashes)} ${EFFECT} The text above becomes a heading.`,
      span,
      fixes: [separator],
    };
  }
  const shorter = makeHeading(dashes, heading);
  const change = shorter ? `, or write "${shorter.edits[0]!.newText}" for a heading` : '';
  return {
    severity: 'warning',
    message: `The dashes make the text above a heading, and HedgeDoc does not split here. Insert an empty line above them for a separator${change}.`,
    span,
    fixes: [...(dashes.below ? [separator] : []), ...(shorter ? [shorter] : [])],
  };
}

/** Dashes that draw a line across the slide, which may be meant unless only white space is wrong. */
function drawing(dashes: Dashes, span: Span, isHabit: () => boolean): RuleFinding | null {
  const reason = reasonOf(dashes);
  if (!reason) return null;
  const { line, above, below, opening, next } = dashes;
  const isInvisible =
    !/^[ \t]/.test(line.text) && above.text.trim() === '' && (below?.text ?? '').trim() === '';
  const isCertain = isInvisible || (next !== null && next.level <= (opening?.level ?? 0) && isHabit());
  return {
    ...(!isInvisible && !next && { severity: 'warning' }),
    message: `${reason} ${EFFECT}`,
    span,
    fixes: [makeSeparator(dashes, isCertain ? 'visible' : 'offered')],
  };
}

function makeSeparator(dashes: Dashes, kind: Fix['kind']): Fix {
  return { title: 'Make it a separator', edits: separate(dashes, dashes.line.text.trim()), kind };
}

/** The same heading with `#`; null if it has more than one line, or would not be the same. */
function makeHeading({ line, above, text }: Dashes, { level, span }: TextBlock): Fix | null {
  const words = text.slice(span.start, span.end);
  if (span.start < above.start || above.text.trim() !== words || words.endsWith('#')) return null;
  const newText = `${'#'.repeat(level)} ${words}`;
  return {
    title: `Change to ${newText}`,
    edits: [{ span: { start: span.start, end: line.end }, newText }],
    kind: 'offered',
  };
}

/** In UTF-16 code units. Longer texts are not headings. */
const MAX_TITLE = 80;

/** Whether a text may be a heading: one short line that does not end like a sentence. */
function isTitle({ span, plain }: TextBlock, text: string): boolean {
  return (
    !/[\r\n]/.test(text.slice(span.start, span.end)) && plain.length <= MAX_TITLE && !/[.,;]$/.test(plain)
  );
}

/**
 * Whether at least two slides of the deck come after separators of as many dashes, and most of them begin with a heading
 * of the same level as what is below these.
 */
function isHabit({ line, next }: Dashes, slides: readonly MarkedSlide[], { text }: Deck): boolean {
  if (!next) return false;
  const written = line.text.trim();
  const alike = slides.filter(
    ({ slide: { separator } }) => text.slice(separator.start, separator.end).trim() === written,
  );
  const beginning = alike.filter((slide) => openingLevel(slide) === next.level);
  return alike.length >= 2 && beginning.length * 2 > alike.length;
}

const openingLevel = perSlide((markup, text) => firstHeading(0, markup, text)?.level ?? 0);

function reasonOf({ line, above, below }: Dashes): string | null {
  if (/^[ \t]/.test(line.text)) return 'A separator must not be indented.';
  if (/[ \t]$/.test(line.text)) return 'A separator must not have spaces after it.';
  if (above.text.trim() !== '') return 'A separator needs an empty line above it.';
  if (below && below.text.trim() !== '') return 'A separator needs an empty line below it.';
  if (above.text !== '' || (below && below.text !== ''))
    return 'The lines around a separator must be empty, but contain spaces.';
  return null;
}

/** The smallest edits that turn the line into a separator. */
function separate({ line, above, below, text }: Dashes, dashes: string): TextEdit[] {
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

function inDocument({ span, fixes = [], ...found }: RuleFinding, { at }: MarkedSlide): RuleFinding {
  const moved = fixes.map((fix) => ({
    ...fix,
    edits: fix.edits.map(({ span, newText }) => ({ span: at(span), newText })),
  }));
  return { ...found, span: at(span), fixes: moved };
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
