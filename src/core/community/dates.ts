import type { Span } from '../text/spans';

/** A day as written in a text; it may not exist. */
export interface WrittenDate {
  /** Null if none is written. */
  readonly year: number | null;
  /** 1 to 12, or whatever is written. */
  readonly month: number;
  readonly day: number;
  /** 0 for Sunday, as in JavaScript; null if there is none next to the date. */
  readonly weekday: number | null;
  readonly form: 'iso' | 'german' | 'words';
  /** Place in the text, without the day of the week. */
  readonly span: Span;
}

/** A day that exists. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'january', 'januar'],
  ['feb', 'february', 'februar'],
  ['mar', 'march', 'mrz', 'märz'],
  ['apr', 'april'],
  ['may', 'mai'],
  ['jun', 'june', 'juni'],
  ['jul', 'july', 'juli'],
  ['aug', 'august'],
  ['sep', 'sept', 'september'],
  ['oct', 'october', 'okt', 'oktober'],
  ['nov', 'november'],
  ['dec', 'december', 'dez', 'dezember'],
];
/** English names of the weekdays, from Sunday on. */
export const WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;
const WEEKDAY_NAMES: readonly (readonly string[])[] = [
  ['sun', 'sunday', 'sonntag'],
  ['mon', 'monday', 'montag'],
  ['tue', 'tues', 'tuesday', 'dienstag'],
  ['wed', 'wednesday', 'mittwoch'],
  ['thu', 'thur', 'thurs', 'thursday', 'donnerstag'],
  ['fri', 'friday', 'freitag'],
  ['sat', 'saturday', 'samstag', 'sonnabend'],
];
/** Words with another meaning unless followed by a date in the German form. */
const GERMAN_SHORT = ['so', 'mo', 'di', 'mi', 'do', 'fr', 'sa'];

/** Quick to search for; few texts have one. */
const MONTH_BEGINS = /jan|feb|m[aä]r|mrz|apr|ma[iy]|ju[nl]|aug|sep|o[ck]t|nov|de[cz]/i;
const MONTH = `(${MONTHS.flat().join('|')})`;
const ISO = /(?<![\w./-])(\d{4})-(\d{1,2})-(\d{1,2})(?!\w|[-/.]\d)/g;
const GERMAN = /(?<![\w.])(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})(?!\w|\.\d)/g;
const DAY_MONTH = new RegExp(
  `(?<![\\w.])(\\d{1,2})(?:st|nd|rd|th|\\.)? (?:of )?${MONTH}(?![\\p{L}\\d])\\.?(?:,? (\\d{4})(?!\\w))?`,
  'giu',
);
const MONTH_DAY = new RegExp(
  `(?<![\\p{L}\\d])${MONTH}\\.? (\\d{1,2})(?:st|nd|rd|th)?(?![\\w:%]|\\.\\d)(?:,? (\\d{4})(?!\\w))?`,
  'giu',
);

/** No slide text has more. */
const MAX_DATES = 200;

/**
 * The dates in a text, in order. Two numbers with a slash between them are not a date: which is the day is
 * unclear.
 */
export function findDates(text: string): WrittenDate[] {
  if (!/\d/.test(text)) return [];
  const dates: WrittenDate[] = [];
  const add = (form: WrittenDate['form'], match: RegExpExecArray, [year, month, day]: NullableDay) => {
    const span = { start: match.index, end: match.index + match[0].length };
    if (dates.length >= MAX_DATES || !isDate(form, year, month, day)) return;
    if (dates.some((date) => date.span.start < span.end && span.start < date.span.end)) return;
    dates.push({ year, month, day, form, span, weekday: weekdayBeside(text, span, form) });
  };
  if (/\d-\d/.test(text)) {
    for (const match of text.matchAll(ISO))
      add('iso', match, [Number(match[1]), Number(match[2]), Number(match[3])]);
  }
  if (/\d\. ?\d/.test(text)) {
    for (const match of text.matchAll(GERMAN))
      add('german', match, [Number(match[3]), Number(match[2]), Number(match[1])]);
  }
  if (MONTH_BEGINS.test(text)) {
    for (const match of text.matchAll(DAY_MONTH))
      add('words', match, [yearOf(match[3]), monthOf(match[2]!), Number(match[1])]);
    for (const match of text.matchAll(MONTH_DAY))
      add('words', match, [yearOf(match[3]), monthOf(match[1]!), Number(match[2])]);
  }
  return dates.sort((a, b) => a.span.start - b.span.start);
}

/** `1.0.2024` is a version, and `May 45` begins a sentence. */
function isDate(form: WrittenDate['form'], year: number | null, month: number, day: number): boolean {
  if (form === 'german') return month > 0 && day > 0;
  return form !== 'words' || year !== null || (day > 0 && day <= 31);
}

type NullableDay = readonly [year: number | null, month: number, day: number];

function yearOf(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits);
}

function monthOf(name: string): number {
  return MONTHS.findIndex((names) => names.includes(name.toLowerCase())) + 1;
}

/** The day of the week right before a date, or after it in brackets. It must not be the end of a range. */
function weekdayBeside(text: string, { start, end }: Span, form: WrittenDate['form']): number | null {
  const before = /(?:^|[^\p{L}\d/&+–-])(\p{L}{2,10})(?:\.|,|\.,)? {0,2}(?:(?:the|den|dem) )?$/u.exec(
    text.slice(Math.max(0, start - 20), start),
  );
  const behind = /^ ?\((\p{L}{2,10})\)/u.exec(text.slice(end, end + 15));
  for (const name of [before?.[1], behind?.[1]]) {
    if (name === undefined) continue;
    const index = WEEKDAY_NAMES.findIndex((names) => names.includes(name.toLowerCase()));
    if (index >= 0) return index;
    if (form === 'german' && GERMAN_SHORT.includes(name.toLowerCase()))
      return GERMAN_SHORT.indexOf(name.toLowerCase());
  }
  return null;
}

/** Whether the calendar has the day; without a year, whether any year has it. */
export function exists({ year, month, day }: Pick<WrittenDate, 'year' | 'month' | 'day'>): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  // Day 0 of the next month is the last day of this one. The year 2000 had a February 29.
  return day <= new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate();
}

/** 0 for Sunday. */
export function weekdayOf({ year, month, day }: Day): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

/** The number of days from one day to another; negative if the other is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (
    (Date.UTC(to.year, to.month - 1, to.day) - Date.UTC(from.year, from.month - 1, from.day)) / 86_400_000
  );
}

/** The day as `YYYY-MM-DD`. */
export function isoDate({ year, month, day }: Day): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** The day a deck is for, by the `YYYYMMDD` that its file name begins with; null if it has none. */
export function dayOfFile(path: string): Day | null {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const match = /^(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(name);
  if (!match) return null;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return day.year >= 1900 && day.year < 2100 && exists(day) ? day : null;
}
