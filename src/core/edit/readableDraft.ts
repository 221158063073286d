import type { Deck } from '../deck/deck';
import { splitsAtBlankLines } from '../deck/namedSetups';
import { type ParseOptions, parseDeck } from '../deck/parseDeck';
import type { Span } from '../text/spans';
import { compose, type Draft, type Piece } from './compose';

/** No deck needs more; beyond that, repair fails. */
const MAX_REPAIRS = 20;

/**
 * Slides written so that they are read as these same slides. The written text is read again; where it would
 * be read as other slides, it is repaired. Null if that fails, as it may with custom separators.
 */
export function readableDraft(
  deck: Deck,
  wanted: readonly Piece[],
  head: string,
  tail: string,
  options: ParseOptions,
): Draft | null {
  let pieces: readonly Piece[] | null = wanted;
  for (let repairs = 0; pieces && repairs <= MAX_REPAIRS; repairs++) {
    const draft = compose(deck, pieces, head, tail);
    const misread = findMisread(deck, pieces, draft, options);
    if (!misread) return draft;
    pieces = repair(deck, pieces, draft, misread);
  }
  return null;
}

interface Misread {
  readonly index: number;
  /** What was taken for a separator, or for frontmatter. */
  readonly mistaken: Span | undefined;
}

/** The first slide that is not read from the draft as intended. */
function findMisread(
  deck: Deck,
  pieces: readonly Piece[],
  { text, spans }: Draft,
  options: ParseOptions,
): Misread | null {
  const { frontMatter, slides } = parseDeck(text, { ...options, setup: deck.setup }, deck);
  const bodyStart = deck.frontMatter?.span.end ?? 0;
  if ((frontMatter?.span.end ?? 0) !== bodyStart) return { index: 0, mistaken: { start: 0, end: 3 } };
  const isRead = (span: Span, index: number) => {
    const slide = slides[index];
    if (!slide || slide.v > 0 !== pieces[index]!.below) return false;
    if (index === spans.length - 1 && slides.length > spans.length) return false;
    const start = index === 0 ? span.start : slide.span.start;
    const { end } = slide.span;
    if (!splitsAtBlankLines(deck.setup)) return start === span.start && end === span.end;
    const around = text.slice(start, span.start) + text.slice(span.end, end);
    return start <= span.start && span.end <= end && /^[\r\n]*$/.test(around);
  };
  const index = spans.findIndex((span, at) => !isRead(span, at));
  return index < 0 ? null : { index, mistaken: slides[index + 1]?.separator };
}

/**
 * Indents dashes that must not be a separator; else adds line ends around a separator that the deck's pattern
 * missed.
 */
function repair(
  { dialect, setup }: Deck,
  pieces: readonly Piece[],
  { text, spans, starts }: Draft,
  { index, mistaken }: Misread,
): Piece[] | null {
  const span = spans[index]!;
  const dashes = mistaken ? text.indexOf('-', Math.max(mistaken.start, span.start)) : -1;
  if (mistaken && dashes >= 0 && dashes < Math.min(mistaken.end, span.end)) {
    const piece = pieces[index]!;
    const at = dashes - starts[index]!;
    return pieces.with(index, { ...piece, text: `${piece.text.slice(0, at)} ${piece.text.slice(at)}` });
  }
  const needsLineEnds = dialect === 'hedgedoc' || splitsAtBlankLines(setup);
  if (needsLineEnds || pieces[index]!.padded) return null;
  return pieces.map((piece, at) => (at === index || at === index + 1 ? { ...piece, padded: true } : piece));
}
