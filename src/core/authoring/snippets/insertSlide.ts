import type { Deck, Slide } from '../../deck/deck';
import { NAMED_SETUPS } from '../../deck/namedSetups';
import type { ParseOptions } from '../../deck/parseDeck';
import { separatorsFor } from '../../deck/separators';
import { splitSlides } from '../../deck/splitSlides';
import { ownSpan } from '../../edit/anatomy';
import { slideAt } from '../../summary/slideAt';
import { endOfLine, startOfLine, toLf } from '../../text/lineEnds';
import type { Span } from '../../text/spans';
import {
  separatorBetween,
  spaceAfter,
  spaceAfterFrontMatter,
  spaceBefore,
  splitsAtBlankLines,
} from './separatorText';
import { escapeSnippet } from './snippetSyntax';

/**
 * Where new slides go: into a new column, below the current slide, or whichever fits the current slide's
 * column.
 */
export type InsertDirection = 'column' | 'below' | 'next';

/**
 * A part of the document to be replaced by a snippet. The snippet has LF line ends, which the editor converts
 * to the document's.
 */
export interface Insertion {
  readonly span: Span;
  readonly snippet: string;
}

/** Where something is inserted. */
export interface Target {
  readonly deck: Deck;
  /** Offset in the document. */
  readonly cursor: number;
  /** How the deck was parsed. */
  readonly options: ParseOptions;
}

/**
 * Inserts the slides of a snippet's body, which are separated in HedgeDoc's way, with the separators of the
 * deck. Never splits a slide of the deck, nor a column by inserting a new one: from the middle of a slide's
 * text, the new slides go after the slide, or after its column; from before its text, they go before it; an
 * empty slide is filled. Null if the deck's separators are patterns that don't show how to write one.
 */
export function insertSlides(target: Target, direction: InsertDirection, body: string): Insertion | null {
  const { deck, cursor } = target;
  const slide = slideAt(deck, cursor);
  const below = direction === 'below' || (direction === 'next' && slide.stacked);
  const separator = separatorSnippet(target, below);
  const slides = slidesFor(target, body);
  if (separator === null || slides === null) return null;

  const { start, end } = slide.span;
  // Style sheets at the head of the deck stay there and do not become a slide of their own.
  const head = slide.index === 0 ? ownSpan(deck, slide).start : start;
  if (isBlank(deck.text.slice(head, end))) {
    const from = textEnd(deck, start, head);
    const above = from > start ? '\n\n' : spaceAbove(target, slide);
    return { span: { start: from, end }, snippet: above + slides + spaceBelow(deck, slide) };
  }
  const isBefore = isBlank(deck.text.slice(start, cursor)) && !isInFrontMatter(deck, cursor);
  if (isBefore && (below || slide.v === 0)) {
    const span = { start, end: textStart(deck, start, end) };
    return { span, snippet: spaceAbove(target, slide) + slides + separator };
  }
  return append(deck, slide, below ? slide : lastOfColumn(deck, slide), separator + slides);
}

/** Inserts text after everything else in the current slide, such as its notes. */
export function insertAtSlideEnd(target: Target, body: string): Insertion {
  const slide = slideAt(target.deck, target.cursor);
  if (isBlank(slide.content.text)) return insertBlock(target, body);
  return append(target.deck, slide, slide, `\n\n${body}`);
}

/** Inserts a snippet right after the text before the cursor; as a paragraph if there is none on its line. */
export function insertInline(target: Target, body: string): Insertion {
  const { deck, cursor } = target;
  const lineStart = Math.max(startOfLine(deck.text, cursor), slideAt(deck, cursor).span.start);
  if (isBlank(deck.text.slice(lineStart, cursor))) return insertBlock(target, body);
  return { span: { start: cursor, end: cursor }, snippet: body };
}

/** Inserts a paragraph, list or the like, separated from the slide's other text by empty lines. */
export function insertBlock(target: Target, body: string): Insertion {
  const { deck, cursor } = target;
  const { text } = deck;
  const slide = slideAt(deck, cursor);
  const { start, end } = slide.span;
  // Neither split a line, nor its indentation from what follows.
  const lineStart = startOfLine(text, cursor);
  const at = Math.max(isBlank(text.slice(lineStart, cursor)) ? lineStart : endOfLine(text, cursor), start);
  const first = isBlank(text.slice(start, at));
  const last = isBlank(text.slice(at, end));
  return {
    span: { start: first ? start : textEnd(deck, start, at), end: last ? end : textStart(deck, at, end) },
    snippet: (first ? spaceAbove(target, slide) : '\n\n') + body + (last ? spaceBelow(deck, slide) : '\n\n'),
  };
}

/**
 * Turns an insertion for the text without a word into one for the text with it that also removes the word.
 * The text between the word and the insertion is written again, so that all of it is one replacement.
 */
export function replacingWord(text: string, word: Span, { span, snippet }: Insertion): Insertion {
  const without = text.slice(0, word.start) + text.slice(word.end);
  const start = Math.min(span.start, word.start);
  const end = Math.max(span.end, word.start);
  const same = (from: number, to: number) => escapeSnippet(toLf(without.slice(from, to)).text);
  return {
    span: { start, end: end + word.end - word.start },
    snippet: same(start, span.start) + snippet + same(span.end, end),
  };
}

/** The slides in a snippet's body. */
export function slidesOf(body: string): { readonly text: string; readonly vertical: boolean }[] {
  return splitSlides(body, 0, separatorsFor(NAMED_SETUPS.hedgedoc, null, false).separators)
    .map(({ span, vertical }) => ({ text: trimmed(body.slice(span.start, span.end)), vertical }))
    .filter(({ text }) => text !== '');
}

/** The slides of a body with the deck's own separators between them. */
function slidesFor(target: Target, body: string): string | null {
  const keepsBlankLines = !splitsAtBlankLines(target.deck, target.options);
  let slides = '';
  for (const { text, vertical } of slidesOf(body)) {
    const separator = slides === '' ? '' : separatorSnippet(target, vertical);
    if (separator === null) return null;
    slides += separator + (keepsBlankLines ? text : text.replace(/\n(?:[ \t]*\n){2,}/g, '\n\n'));
  }
  return slides;
}

function separatorSnippet({ deck, options }: Target, below: boolean): string | null {
  const separator = separatorBetween(deck, below, options);
  return separator && escapeSnippet(separator);
}

/**
 * Appends to the slide `through`, in the same column as `slide`. Empty slides between it and the addition are
 * removed.
 */
function append(deck: Deck, slide: Slide, through: Slide, addition: string): Insertion {
  let last = through;
  while (last !== slide && isBlank(last.content.text)) last = deck.slides[last.index - 1]!;
  const start = textEnd(deck, last.span.start, last.span.end);
  return { span: { start, end: through.span.end }, snippet: addition + spaceBelow(deck, through) };
}

function spaceAbove({ deck, options }: Target, { index, separator }: Slide): string {
  if (index > 0) return spaceAfter(deck.text.slice(separator.start, separator.end));
  return deck.frontMatter ? spaceAfterFrontMatter(deck, options) : '';
}

/** At the end of the document a single line end, that of its last line. */
function spaceBelow(deck: Deck, { index }: Slide): string {
  const next = deck.slides[index + 1]?.separator;
  return next ? spaceBefore(deck.text.slice(next.start, next.end)) : '\n';
}

function lastOfColumn({ slides }: Deck, { index, h }: Slide): Slide {
  let last = index;
  while (slides[last + 1]?.h === h) last++;
  return slides[last]!;
}

function isInFrontMatter({ frontMatter }: Deck, offset: number): boolean {
  return frontMatter !== null && offset <= frontMatter.span.end;
}

function isBlank(text: string): boolean {
  return !/[^ \t\r\n]/.test(text);
}

/** Where the text between two offsets ends, without the white space after it. */
function textEnd({ text }: Deck, start: number, end: number): number {
  return start + trimmedEnd(text.slice(start, end)).length;
}

/** Where the text between two offsets begins, without the blank lines before it. */
function textStart({ text }: Deck, start: number, end: number): number {
  return start + /^(?:[ \t]*(?:\r\n?|\n))*/.exec(text.slice(start, end))![0].length;
}

function trimmed(text: string): string {
  return trimmedEnd(text).replace(/^(?:[ \t]*\n)+/, '');
}

function trimmedEnd(text: string): string {
  let end = text.length;
  while (end > 0 && ' \t\r\n'.includes(text[end - 1]!)) end--;
  return text.slice(0, end);
}
