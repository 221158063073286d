import type { MarkedSlide } from '../markup/markedSlide';
import type { TextBlock } from '../markup/markup';
import { perSlide } from '../markup/perSlide';
import { visibleTexts } from '../markup/visibleTexts';
import { findDates, type WrittenDate } from './dates';

/** A date on a slide. Its span is relative to the slide's text. */
export interface SlideDate extends WrittenDate {
  readonly block: TextBlock;
}

/** The dates on a slide and in its notes, in text order. */
export const slideDates = perSlide((markup): readonly SlideDate[] =>
  visibleTexts(markup).flatMap(({ text, span, block }) =>
    findDates(text).map((date) => ({
      ...date,
      block,
      span: { start: span.start + date.span.start, end: span.start + date.span.end },
    })),
  ),
);

/**
 * The slide that says which meeting a deck is for: the first one; or the second, if only that one has a
 * heading with the word for a meeting, as in decks whose first slide is the community's name.
 */
export function titleSlide([first, second]: readonly MarkedSlide[]): MarkedSlide {
  return second && !namesMeeting(first!) && namesMeeting(second) ? second : first!;
}

/** The full dates on a title slide, without its notes. The last one in a heading, or else the last, is that of the meeting. */
export function meetingDates(slide: MarkedSlide): {
  all: readonly SlideDate[];
  likeliest: SlideDate | undefined;
} {
  const all = slideDates(slide).filter(({ year, block }) => year !== null && !block.inNotes);
  return { all, likeliest: all.findLast(({ block }) => block.kind === 'heading') ?? all.at(-1) };
}

const namesMeeting = perSlide(({ blocks }) =>
  blocks.some(({ kind, plain }) => kind === 'heading' && /\b(?:call|meeting)\b/i.test(plain)),
);
