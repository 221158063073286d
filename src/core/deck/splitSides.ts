import type { Span } from '../text/spans';
import type { Conflict, Side } from './conflicts';
import { parsePlain } from './frontMatter';
import type { Separators } from './separators';
import { sideText } from './sideText';
import { type SlidePlace, splitSlides } from './splitSlides';

/**
 * Splits a document with merge conflicts: each side by itself, with the lines that both have. Slides that are the same
 * on both sides are there once. The others are in the order of their conflicts, those of the current side first.
 */
export function splitSides(
  text: string,
  conflicts: readonly Conflict[],
  separators: Separators,
): SlidePlace[] {
  const touching = touchingIn(conflicts);
  const current = splitSide(text, conflicts, 'current', separators, touching);
  const incoming = splitSide(text, conflicts, 'incoming', separators, touching);
  const known = new Set(incoming.map(keyOf));
  const places: SlidePlace[] = [];
  let differing: SlidePlace[] = [];
  let next = 0;
  for (const place of current) {
    const key = keyOf(place);
    if (!known.has(key) || touching(place.span).some(({ span }) => overlap(span, place.span))) {
      differing.push(place);
      continue;
    }
    while (keyOf(incoming[next]!) !== key) differing.push(incoming[next++]!);
    next++;
    const { separator, vertical, span } = place;
    places.push(...inOrder(differing), { separator, vertical, span });
    differing = [];
  }
  return [...places, ...inOrder([...differing, ...incoming.slice(next)])];
}

/** Slides of both sides in the order of their conflicts; each side's keep theirs. */
function inOrder(places: readonly SlidePlace[]): SlidePlace[] {
  const at = ({ conflict }: SlidePlace) => conflict!.conflicts[0]!.span.start;
  return [...places].sort((a, b) => at(a) - at(b) || compare(a.conflict!.side, b.conflict!.side));
}

function compare(a: Side, b: Side): number {
  return a === b ? 0 : a === 'current' ? -1 : 1;
}

function keyOf({ span, vertical }: SlidePlace): string {
  return `${span.start} ${span.end} ${vertical}`;
}

/** The slides of one side, as if all of them were in a conflict. */
function splitSide(
  whole: string,
  conflicts: readonly Conflict[],
  side: Side,
  separators: Separators,
  touching: (span: Span) => readonly Conflict[],
): SlidePlace[] {
  const { text, place } = sideText(whole, conflicts, side);
  const split = splitSlides(text, parsePlain(text)?.span.end ?? 0, separators);
  return split.map(({ separator, vertical, span }, index) => {
    const written = { separator: place(separator), span: place(span) };
    const own = touching({ start: written.separator.start, end: written.span.end });
    const next = split[index + 1]?.separator ?? span;
    return {
      ...written,
      vertical,
      text: text.slice(span.start, span.end),
      conflict: {
        side,
        conflicts: own.length > 0 ? own : conflictsNear(place(next), conflicts, touching),
        place: ({ start, end }) => place({ start: span.start + start, end: span.start + end }),
      },
    };
  });
}

/** Why a slide that no conflict touches differs: for the separator after it, or for what is before it. */
function conflictsNear(
  next: Span,
  conflicts: readonly Conflict[],
  touching: (span: Span) => readonly Conflict[],
): readonly Conflict[] {
  const there = touching(next);
  if (there.length > 0) return there;
  return [conflicts.findLast(({ span }) => span.end <= next.start) ?? conflicts[0]!];
}

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Finds the conflicts that a span of the document overlaps or adjoins. */
function touchingIn(conflicts: readonly Conflict[]): (span: Span) => readonly Conflict[] {
  return ({ start, end }) => {
    let low = 0;
    let high = conflicts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (conflicts[middle]!.span.end < start) low = middle + 1;
      else high = middle;
    }
    const touched: Conflict[] = [];
    for (let at = low; conflicts[at] && conflicts[at]!.span.start <= end; at++) touched.push(conflicts[at]!);
    return touched;
  };
}
