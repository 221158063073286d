import {
  type Day,
  dayOfFile,
  daysBetween,
  exists,
  isoDate,
  WEEKDAYS,
  weekdayOf,
} from '../../community/dates';
import { type SlideDate, slideDates, titleSlide } from '../../community/slideDates';
import type { Rule, RuleDocs } from '../rule';

/** Past years are not checked: a slide may be about any of them. */
export const implausibleDate: Rule = {
  id: 'implausible-date',
  severity: 'warning',
  dialects: 'all',
  description:
    'A date cannot be right: its year is far off, the day does not exist, or the day of the week is wrong.',
  fixes: [],
  checkDeck({ deck, slides, files, report }) {
    const today = dayOfFile(files.deck);
    const judged = today && deck.dialect === 'hedgedoc' ? titleSlide(slides) : null;
    for (const slide of slides) {
      // `date-mismatch` covers the title slide.
      if (slide === judged) continue;
      for (const date of slideDates(slide)) {
        const message = problemOf(date, today);
        if (message) report({ message, span: slide.at(date.span) });
      }
    }
  },
};

export const docs: RuleDocs = {
  why: 'A day that does not exist, the wrong day of the week or a slip in the year sends people to a meeting on different days. Dates without a year are compared with the day in the name of the file.',
  example: {
    before: '# Events\n\n* Summit on Monday, 2024-05-14\n',
    after: '# Events\n\n* Summit on Tuesday, 2024-05-14\n',
  },
  spared:
    'The date on a title slide, which `date-mismatch` covers, code, and dates without a year in decks that are not named after a day.',
  verdict:
    "Mention it: people may come on the wrong day, but the date may be right and the deck's name wrong.",
};

/** No plan reaches further ahead. */
const MAX_YEARS_AHEAD = 30;
const LAST_YEAR = 2100;

function problemOf(date: SlideDate, today: Day | null): string | null {
  if (!exists(date)) return 'This day does not exist: nobody will know when to come. Correct the date.';
  if (date.year !== null && date.year > (today ? today.year + MAX_YEARS_AHEAD : LAST_YEAR))
    return `The year ${date.year} is far off: is a digit wrong? Correct the date.`;
  if (date.weekday === null) return null;
  const day = withYear(date, today);
  if (!day || weekdayOf(day) === date.weekday) return null;
  return `${isoDate(day)} is a ${WEEKDAYS[weekdayOf(day)]}, not a ${WEEKDAYS[date.weekday]}: people will come on different days. Correct one of the two.`;
}

/** Days before and after the deck's own day within which it is clear which year is meant. */
const SURE = 150;

function withYear({ year, month, day }: SlideDate, today: Day | null): Day | null {
  if (year !== null) return { year, month, day };
  if (!today) return null;
  const near = [today.year - 1, today.year, today.year + 1]
    .map((year) => ({ year, month, day }))
    .find((each) => Math.abs(daysBetween(today, each)) <= SURE);
  return near && exists(near) ? near : null;
}
