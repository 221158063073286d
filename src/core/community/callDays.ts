import { type Day, exists, isoDate, weekdayOf } from './dates';

const THURSDAY = 4;

/** The days of the next calls, which are on Thursdays, starting with the given day itself. */
export function nextThursdays(from: Day, count: number): Day[] {
  const first = from.day + ((THURSDAY - weekdayOf(from) + 7) % 7);
  return Array.from({ length: count }, (_, week) =>
    dayOf(new Date(from.year, from.month - 1, first + 7 * week)),
  );
}

/** The calendar day of a time, by this machine's clock. */
export function dayOf(date: Date): Day {
  return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
}

/** The file name of the deck for a day. */
export function fileNameOf(day: Day): string {
  return `${isoDate(day).replaceAll('-', '')}.md`;
}

/** A day as people type it, `2026-1-5` or `20260105`; null if there is no such day. */
export function readDay(text: string): Day | null {
  const match = /^\s*(\d{4})(?:-(\d\d?)-(\d\d?)|(\d\d)(\d\d))\s*$/.exec(text);
  if (!match) return null;
  const day = {
    year: Number(match[1]),
    month: Number(match[2] ?? match[4]),
    day: Number(match[3] ?? match[5]),
  };
  return exists(day) ? day : null;
}
