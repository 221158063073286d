import type { Deck, Dialect } from '../deck/deck';
import { splitsAtBlankLines } from '../deck/namedSetups';
import { lineEndOf } from '../text/lineEnds';
import type { Span } from '../text/spans';
import { BEGINS_LINE, ENDS_LINE } from './lineStyle';

/** A slide to be written, with the separator before it; the first slide has none. */
export interface Piece {
  readonly text: string;
  readonly separator: string;
  readonly below: boolean;
  /**
   * Whether it needs line ends around it, which no rule of the dialect requires, to set it off from the
   * separators.
   */
  readonly padded: boolean;
}

/** Slides as written. Offsets are of `text`. */
export interface Draft {
  /** What to write before each piece's text, and after the last one's. */
  readonly joints: readonly string[];
  readonly text: string;
  readonly texts: readonly string[];
  /** The texts' places in `text`, including the line ends added to them. */
  readonly spans: readonly Span[];
  /** Where the texts themselves start in `text`. */
  readonly starts: readonly number[];
}

/** Puts slides together, adding the line ends without which their separators would not be recognized. */
export function compose(deck: Deck, pieces: readonly Piece[], head = '', tail = ''): Draft {
  const lineEnd = lineEndOf(deck.text);
  const written = [head];
  let length = head.length;
  let endsWithCr = head.endsWith('\r');
  const write = (addition: string) => {
    if (addition === '') return;
    written.push(addition);
    length += addition.length;
    endsWithCr = addition.endsWith('\r');
  };
  /** CR and LF would become one line end if nothing were between them. */
  const breakBefore = (next: string, between: '\r' | '\n') => {
    if (endsWithCr && next.startsWith('\n')) write(between);
  };
  const joints: string[] = [];
  const spans: Span[] = [];
  const starts: number[] = [];
  let jointStart = written.length;
  const endJoint = () => joints.push(written.slice(jointStart).join(''));
  pieces.forEach((piece, index) => {
    const place = { head: index === 0 ? head : null, last: index === pieces.length - 1 && tail === '' };
    const before = needsLineEndBefore(piece, place, deck.dialect) ? lineEnd : '';
    breakBefore(piece.separator, '\r');
    write(piece.separator);
    breakBefore(before + piece.text, '\n');
    write(before);
    endJoint();
    const start = length;
    write(piece.text);
    jointStart = written.length;
    write(fillerAfter(piece, place, deck).replace('\n', lineEnd));
    starts.push(start);
    spans.push({ start: start - before.length, end: length });
  });
  breakBefore(tail, '\r');
  write(tail);
  endJoint();
  return { joints, text: written.join(''), texts: pieces.map(({ text }) => text), spans, starts };
}

interface PieceContext {
  /** What precedes the first slide; null for all others. */
  readonly head: string | null;
  /** Whether nothing follows. */
  readonly last: boolean;
}

function needsLineEndBefore({ text, padded }: Piece, { head }: PieceContext, dialect: Dialect): boolean {
  if (text === '' || BEGINS_LINE.test(text)) return false;
  if (head !== null) return head !== '' && head !== '\ufeff' && !ENDS_LINE.test(head);
  return dialect === 'hedgedoc' || padded;
}

/** What to add to a slide's text, with LF line ends. */
function fillerAfter(
  { text, below, padded }: Piece,
  { head, last }: PieceContext,
  { dialect, setup, frontMatter }: Deck,
): string {
  if (last) return '';
  const isBlankLines = splitsAtBlankLines(setup);
  const needsNothing = dialect === 'reveal' && !isBlankLines;
  if (text !== '') {
    return ENDS_LINE.test(text) || (needsNothing && !padded) ? '' : '\n';
  }
  if (needsNothing) return '';
  // What is read as slides begins right after the frontmatter, as if a line began there.
  const atLineStart = head === null || head.length === (frontMatter?.span.end ?? 0) || ENDS_LINE.test(head);
  if (!atLineStart) return '\n';
  // Around an empty slide the separating empty lines would run together.
  const runsTogether = below || (head !== null && ENDS_LINE.test(head));
  return isBlankLines && runsTogether ? ' \n' : '';
}
