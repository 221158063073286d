import type { Deck } from '../deck/deck';
import { slideHeadings } from '../summary/titles';
import { findDates } from './dates';

/** The meetings of the whole community. Working groups have their own. */
export const CALL_KINDS: readonly string[] = ['Community Call', 'Community Meeting'];

const MEETING = /\b(?:call|meeting)\b/i;
/** A date that is still to be filled in, as in templates. */
const NO_DATE = /(?<![\w-])[\dXY]{4}-[\dXM]{2}-[\dXD]{2}(?![\w-])/gi;
/** No one gives a meeting a longer name. */
const MAX_KIND = 60;

/**
 * Which meeting a deck is for, without the date: `Community Call`, `Team Ops Call`. Taken from the first
 * slide, else from the frontmatter's title, else from the second slide, as in decks whose first slide is the
 * community's name; else from the deck's folder, if it is named after a community meeting. Empty if none of
 * them says.
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
  /** Identifies the deck's folder, the same for all decks in it; its name follows the last slash. */
  readonly folder: string;
  /** As returned by `callKind`. */
  readonly kind: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/**
 * The kinds of meeting that a new deck may be for: first that of the current deck, then the community's, then
 * those of working groups, the latest first.
 */
export function kindsOfCalls(decks: readonly DatedDeck[], worksOn: string): string[] {
  const others = decks.toSorted(latestFirst).map(({ kind }) => kind);
  return [...new Set([worksOn, ...CALL_KINDS, ...others])].filter((kind) => kind !== '');
}

/**
 * The deck that the next one of a kind is modeled on and placed next to: the latest of its kind in the
 * current folder; else in a folder named after the kind; else anywhere. If there is none yet, a deck of one
 * of the community's other meetings serves for its meetings, but a working group's deck never does.
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
