import type { Deck } from '../deck/deck';
import { splitsAtBlankLines } from '../deck/namedSetups';
import type { Pattern } from '../deck/separators';
import { readSlideContent } from '../deck/slideContent';
import { countLineEnds, lineEndOf } from '../text/lineEnds';
import { withoutBlankEnds } from './anatomy';
import { BEGINS_LINE, ENDS_LINE } from './lineStyle';

/** A text as a new slide of the deck, with empty lines at its ends like those of the deck's other slides. */
export function asSlide(deck: Deck, text: string): string {
  const own = asOwnText(deck, text);
  if (own === '' || ENDS_LINE.test(own) || !endsWithLineEnd(deck)) return own;
  return own + lineEndOf(deck.text);
}

/** A text as it follows a separator of the deck. */
export function asOwnText(deck: Deck, text: string): string {
  if (splitsAtBlankLines(deck.setup)) {
    const { start, end } = withoutBlankEnds(text);
    return text.slice(start, end);
  }
  if (text === '' || BEGINS_LINE.test(text) || !beginsWithEmptyLine(deck)) return text;
  return lineEndOf(deck.text) + text;
}

/** HedgeDoc requires it; in reveal decks it is a habit. */
function beginsWithEmptyLine({ dialect, slides }: Deck): boolean {
  return dialect === 'hedgedoc' || slides.length < 2 || /^[\r\n]/.test(slides[1]!.content.text);
}

function endsWithLineEnd({ setup, dialect, slides }: Deck): boolean {
  return (
    dialect === 'hedgedoc' ||
    splitsAtBlankLines(setup) ||
    slides.length < 2 ||
    /[\r\n]$/.test(slides[0]!.content.text)
  );
}

/** Joins two slides' texts with an empty line between. If the first has notes, those of both come last. */
export function joinedText(deck: Deck, first: string, second: string, notesSeparator: Pattern): string {
  const join = (...texts: string[]) => texts.reduce((above, below) => withEmptyLine(deck, above, below));
  const upper = readSlideContent(first, notesSeparator);
  if (!upper.notes) return join(first, second);
  const lower = readSlideContent(second, notesSeparator);
  const notes = lower.notes ? second.slice(lower.notes.start, lower.notes.end) : '';
  return join(
    first.slice(0, upper.body.end),
    second.slice(0, lower.body.end),
    first.slice(upper.body.end),
    notes,
  );
}

function withEmptyLine(deck: Deck, above: string, below: string): string {
  if (above === '' || below === '') return above + below;
  const lineEnd = lineEndOf(deck.text);
  const end = /[\r\n\u2028\u2029]*$/.exec(above.slice(-4))![0].replace(/[\u2028\u2029]/g, '\n');
  const start = /^[\r\n]*/.exec(below.slice(0, 4))![0];
  let between = '';
  while (countLineEnds(end + between + start) < 2) between += lineEnd;
  return above + between + below;
}

/** The offset of the line that contains an offset, or of the next line if the offset is at the line's end. */
export function lineBoundary(text: string, offset: number): number {
  const before = /[^\r\n]*$/.exec(text.slice(0, offset))![0];
  if (before === '') return offset;
  const lineEnd = /^(?:\r\n?|\n|$)/.exec(text.slice(offset));
  return lineEnd ? offset + lineEnd[0].length : offset - before.length;
}

/** A text as it precedes a separator of the deck: an empty line at its end becomes the separator's. */
export function asUpperHalf({ setup }: Deck, text: string, separator: string): string {
  if (splitsAtBlankLines(setup)) return text.slice(0, withoutBlankEnds(text).end);
  if (!BEGINS_LINE.test(separator)) return text;
  return text.replace(/(?<=\r\n|\r(?!\n)|\n)(?:\r\n|\r(?!\n)|\n)$/, '');
}
