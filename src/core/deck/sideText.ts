import type { Span } from '../text/spans';
import type { Conflict, Side } from './conflicts';

/** A text as one side of its merge conflicts has it. */
export interface SideText {
  readonly text: string;
  /**
   * Where a span of it is in the whole text: from its first character to its last, with whatever markers and lines of
   * the other side are between them.
   */
  place(span: Span): Span;
}

/** The lines that both sides have, and those of one. */
export function sideText(whole: string, conflicts: readonly Conflict[], side: Side): SideText {
  const pieces: { readonly start: number; readonly source: number }[] = [];
  let text = '';
  const add = (start: number, end: number) => {
    if (end > start) pieces.push({ start: text.length, source: start });
    text += whole.slice(start, end);
  };
  let from = 0;
  for (const conflict of conflicts) {
    add(from, conflict.span.start);
    add(conflict[side].span.start, conflict[side].span.end);
    from = conflict.span.end;
  }
  add(from, whole.length);
  const toSource = (offset: number) => {
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (pieces[middle]!.start <= offset) low = middle;
      else high = middle - 1;
    }
    const piece = pieces[low];
    return piece ? piece.source + offset - piece.start : whole.length;
  };
  return {
    text,
    place: ({ start, end }) => {
      const first = toSource(start);
      return { start: first, end: end > start ? toSource(end - 1) + 1 : first };
    },
  };
}
