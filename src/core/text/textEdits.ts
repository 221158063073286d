import type { Span } from './spans';

/** A single replacement in a document. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** The text after all edits, whose spans are of the original text and do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let from = 0;
  for (const { span, newText } of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    result += text.slice(from, span.start) + newText;
    from = span.end;
  }
  return result + text.slice(from);
}

/** The edits that make the original text of what `applyEdits` returns. */
export function reverseEdits(text: string, edits: readonly TextEdit[]): TextEdit[] {
  let shift = 0;
  return edits
    .toSorted((a, b) => a.span.start - b.span.start)
    .map(({ span: { start, end }, newText }) => {
      const from = start + shift;
      shift += newText.length - (end - start);
      return { span: { start: from, end: from + newText.length }, newText: text.slice(start, end) };
    });
}

/** Part of an edited text: a part of the original text, or new text. */
type Piece = Span | string;

/**
 * Edits that do in one step what rounds of edits do, each of which applies to the text made by the one
 * before.
 */
export function joinEdits(text: string, rounds: readonly (readonly TextEdit[])[]): TextEdit[] {
  const all: Piece[] = [{ start: 0, end: text.length }];
  const pieces = rounds.reduce(editPieces, all);
  const edits: TextEdit[] = [];
  let from = 0;
  let newText = '';
  for (const piece of [...pieces, { start: text.length, end: text.length }]) {
    if (typeof piece === 'string') {
      newText += piece;
      continue;
    }
    if (newText !== '' || from < piece.start)
      edits.push({ span: { start: from, end: piece.start }, newText });
    from = piece.end;
    newText = '';
  }
  return edits;
}

function editPieces(pieces: readonly Piece[], edits: readonly TextEdit[]): Piece[] {
  const result: Piece[] = [];
  const left = [...pieces].reverse();
  let at = 0;
  /** Takes everything up to an offset. */
  const take = (end: number): Piece[] => {
    const taken: Piece[] = [];
    while (at < end) {
      const piece = left.pop()!;
      const [head, tail] = split(piece, end - at);
      taken.push(head);
      at += lengthOf(head);
      if (tail) left.push(tail);
    }
    return taken;
  };
  for (const { span, newText } of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    result.push(...take(span.start));
    take(span.end);
    result.push(newText);
  }
  return [...result, ...left.reverse()];
}

function lengthOf(piece: Piece): number {
  return typeof piece === 'string' ? piece.length : piece.end - piece.start;
}

/** The piece up to a length, and the rest if there is any. */
function split(piece: Piece, length: number): [Piece, Piece?] {
  if (lengthOf(piece) <= length) return [piece];
  if (typeof piece === 'string') return [piece.slice(0, length), piece.slice(length)];
  const middle = piece.start + length;
  return [
    { start: piece.start, end: middle },
    { start: middle, end: piece.end },
  ];
}
