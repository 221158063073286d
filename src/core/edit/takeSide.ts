import type { Conflict, Side } from '../deck/conflicts';
import type { Deck, Slide } from '../deck/deck';
import { type ParseOptions, parseDeck } from '../deck/parseDeck';
import { slideAt } from '../summary/slideAt';
import type { Span } from '../text/spans';
import { applyEdits, type TextEdit } from '../text/textEdits';
import { separatorText } from './lineStyle';
import type { EditResult } from './plan';
import { asOwnText, asUpperHalf } from './slideEnds';

/** What is to stay of a merge conflict: the lines of one side, or those of both, the current ones first. */
export type Taken = Side | 'both';

/** Resolves the merge conflicts that touch a slide. If it is in none, there is nothing to do. */
export function takeSide(
  deck: Deck,
  index: number,
  taken: 'this' | 'both',
  options: ParseOptions = {},
): EditResult {
  const { side, conflicts = [] } = deck.slides[index]?.conflict ?? {};
  if (!side || !conflicts[0]) return { refusal: 'nothing' };
  const kept = taken === 'both' ? 'both' : side;
  const edits = conflicts.flatMap((conflict) => resolving(deck, conflict, kept, options));
  const resolved = parseDeck(applyEdits(deck.text, edits), { ...options, setup: deck.setup });
  return { edits, slides: [slideAt(resolved, conflicts[0].span.start + 1).index] };
}

/** The edits that resolve one merge conflict. */
export function resolving(
  deck: Deck,
  conflict: Conflict,
  taken: Taken,
  options: ParseOptions = {},
): TextEdit[] {
  const { span, current, incoming } = conflict;
  const removing = (start: number, end: number) => ({ span: { start, end }, newText: '' });
  if (taken !== 'both') {
    const { start, end } = conflict[taken].span;
    return [removing(span.start, start), removing(end, span.end)];
  }
  const apart = areWholeSlides(deck, conflict) ? apartFrom(deck, conflict, options) : null;
  if (apart !== null) return [{ span, newText: apart }];
  return [
    removing(span.start, current.span.start),
    removing(current.span.end, incoming.span.start),
    removing(incoming.span.end, span.end),
  ];
}

/** Both sides with a separator between them; null if the deck doesn't show what it looks like. */
function apartFrom(deck: Deck, { current, incoming }: Conflict, options: ParseOptions): string | null {
  const [first] = slidesIn(deck, 'incoming', incoming.span);
  const example = withoutConflicts(deck);
  const separator = separatorText(example, (first?.v ?? 0) > 0, options);
  if (separator === null) return null;
  const [upper, lower] = [current, incoming].map(({ span }) => deck.text.slice(span.start, span.end));
  return asUpperHalf(deck, upper!, separator) + separator + asOwnText(example, lower!);
}

/** The slides, separators included, that no conflict touches: they show how the deck is written. */
function withoutConflicts(deck: Deck): Deck {
  const isWhole = ({ conflict, separator }: Slide) =>
    !conflict &&
    deck.conflicts.every(({ span }) => span.end <= separator.start || span.start >= separator.end);
  return { ...deck, slides: deck.slides.filter(isWhole) };
}

/**
 * Whether each side has slides of its own here, and no separator where they meet: without one, two slides would become
 * one.
 */
function areWholeSlides(deck: Deck, { span, current, incoming }: Conflict): boolean {
  const isBlank = (start: number, end: number) => deck.text.slice(start, end).trim() === '';
  const [upper, lower] = [slidesIn(deck, 'current', current.span), slidesIn(deck, 'incoming', incoming.span)];
  const areWhole = [upper, lower].every(
    (slides) =>
      isBlank(slides[0]?.span.start ?? 0, span.start) && isBlank(span.end, slides.at(-1)?.span.end ?? 0),
  );
  return (
    areWhole &&
    [current, incoming].every((side) => !isBlank(side.span.start, side.span.end)) &&
    isBlank(upper.at(-1)?.span.end ?? 0, current.span.end) &&
    isBlank(incoming.span.start, lower[0]?.span.start ?? 0)
  );
}

function slidesIn({ slides }: Deck, side: Side, { start, end }: Span): Slide[] {
  return slides.filter(
    ({ conflict, span }) => conflict?.side === side && span.start < end && span.end > start,
  );
}
