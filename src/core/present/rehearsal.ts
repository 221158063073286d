import type { SlideId } from '../deck/slideIds';
import { clockText } from './timer';

/** How many milliseconds each slide of a talk was shown: together as many as the timer shows. */
export type Rehearsal = ReadonlyMap<SlideId, number>;

/** The rehearsal after this slide was shown until the timer shows `elapsed`. */
export function withTime(rehearsal: Rehearsal, shown: SlideId, elapsed: number): Rehearsal {
  const counted = [...rehearsal.values()].reduce((sum, time) => sum + time, 0);
  const passed = Math.max(elapsed - counted, 0);
  return new Map(rehearsal).set(shown, (rehearsal.get(shown) ?? 0) + passed);
}

/** The seconds to plan for a slide that was shown for so many milliseconds: never none. */
export function secondsFor(time: number): number {
  return Math.max(Math.round(time / 1000), 1);
}

/** A slide in the table of a rehearsal. Seconds; `planned` is null if the deck plans nothing. */
export interface RehearsedSlide {
  readonly number: string;
  readonly title: string;
  readonly seconds: number;
  readonly planned: number | null;
}

/** The headings of the table, in the user's language. */
export interface TableWords {
  readonly slide: string;
  readonly title: string;
  readonly time: string;
  readonly planned: string;
  readonly total: string;
}

/** The result of a rehearsal as a table in markdown. Without a plan it has no column for that. */
export function rehearsalTable(slides: readonly RehearsedSlide[], words: TableWords): string {
  const isPlanned = slides.some(({ planned }) => planned !== null);
  const row = (slide: string, title: string, seconds: string, planned: string) =>
    `| ${[slide, inCell(title), seconds, ...(isPlanned ? [planned] : [])].join(' | ')} |`;
  const sum = (of: (slide: RehearsedSlide) => number) =>
    timeText(slides.reduce((all, each) => all + of(each), 0));
  return [
    row(words.slide, words.title, words.time, words.planned),
    row('---', '---', '---:', '---:'),
    ...slides.map(({ number, title, seconds, planned }) =>
      row(number, title, timeText(seconds), timeText(planned ?? 0)),
    ),
    row(
      '',
      words.total,
      sum(({ seconds }) => seconds),
      sum(({ planned }) => planned ?? 0),
    ),
    '',
  ].join('\n');
}

function timeText(seconds: number): string {
  return clockText(seconds * 1000);
}

function inCell(text: string): string {
  return text.replace(/[\\|]/g, '\\$&').replace(/\s+/g, ' ');
}
