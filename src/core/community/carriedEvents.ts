import type { Deck, Slide } from '../deck/deck';
import { visibleLines } from '../summary/slideLines';
import { slideTitle } from '../summary/titles';
import { toLf } from '../text/lineEnds';
import { type Day, daysBetween, findDates } from './dates';

/** A list item of an earlier deck about an event that may not be over yet. */
export interface CarriedEvent {
  /** With the list below it; line ends are LF. */
  readonly text: string;
  /** The last day in it; null if there is none. */
  readonly day: Day | null;
}

/** The events of a deck written on one day, without those that are over by another. */
export function carriedEvents(deck: Deck, written: Day, today: Day): CarriedEvent[] {
  let section = false;
  const events: CarriedEvent[] = [];
  for (const slide of deck.slides) {
    if (slide.v === 0) section = false;
    section ||= isOnEvents(slide);
    if (!section) continue;
    for (const text of listItems(slide)) {
      const days = findDates(text).map(
        ({ year, month, day: date }): Day => ({
          year: year ?? yearOf(month, date, written),
          month,
          day: date,
        }),
      );
      const last = days.toSorted((a, b) => daysBetween(a, b))[0] ?? null;
      if (!last || daysBetween(today, last) >= 0) events.push({ text, day: last });
    }
  }
  return events;
}

function isOnEvents({ content }: Slide): boolean {
  const title = slideTitle(content);
  return title.kind === 'heading' && /\bevents?\b/i.test(title.text);
}

/** In days: no one announces what was longer ago. */
const LONG_AGO = 60;

/** The year of a date without one, in a deck written on the given day. */
function yearOf(month: number, day: number, written: Day): number {
  const isLongAgo = daysBetween(written, { year: written.year, month, day }) < -LONG_AGO;
  return isLongAgo ? written.year + 1 : written.year;
}

/** The outermost list items of a slide, each with what is indented below it. */
function listItems({ content }: Slide): string[] {
  const items: string[] = [];
  let open = false;
  for (const { text: line, fence } of visibleLines(toLf(content.text).text)) {
    const isItem = fence === null && /^[*+-][ \t]+\S/.test(line);
    const continues: boolean = open && /^[ \t]+\S/.test(line);
    if (isItem) items.push(line);
    else if (continues) items.push(`${items.pop()}\n${line}`);
    open = isItem || continues;
  }
  return items;
}
