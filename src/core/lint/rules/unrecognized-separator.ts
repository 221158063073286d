import { type DashSeparators, dashSeparators } from '../../deck/dashSeparators';
import type { Deck } from '../../deck/deck';
import { TOOL_NAMES } from '../../deck/namedSetups';
import type { MarkedSlide } from '../../markup/markedSlide';
import type { TextBlock } from '../../markup/markup';
import { lineEndOf } from '../../text/lineEnds';
import type { Span } from '../../text/spans';
import type { TextEdit } from '../../text/textEdits';
import { type Dashes, dashesIn, type Line, openingLevel } from '../dashLines';
import type { Fix, Rule, RuleDocs, RuleFinding } from '../rule';

export const unrecognizedSeparator: Rule = {
  id: 'unrecognized-separator',
  severity: 'error',
  dialects: 'all',
  description: 'A line of dashes looks like a separator but does not split slides.',
  fixes: ['visible', 'offered'],
  checkDeck({ deck, slides, report }) {
    const separators = dashSeparators(deck.separators);
    if (deck.isGuess || separators.horizontal === null) return;
    const isHabit = (dashes: Dashes) => isHabitual(dashes, slides, deck);
    const splitting = { deck, separators, isHabit };
    for (const slide of slides) {
      for (const dashes of dashesIn(slide)) {
        const found = check(dashes, splitting);
        if (found) report(inDocument(found, slide));
      }
    }
  },
};

export const docs: RuleDocs = {
  why: 'HedgeDoc splits only at `---` and `----` between empty lines, with nothing else on the line. Tools of reveal.js split only at the separators they are set to, without spaces before or after them. At any other line of dashes two slides become one, or the line above becomes a heading.',
  example: {
    before: '# One\n\nText of the first slide\n\n---\n# Two\n',
    after: '# One\n\nText of the first slide\n\n---\n\n# Two\n',
  },
  spared:
    'Underlines that are as long as their heading or have a number of dashes that no separator has. Code, comments and tables. A line `—`, unless it is between the text of one slide and the heading of the next. Decks of reveal.js that are not split by dashes, and decks whose tool is a guess.',
  verdict:
    'Stop the commit: two slides are one. Where a heading or a line across the slide may be meant, it is a warning.',
};

/** What splits the deck. */
interface Splitting {
  readonly deck: Deck;
  readonly separators: DashSeparators;
  /** Whether the rest of the deck shows that dashes are meant to be a separator. */
  isHabit(dashes: Dashes): boolean;
}

function check(dashes: Dashes, splitting: Splitting): RuleFinding | null {
  const { line, above, below, heading, text } = dashes;
  const { deck, separators } = splitting;
  const written = line.text.trim();
  const span = { start: line.start + line.text.search(/\S/), end: line.start + line.text.trimEnd().length };
  const own = [separators.horizontal!, separators.vertical].filter((each) => each !== null);
  const isOther = !own.includes(written);
  if (heading && (isOther || written.length === above.text.trim().length)) return null;
  if (isOther) {
    if (!/^-+$/.test(written) && !isBetweenSlides(dashes)) return null;
    return {
      message: `${expected(separators)} ${effectIn(deck)}`,
      span,
      fixes: own.map((separator) => ({
        title: `Change to ${separator}`,
        edits: separate(dashes, separator, separators),
        kind: 'offered',
      })),
    };
  }
  // At the end, other tools add different line ends.
  if (!below && deck.setup.tool !== 'hedgedoc') return null;
  if (heading) return underlining(dashes, heading, span, splitting);
  if (!below) {
    const start = text.slice(0, line.start).trimEnd().length;
    const edit = { span: { start, end: line.end }, newText: lineEndOf(text) };
    return {
      message: 'At the end of the file this is not a separator but a line across the last slide. Remove it.',
      span,
      fixes: [{ title: 'Remove the line', edits: [edit], kind: 'visible' }],
    };
  }
  return drawing(dashes, below, span, splitting);
}

/** Dashes that make the text above them a heading, which may be meant. */
function underlining(dashes: Dashes, heading: TextBlock, span: Span, splitting: Splitting): RuleFinding {
  const { deck, separators, isHabit } = splitting;
  const separator = makeSeparator(dashes, 'offered', separators);
  if (isHabit(dashes) && dashes.opening && dashes.next && !isTitle(heading, dashes.text)) {
    return {
      message: `${reasonOf(dashes, separators)} ${effectIn(deck)} The text above becomes a heading.`,
      span,
      fixes: [separator],
    };
  }
  const shorter = makeHeading(dashes, heading);
  const change = shorter ? `, or write "${shorter.edits[0]!.newText}" for a heading` : '';
  const remedy = separators.needEmptyLines
    ? 'Insert an empty line above them'
    : 'Remove the spaces beside them';
  return {
    severity: 'warning',
    message: `The dashes make the text above a heading, and ${toolOf(deck)} does not split here. ${remedy} for a separator${change}.`,
    span,
    fixes: [...(dashes.below ? [separator] : []), ...(shorter ? [shorter] : [])],
  };
}

/** Dashes that draw a line across the slide, which may be meant unless only white space is wrong. */
function drawing(
  dashes: Dashes,
  below: Line,
  span: Span,
  { deck, separators, isHabit }: Splitting,
): RuleFinding | null {
  const reason = reasonOf(dashes, separators);
  if (!reason) return null;
  const { line, above, opening, next } = dashes;
  const isInvisible =
    !/^[ \t]/.test(line.text) && (!separators.needEmptyLines || (isBlank(above) && isBlank(below)));
  const isCertain = isInvisible || (next !== null && next.level <= (opening?.level ?? 0) && isHabit(dashes));
  return {
    ...(!isInvisible && !next && { severity: 'warning' }),
    message: `${reason} ${effectIn(deck)}`,
    span,
    fixes: [makeSeparator(dashes, isCertain ? 'visible' : 'offered', separators)],
  };
}

function toolOf({ setup }: Deck): string {
  return TOOL_NAMES[setup.tool];
}

function effectIn(deck: Deck): string {
  return `${toolOf(deck)} does not split here: both slides become one.`;
}

const NUMBERS: Readonly<Record<number, string>> = { 2: 'two', 3: 'three', 4: 'four', 5: 'five' };

function expected({ horizontal, vertical }: DashSeparators): string {
  const number = (dashes: string) => NUMBERS[dashes.length]!;
  const other = vertical === null ? '' : `, or ${number(vertical)} for a vertical slide`;
  return `A separator has ${number(horizontal!)} dashes${other}.`;
}

/** Dashes of a word processor alone may also be a mark for nothing to say. */
function isBetweenSlides({ line, above, below, text }: Dashes): boolean {
  const before = text.slice(0, line.start).trimEnd();
  const isAfterText = before !== '' && !/(?:^|[\r\n])#[^\r\n]*$/.test(before);
  const isBeforeSlide = /^(?:#{1,6}[ \t]|<!--[ \t]*\.slide)/.test(text.slice(line.end).trimStart());
  return isAfterText && isBeforeSlide && isBlank(above) && below !== undefined && isBlank(below);
}

function isBlank({ text }: Line): boolean {
  return text.trim() === '';
}

function makeSeparator(dashes: Dashes, kind: Fix['kind'], separators: DashSeparators): Fix {
  const edits = separate(dashes, dashes.line.text.trim(), separators);
  return { title: 'Make it a separator', edits, kind };
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
function isHabitual({ line, next }: Dashes, slides: readonly MarkedSlide[], { text }: Deck): boolean {
  if (!next) return false;
  const written = line.text.trim();
  const alike = slides.filter(
    ({ slide: { separator } }) => text.slice(separator.start, separator.end).trim() === written,
  );
  const beginning = alike.filter((slide) => openingLevel(slide) === next.level);
  return alike.length >= 2 && beginning.length * 2 > alike.length;
}

function reasonOf({ line, above, below }: Dashes, { needEmptyLines }: DashSeparators): string | null {
  if (/^[ \t]/.test(line.text)) return 'A separator must not be indented.';
  if (/[ \t]$/.test(line.text)) return 'A separator must not have spaces after it.';
  if (!needEmptyLines) return null;
  if (!isBlank(above)) return 'A separator needs an empty line above it.';
  if (below && !isBlank(below)) return 'A separator needs an empty line below it.';
  if (above.text !== '' || (below && below.text !== ''))
    return 'The lines around a separator must be empty, but contain spaces.';
  return null;
}

/** The smallest edits that turn the line into a separator. */
function separate(
  { line, above, below, text }: Dashes,
  dashes: string,
  { needEmptyLines }: DashSeparators,
): TextEdit[] {
  if (!needEmptyLines) return [{ span: { start: line.start, end: line.end }, newText: dashes }];
  const lineEnd = lineEndOf(text);
  const edits: TextEdit[] = [];
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
