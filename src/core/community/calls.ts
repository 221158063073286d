import type { Deck } from '../deck/deck';
import { slideHeadings } from '../summary/titles';
import { findDates } from './dates';

/** The meetings of the whole community. Working groups have their own. */
export const CALL_KINDS: readonly string[] = ['Community Call', 'Community Meeting'];

const MEETING = /\b(?:call|meeting)\b/i;
/** A date that is still to be written, as templates have it. */
const NO_DATE = /(?<![\w-])[\dXY]{4}-[\dXM]{2}-[\dXD]{2}(?![\w-])/gi;
/** Nobody calls a meeting longer. */
const MAX_KIND = 60;

/**
 * Which meeting a deck is for, without the date: `Community Call`, `Team Ops Call`. The first slide says it, else the
 * frontmatter's title, else the second slide, as in decks whose first is the community's name; else the folder it lies
 * in, if it is named after a meeting of the community. Empty where none does.
 */
export function callKind({ slides, frontMatter }: Deck, folder: string): string {
  const [first = [], second = []] = slides.slice(0, 2).map(({ content }) => slideHeadings(content));
  const title = frontMatter?.values.title;
  const candidates = [...first, ...(typeof title === 'string' ? [title] : []), ...second];
  const said = candidates.find((text) => MEETING.test(text));
  return said === undefined ? (CALL_KINDS.find((kind) => isNamedAfter(folder, kind)) ?? '') : kindIn(said);
}

function kindIn(heading: string): string {
  const dated = heading.replace(NO_DATE, '');
  const kind = findDates(dated)
    .reduceRight((text, { span }) => text.slice(0, span.start) + text.slice(span.end), dated)
    .trim()
    .replace(/^SCS\s+/i, '')
    .split(/\s[-–—|]|[(:,#]/, 1)[0]!
    .trim();
  if (kind.length > MAX_KIND) return '';
  return CALL_KINDS.find((known) => known.toLowerCase() === kind.toLowerCase()) ?? kind;
}

/** A deck that is named after its day. */
export interface DatedDeck {
  /** Of the folder it lies in, the same for all in it; names are after its last slash. */
  readonly folder: string;
  /** As `callKind` tells it. */
  readonly kind: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/**
 * The kinds of meeting that a new deck may be for: first that of the deck one works on, then the community's, then those
 * of working groups, the latest first.
 */
export function kindsOfCalls(decks: readonly DatedDeck[], worksOn: string): string[] {
  const others = decks.toSorted(latestFirst).map(({ kind }) => kind);
  return [...new Set([worksOn, ...CALL_KINDS, ...others])].filter((kind) => kind !== '');
}

/**
 * The deck after which the next one of a kind is made, and beside which it goes: the latest of its kind in the folder
 * one works in; else where the folder's name says the kind; else anywhere. Where there is none yet, one of the
 * community's other meetings serves for its meetings, but a working group's deck never does.
 */
export function lastOfKind<Dated extends DatedDeck>(
  decks: readonly Dated[],
  kind: string,
  worksIn: string | undefined,
): Dated | undefined {
  const related = decks.filter(
    (deck) =>
      deck.kind === kind || areRelated(deck.kind, kind) || (deck.kind === '' && deck.folder === worksIn),
  );
  const rank = (deck: Dated) =>
    (deck.kind === kind ? 4 : 0) +
    (deck.folder === worksIn ? 2 : 0) +
    (isNamedAfter(deck.folder, kind) ? 1 : 0);
  return related.toSorted((a, b) => rank(b) - rank(a) || latestFirst(a, b))[0];
}

function areRelated(a: string, b: string): boolean {
  return CALL_KINDS.includes(a) && CALL_KINDS.includes(b);
}

function isNamedAfter(folder: string, kind: string): boolean {
  return slug(folder.slice(folder.lastIndexOf('/') + 1)) === slug(kind);
}

function slug(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
}

function latestFirst(a: DatedDeck, b: DatedDeck): number {
  return a.date < b.date ? 1 : a.date > b.date ? -1 : 0;
}
