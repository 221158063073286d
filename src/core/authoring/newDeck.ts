import type { Deck, Slide } from '../deck/deck';
import { toLf } from '../deck/lineEnds';
import { visibleLines } from '../deck/slideLines';
import { slideTitle } from '../deck/titles';
import { type Day, dayOfFile, daysBetween, findDates, isoDate } from '../lint/dates';
import { similarTeam } from '../lint/teams';
import { handlesIn } from './handles';
import { escapeSnippet, type PlainSnippet, plainSnippet, settle } from './snippetSyntax';
import { type Snippet, slugOf } from './snippets';
import type { TeamReport } from './teamReports';

export const CALL_KINDS = ['Community Call', 'Community Meeting'] as const;

/** A team that is to report, and who does it: a handle without `@`, empty where that is to be filled in. */
export interface Reporting {
  readonly team: string;
  readonly reporter: string;
}

export interface CallPlan {
  readonly kind: string;
  readonly day: Day;
  /** A handle without `@`; empty where it is to be filled in. */
  readonly presenter: string;
  readonly teams: readonly Reporting[];
  /** URL of a picture; null for none. */
  readonly background: string | null;
  /** List items of earlier decks, as they are written. */
  readonly events: readonly string[];
}

/** The section that is no team's report. */
const EVENTS = 'Events';

/** Writes the deck of a community call: title slide, a section for each team, and events. */
export function writeCall(plan: CallPlan, snippets: readonly Snippet[]): PlainSnippet {
  const body = (prefix: string) => snippets.find((snippet) => snippet.prefix === prefix)!.body;
  const { kind, day, presenter, background, events } = plan;
  const title = background === null ? withoutBackground(body('scs-deck')) : body('scs-deck');
  const parts = [settle(title, { 1: kind, 3: isoDate(day), ...set(2, background), ...set(4, presenter) })];
  for (const { team, reporter } of plan.teams) {
    if (team !== EVENTS) parts.push(settle(body('scs-team'), { 1: team, ...set(2, reporter) }));
  }
  if (events.length > 0) parts.push(escapeSnippet(`# ${EVENTS}\n\n${events.join('\n')}`));
  else if (plan.teams.some(({ team }) => team === EVENTS)) parts.push(body('scs-events'));
  return joined(parts.map(plainSnippet));
}

/** Writes a deck of a whole-deck snippet whose first tab stop is the title. */
export function writeDeck({ body }: Snippet, title: string): PlainSnippet {
  // In frontmatter a title is YAML, and JSON is YAML that needs no further thought.
  const withTitle = body.replace(
    /^title: \$\{1:[^}]*\}$/m,
    () => `title: ${escapeSnippet(JSON.stringify(title))}`,
  );
  return joined([plainSnippet(settle(withTitle, { 1: title }))]);
}

/** The file that a deck of this title goes into. */
export function fileNameFor(title: string): string {
  return `${slugOf(title).slice(0, 60) || 'deck'}.md`;
}

function withoutBackground(body: string): string {
  return body.replace(/^<!-- \.slide: data-background=.*\n\n/m, '');
}

function set(stop: number, text: string | null): Record<number, string> {
  return text ? { [stop]: text } : {};
}

function joined(parts: readonly PlainSnippet[]): PlainSnippet {
  let text = '';
  const stops = parts.flatMap((part) => {
    const start = text === '' ? 0 : text.length + SEPARATOR.length;
    text += (text === '' ? '' : SEPARATOR) + part.text;
    return part.stops.map((places) =>
      places.map((place) => ({ start: place.start + start, end: place.end + start })),
    );
  });
  return { text: `${text}\n`, stops };
}

const SEPARATOR = '\n\n---\n\n';

/** What an earlier call has to offer to the next one. */
export interface EarlierCall {
  readonly teams: readonly Reporting[];
  /** Handles without `@`, the presenter's first. */
  readonly handles: readonly string[];
  /** URL of the title slide's background, as written. */
  readonly background: string | null;
  readonly events: readonly CarriedEvent[];
}

/** A list item of an earlier deck on an event that need not be over yet. */
export interface CarriedEvent {
  /** With the list below it, LF as line end. */
  readonly text: string;
  /** Whether a day in it says that it is still to come. */
  readonly isUpcoming: boolean;
}

/** Reads what of an earlier deck serves the next one, which is for `day`. */
export function readCall(
  deck: Deck,
  path: string,
  reports: readonly TeamReport[],
  names: readonly string[],
  day: Day,
): EarlierCall {
  const first = deck.slides[0]!.content.text;
  const teams = new Map<string, Reporting>();
  for (const { team, reporter } of reports) {
    const listed = names.find((name) => name === team) ?? similarTeam(team, names);
    if (listed && !teams.has(listed)) {
      teams.set(listed, { team: listed, reporter: handlesIn(reporter ?? '')[0] ?? '' });
    }
  }
  const reporters = [...teams.values()].map(({ reporter }) => reporter).filter(Boolean);
  return {
    teams: [...teams.values()],
    handles: [...new Set([...handlesIn(first), ...reporters])],
    background:
      /<!--\s*\.slide:[^>\n]{0,500}?\bdata-background(?:-image)?="([^"\n]{1,2000})"/.exec(first)?.[1] ?? null,
    events: eventsOf(deck, dayOfFile(path) ?? day, day),
  };
}

function eventsOf(deck: Deck, written: Day, day: Day): CarriedEvent[] {
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
      const isUpcoming = days.some((candidate) => daysBetween(day, candidate) >= 0);
      if (isUpcoming || days.length === 0) events.push({ text, isUpcoming });
    }
  }
  return events;
}

function isOnEvents({ content }: Slide): boolean {
  const title = slideTitle(content);
  return title.kind === 'heading' && /\bevents?\b/i.test(title.text);
}

/** Nobody announces what was long ago. */
const LONG_AGO = 60;

/** The year that a day without one is of, in a deck written on another day. */
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
