import type { Config } from '../config/config';
import type { MarkedSlide } from '../markup/markedSlide';
import type { Markup, TextBlock } from '../markup/markup';
import { getOrSet } from '../text/getOrSet';
import { nearest } from '../text/nearest';
import type { Span } from '../text/spans';

/** A slide's first heading, if it names a team. */
export interface TeamHeading {
  readonly heading: TextBlock;
  /** As written, without the topic after it. */
  readonly name: string;
  /** Place of the name in the slide's text; null if there are marks or tags within it. */
  readonly span: Span | null;
  /** The listed team that is named, in the list's spelling; undefined if the list does not have it. */
  readonly listed: string | undefined;
  /** The same for all spellings that mean the same team. */
  readonly key: string;
}

/**
 * Consecutive slides that belong to one team: from one that names it, down its column, up to one that names
 * another.
 */
export interface TeamSection {
  /** The first slide's. */
  readonly heading: TeamHeading;
  /** At least one. */
  readonly slides: readonly MarkedSlide[];
}

/** The teams' sections, in deck order. Slides before, after and between them belong to none. */
export function teamSections(slides: readonly MarkedSlide[], config: Config): TeamSection[] {
  const sections: { heading: TeamHeading; slides: MarkedSlide[] }[] = [];
  let current: { heading: TeamHeading; slides: MarkedSlide[] } | null = null;
  for (const slide of slides) {
    const heading = teamHeading(slide.markup, config);
    const continues = heading ? heading.key === current?.heading.key : slide.slide.v > 0;
    if (current && continues) {
      current.slides.push(slide);
    } else {
      current = heading && { heading, slides: [slide] };
      if (current) sections.push(current);
    }
  }
  return sections;
}

const headings = new WeakMap<Config, WeakMap<Markup, TeamHeading | null>>();

/** The team that a slide's first heading names; null if it names none. */
export function teamHeading(markup: Markup, config: Config): TeamHeading | null {
  const byMarkup = getOrSet(headings, config, () => new WeakMap());
  return getOrSet(byMarkup, markup, () => readTeamHeading(markup, config));
}

/** No one writes longer headings to name a team. */
const MAX_HEADING = 200;

function readTeamHeading({ blocks }: Markup, config: Config): TeamHeading | null {
  const heading = blocks.find(({ kind, plain, inNotes }) => kind === 'heading' && plain !== '' && !inNotes);
  if (!heading || heading.plain.length > MAX_HEADING) return null;
  const names = config.teams.map(({ name }) => name);
  const name = teamName(heading.plain, names);
  if (name === null) return null;
  const listed = names.find((known) => isSame(known, name));
  const meant = listed ?? similarTeam(name, names) ?? name;
  return { heading, name, span: placeOf(name, heading), listed, key: wordsOf(meant).words.join(' ') };
}

/** `Team`, `SIG` and listed names begin a section; what follows a dash or a colon is its topic. */
function teamName(plain: string, names: readonly string[]): string | null {
  const known = names.filter((name) => startsWithWords(plain, name)).sort((a, b) => b.length - a.length)[0];
  if (known !== undefined) return plain.slice(0, known.length);
  const name = plain.split(/\s[-–—]+\s|[:,(]/, 1)[0]!.trim();
  if (names.some((listed) => isSame(listed, name))) return name;
  if (
    !/^(?:[Tt]eam|S[Ii][Gg])\s+\p{Lu}|^\p{Lu}.*\sSIG$/u.test(name) &&
    similarTeam(name, names) === undefined
  )
    return null;
  // `Team IAM/Roles` is a topic of `Team IAM`, unless a team has both words in its name.
  const topic = name.indexOf('/');
  return topic < 0 || similarTeam(name, names) !== undefined ? name : name.slice(0, topic).trim();
}

function startsWithWords(text: string, start: string): boolean {
  return text.startsWith(start) && !/^[\p{L}\p{N}/&]|^\s*[/&]/u.test(text.slice(start.length));
}

function placeOf(name: string, { texts }: TextBlock): Span | null {
  for (const { text, span } of texts) {
    const at = text.indexOf(name);
    if (at >= 0 && span.end - span.start === text.length)
      return { start: span.start + at, end: span.start + at + name.length };
  }
  return null;
}

/** Whether two names differ only in what is between the words: `/` and `&` and `and` are all the same. */
function isSame(a: string, b: string): boolean {
  return wordsOf(a).separated === wordsOf(b).separated;
}

interface NameWords {
  /** The words, with a space between them. */
  readonly separated: string;
  /** In lower case. */
  readonly words: readonly string[];
}

/** By name: those of the list are compared with every heading. */
const known = new Map<string, NameWords>();
const MAX_KNOWN = 1000;

function wordsOf(name: string): NameWords {
  let found = known.get(name);
  if (found === undefined) {
    const separated = name.split(BETWEEN).filter(Boolean).join(' ');
    found = { separated, words: separated.toLowerCase().split(' ') };
    if (known.size === MAX_KNOWN) known.clear();
    known.set(name, found);
  }
  return found;
}

const BETWEEN = /(?:\s|[/&+,-]|\band\b)+/;

/**
 * The listed team that was probably meant: each word written must be the list's, shortened or misspelled, in
 * the list's order. Words may be missing at the end. Undefined if there is no such team, or more than one.
 */
export function similarTeam(name: string, names: readonly string[]): string | undefined {
  const written = wordsOf(name).words;
  if (written.length < 2) return undefined;
  const similar = names.filter((known) => {
    const meant = wordsOf(known).words;
    return (
      written.length <= meant.length &&
      written.every((word, index) => isWord(word, meant[index]!, index === 0))
    );
  });
  const full = similar.filter((known) => wordsOf(known).words.length === written.length);
  const best = full.length > 0 ? full : similar;
  return best.length === 1 ? best[0] : undefined;
}

/** Names and abbreviations of a few letters are too similar to guess from. */
function isWord(written: string, meant: string, isFirst: boolean): boolean {
  if (written === meant) return true;
  if (isFirst || written.length > 4)
    return nearest(written, [meant]) !== undefined || isShortened(written, meant);
  return isShortened(written, meant);
}

/** `std` and `docs` begin like the word and have letters of it in the same order. */
function isShortened(written: string, meant: string): boolean {
  const letters = written.replace(/s$/, '');
  if (letters.length < 3 || meant.length < 6 || letters[0] !== meant[0]) return false;
  let at = 0;
  for (const letter of meant) if (letter === letters[at]) at++;
  return at === letters.length;
}
