import { type Day, dayOfFile, exists, isoDate } from '../../community/dates';
import { meetingDates, type SlideDate, titleSlide } from '../../community/slideDates';
import type { MarkedSlide } from '../../markup/markedSlide';
import type { Span } from '../../text/spans';
import { changeTo } from '../changeTo';
import type { DeckContext, Fix, Rule, RuleDocs } from '../rule';

/** Checks only files named after a day. `implausible-date` covers the other slides. */
export const dateMismatch: Rule = {
  id: 'date-mismatch',
  severity: 'error',
  dialects: 'hedgedoc',
  description: 'The date on the title slide is missing, impossible, or differs from the file name.',
  fixes: ['offered'],
  checkDeck(context) {
    const expected = dayOfFile(context.files.deck);
    if (!expected) return;
    const slide = titleSlide(context.slides);
    const { all, likeliest } = meetingDates(slide);
    if (all.some((date) => isSame(date, expected))) return;
    if (likeliest) reportDate(likeliest, slide, expected, context);
    else reportMissing(slide, expected, context);
  },
};

export const docs: RuleDocs = {
  why: 'Decks of community calls are named after their day, such as `20240822.md`, and are found by it. A deck that starts as a copy of the last one often keeps the old date on its title slide.',
  example: {
    given: 'The deck is `20240822.md`.',
    before: '# Community Call 2024-08-15\n',
    after: '# Community Call 2024-08-22\n',
    context: { deck: '20240822.md' },
  },
  spared:
    'Files that are not named after a day; dates without a year, on other slides or in notes; and title slides without a heading. A date that is still to be written is left to `placeholder`.',
  verdict:
    'Stop the commit: the deck is filed under one day and says another. A date that is missing or does not exist is a warning.',
};

function isSame(date: SlideDate, { year, month, day }: Day): boolean {
  return date.year === year && date.month === month && date.day === day;
}

function reportDate(date: SlideDate, slide: MarkedSlide, expected: Day, { deck, report }: DeckContext): void {
  const span = slide.at(date.span);
  const newText = written(expected, date.form, deck.text.slice(span.start, span.end));
  const fixes: Fix[] = [changeTo(newText, span)];
  if (exists(date)) {
    report({
      message: `The file name says ${isoDate(expected)}, so one of the two dates is wrong. Change this one or rename the file.`,
      span,
      fixes,
    });
  } else {
    const message = `This day does not exist. The file name says ${isoDate(expected)}.`;
    report({ severity: 'warning', message, span, fixes });
  }
}

/** In the form of the wrong date. */
function written({ year, month, day }: Day, form: SlideDate['form'], before: string): string {
  if (form !== 'german') return isoDate({ year, month, day });
  const digits = /^\d\d\. ?\d\d\./.test(before) ? 2 : 1;
  return `${String(day).padStart(digits, '0')}.${String(month).padStart(digits, '0')}.${year}`;
}

/** `placeholder` covers a date that is yet to be written. */
const TO_BE_WRITTEN = /[\dXYJ]{4}-[\dXM]{2}-[\dXDT]{2}/i;

function reportMissing(slide: MarkedSlide, expected: Day, { report }: DeckContext): void {
  const { blocks } = slide.markup;
  if (blocks.some(({ plain }) => TO_BE_WRITTEN.test(plain))) return;
  const headings = blocks.filter(
    ({ kind, plain, inNotes }) => kind === 'heading' && plain !== '' && !inNotes,
  );
  const heading = headings.findLast(({ plain }) => /\b(?:call|meeting)\b/i.test(plain)) ?? headings.at(-1);
  // Without a heading, nothing says that a date belongs here.
  if (!heading) return;
  const last = heading.texts.at(-1)?.span;
  report({
    severity: 'warning',
    message: `The title slide has no date, so nobody can tell which meeting this was. The file name says ${isoDate(expected)}: add it here.`,
    span: slide.at(heading.span),
    fixes: last ? [addition(slide.at(last), expected)] : [],
  });
}

function addition({ end }: Span, day: Day): Fix {
  const date = isoDate(day);
  return {
    title: `Add ${date}`,
    edits: [{ span: { start: end, end }, newText: ` ${date}` }],
    kind: 'offered',
  };
}
