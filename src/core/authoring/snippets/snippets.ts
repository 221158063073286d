import type { Dialect } from '../../deck/deck';
import { parseFrontMatter } from '../../deck/frontMatter';
import { slideAt } from '../../summary/slideAt';
import { visibleLines } from '../../summary/slideLines';
import {
  type InsertDirection,
  type Insertion,
  insertAtSlideEnd,
  insertBlock,
  insertInline,
  insertSlides,
  slidesOf,
  type Target,
} from './insertSlide';
import { isSlideText } from './slideTextAt';
import { propose } from './snippetSyntax';

/**
 * Where a snippet goes: a whole deck into an empty file; slides next to the current one; notes at the slide's
 * end; text as a paragraph of its own or right at the cursor.
 */
export type SnippetPlace = 'deck' | InsertDirection | 'notes' | 'block' | 'inline';

/** What a tab stop proposes that is known only at the place of insertion. */
export type ProposalKind = 'teams' | 'sigs' | 'pictures' | 'date';

/** A snippet as `snippets/` or the configuration defines it. */
export interface Snippet {
  readonly name: string;
  /** What to type to get it. */
  readonly prefix: string;
  readonly description: string;
  /** In VS Code's snippet syntax, with LF; separators are HedgeDoc's. */
  readonly body: string;
  readonly place: SnippetPlace;
  readonly dialects: readonly Dialect[];
  /** By number of the tab stop. */
  readonly proposals: Readonly<Record<number, ProposalKind>>;
}

/** All dialects. */
export const DIALECTS: readonly Dialect[] = ['hedgedoc', 'reveal'];

interface WrittenSnippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
  readonly deckwright: {
    readonly place: SnippetPlace;
    readonly dialects?: readonly Dialect[];
    readonly propose?: Readonly<Record<number, ProposalKind>>;
  };
}

/** Reads one of Deckwright's own snippet files: VS Code's format, plus what Deckwright needs to know. */
export function readSnippets(json: string): Snippet[] {
  return Object.entries(JSON.parse(json) as Record<string, WrittenSnippet>).map(
    ([name, { prefix, description, body, deckwright }]) => ({
      name,
      prefix,
      description,
      body: body.join('\n'),
      place: deckwright.place,
      dialects: deckwright.dialects ?? DIALECTS,
      proposals: deckwright.propose ?? {},
    }),
  );
}

/**
 * A user's template as a snippet. If it has frontmatter, it is a whole deck; if it starts with a first-level
 * heading, a new column; with another heading, slides like the current one; anything else is text within a
 * slide.
 */
export function templateSnippet(name: string, description: string, text: string): Snippet {
  const body = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .trimEnd();
  const prefix = `deck-${slugOf(name)}`;
  return { name, prefix, description, body, place: templatePlace(body), dialects: DIALECTS, proposals: {} };
}

/** Words as a name for files and prefixes. */
export function slugOf(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

function templatePlace(body: string): SnippetPlace {
  const frontMatter = parseFrontMatter(body);
  if (frontMatter?.problem || Object.keys(frontMatter?.values ?? {}).length > 0) return 'deck';
  const first = visibleLines(body).find(({ text }) => text.trim() !== '')?.text ?? '';
  const heading = /^(#{1,6})[ \t]/.exec(first)?.[1];
  if (heading) return heading === '#' ? 'column' : 'next';
  return slidesOf(body).length > 1 ? 'next' : 'block';
}

/** How a snippet is requested. */
export interface SnippetRequest {
  /** By a word being typed, rather than by a command. */
  readonly typed: boolean;
  /** Whether the line contains nothing else. */
  readonly aloneOnLine: boolean;
}

/** The snippets that make sense to offer. The deck is without the typed word. */
export function fittingSnippets<T extends Snippet>(
  snippets: readonly T[],
  { deck, cursor }: Target,
  isDeck: boolean,
  { typed, aloneOnLine }: SnippetRequest,
): T[] {
  const isEmpty = deck.text.trim() === '';
  if (!isDeck && !isEmpty) return [];
  const inText = isSlideText(deck, cursor);
  const hasNotes = slideAt(deck, cursor).content.notes !== null;
  // An empty file being typed into has to become a deck first.
  const within = inText && !(typed && isEmpty);
  const besides = typed ? within && aloneOnLine : true;
  const fits: Record<SnippetPlace, boolean> = {
    deck: isEmpty,
    column: besides,
    below: besides,
    next: besides,
    // With two notes separators HedgeDoc shows both as text.
    notes: besides && !hasNotes,
    block: within && aloneOnLine,
    inline: within,
  };
  return snippets.filter(
    ({ place, dialects }) =>
      fits[place] && (dialects.includes(deck.dialect) || (place === 'deck' && !isDeck)),
  );
}

/** The snippet with the proposals known at the place of insertion, by kind; unchanged if none are known. */
export function withProposals(
  { body, proposals }: Snippet,
  known: Readonly<Record<ProposalKind, readonly string[]>>,
): string {
  const byNumber = Object.entries(proposals).map(([number, kind]) => [number, known[kind]]);
  return propose(body, Object.fromEntries(byNumber) as Record<number, readonly string[]>);
}

/**
 * Puts a snippet into a deck. Null if the deck's separators are patterns that don't show how to write one.
 */
export function insertSnippet(target: Target, place: SnippetPlace, body: string): Insertion | null {
  const { deck } = target;
  switch (place) {
    case 'deck':
      return { span: { start: 0, end: deck.text.length }, snippet: `${body}\n` };
    case 'notes':
      return insertAtSlideEnd(target, body);
    case 'block':
      return insertBlock(target, body);
    case 'inline':
      return insertInline(target, body);
    default:
      return insertSlides(target, place, body);
  }
}
