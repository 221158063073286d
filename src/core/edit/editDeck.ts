import type { Deck } from '../deck/deck';
import { parseFrontMatter } from '../deck/frontMatter';
import type { ParseOptions } from '../deck/parseDeck';
import { readSlideContent } from '../deck/slideContent';
import { splitSlides } from '../deck/splitSlides';
import { slideAt } from '../summary/slideAt';
import { anatomyOf, ownSpan } from './anatomy';
import { type SlideRules, separatorsOf, separatorText } from './lineStyle';
import {
  type Destination,
  type EditResult,
  insertInto,
  type Part,
  planOf,
  type Refusal,
  withoutEmptyColumns,
} from './plan';
import { readableDraft } from './readableDraft';
import { asOwnText, asSlide, asUpperHalf, joinedText, lineBoundary } from './slideEnds';
import { isHidden, withHidden, withTiming, withTitle } from './slideText';
import { writeDeck } from './writeDeck';

export type { SlideRules } from './lineStyle';
export { mergedNotes, notesOf, type OtherNotes, otherNotesOf, setNotes } from './notes';
export {
  DIRECTIONS,
  type Direction,
  findAgain,
  type MoveStep,
  placeAfterStep,
  placeBeside,
  placeTowards,
} from './places';
export type { DeckEdit, Destination, EditResult, Refusal } from './plan';
export { headingSource, isHidden, timingOf } from './slideText';
export { resolving, type Taken, takeSide } from './takeSide';

/** The rules by which the deck was read, apart from its dialect. */
export type EditOptions = Pick<ParseOptions, 'allowCustomSeparators'>;

/**
 * Moves slides, in their present order. In a stack they go one below the other; as columns, those from the
 * same column stay together unless `apart` is set. The slides are given by index.
 */
export function moveSlides(
  deck: Deck,
  indices: readonly number[],
  place: Destination,
  options: EditOptions = {},
  apart = false,
): EditResult {
  const moving = new Set(indices);
  const moved = planOf(deck)
    .map((column) => column.filter(({ slide }) => moving.has(slide!)))
    .filter((column) => column.length > 0)
    .map((column) => column.map((part) => ({ ...part, stays: false, chosen: true })));
  const columns = apart ? moved.flat().map((part) => [part]) : moved;
  const plan = insertInto(planOf(deck), deck, columns, place).map((column) =>
    column.filter((part) => part.chosen || !moving.has(part.slide!)),
  );
  return writeDeck(deck, withoutEmptyColumns(plan), options);
}

/** Copies slides: whole columns after themselves, others after the last copied one of their column. */
export function duplicateSlides(
  deck: Deck,
  indices: readonly number[],
  options: EditOptions = {},
): EditResult {
  const copied = new Set(indices);
  const plan = planOf(deck).flatMap((column) => {
    const copies = column
      .filter(({ slide }) => copied.has(slide!))
      .map(({ text }) => ({ text, stays: false, chosen: true }));
    if (copies.length === column.length) return [column, copies];
    const last = column.findLastIndex(({ slide }) => copied.has(slide!));
    return [[...column.slice(0, last + 1), ...copies, ...column.slice(last + 1)]];
  });
  return writeDeck(deck, plan, options);
}

/** Deletes slides. A deck always has a slide: if all are deleted, an empty one is left. */
export function deleteSlides(deck: Deck, indices: readonly number[], options: EditOptions = {}): EditResult {
  const deleted = new Set(indices);
  const plan = withoutEmptyColumns(
    planOf(deck).map((column) => column.filter(({ slide }) => !deleted.has(slide!))),
  );
  if (plan.length === 0) return writeDeck(deck, [[{ text: '', stays: false, chosen: true }]], options);
  const result = writeDeck(deck, plan, options);
  const next = Math.min(...indices, plan.flat().length - 1);
  return 'refusal' in result ? result : { ...result, slides: [next] };
}

/**
 * Inserts the slides of a text that may contain several, separated in the way of the deck they are `from`. In
 * a stack they all go one below the other, as columns they keep their structure. Frontmatter in the text is
 * left out.
 */
export function insertSlides(
  deck: Deck,
  text: string,
  place: Destination,
  options: EditOptions = {},
  from: SlideRules = deck,
): EditResult {
  const columns: Part[][] = [];
  for (const { span, vertical } of splitSlides(text, frontMatterEnd(text), separatorsOf(from, options))) {
    const slide = asSlide(deck, text.slice(span.start, span.end));
    if (!vertical || columns.length === 0) columns.push([]);
    columns.at(-1)!.push({ text: slide, stays: false, chosen: true });
  }
  return writeDeck(deck, insertInto(planOf(deck), deck, columns, place), options);
}

/**
 * Splits the slide at an offset of the document: before the offset's line, or after it if the offset is at
 * its end. The second half goes below if the slide is in a stack, else it becomes a column.
 */
export function splitSlide(deck: Deck, offset: number, options: EditOptions = {}): EditResult {
  const slide = slideAt(deck, offset);
  const own = ownSpan(deck, slide);
  const text = deck.text.slice(own.start, own.end);
  const at = lineBoundary(text, Math.min(Math.max(offset - own.start, 0), text.length));
  const above = text.slice(0, at);
  const below = text.slice(at);
  if (above.trim() === '' || below.trim() === '') return { refusal: 'nothing' };
  const separator = separatorText(deck, slide.stacked, options) ?? '';
  const upper = { text: asUpperHalf(deck, above, separator), slide: slide.index, stays: true, chosen: false };
  const lower = { text: asOwnText(deck, below), stays: false, chosen: true };
  const plan = planOf(deck);
  plan[slide.h]![slide.v] = upper;
  const place = slide.stacked ? { after: slide.index } : { column: slide.h + 1 };
  return writeDeck(deck, insertInto(plan, deck, [[lower]], place), options);
}

/** Joins a slide with the next one, which may be the top of the next column. Notes come last. */
export function joinWithNext(deck: Deck, index: number, options: EditOptions = {}): EditResult {
  const slide = deck.slides[index];
  const next = deck.slides[index + 1];
  if (!slide || !next) return { refusal: 'nothing' };
  const plan = planOf(deck);
  const texts = [plan[slide.h]![slide.v]!.text, plan[next.h]![next.v]!.text] as const;
  const text = joinedText(deck, ...texts, separatorsOf(deck, options).notes);
  plan[slide.h]![slide.v] = { slide: index, text, stays: true, chosen: true };
  plan[next.h]!.splice(next.v, 1);
  if (next.h !== slide.h) plan[slide.h]!.push(...plan.splice(next.h, 1).flat());
  return writeDeck(deck, plan, options);
}

/** Gives a slide another title: in its first heading, or a new one at its head. Line breaks become spaces. */
export function renameSlide(deck: Deck, index: number, title: string, options: EditOptions = {}): EditResult {
  const slide = deck.slides[index];
  const line = title.replace(/\s+/g, ' ').trim();
  if (!slide || line === '') return { refusal: 'nothing' };
  const { notes } = separatorsOf(deck, options);
  return changeTexts(deck, [index], options, (text) =>
    withTitle(readSlideContent(text, notes), line, slide.v === 0 ? 1 : 2, deck.text),
  );
}

/**
 * Hides slides from the talk, or shows them again if all of them are hidden. Null in HedgeDoc's dialect,
 * which does not support hidden slides.
 */
export function toggleHidden(
  deck: Deck,
  indices: readonly number[],
  options: EditOptions = {},
): EditResult | null {
  if (deck.dialect === 'hedgedoc') return null;
  const hide = indices.some((index) => !isHidden(deck.slides[index]!.content, deck.dialect));
  return changeTexts(deck, indices, options, (text) => withHidden(text, hide, deck.dialect, deck.text));
}

/** Plans seconds for slides, given by index, with `data-timing`. */
export function setTimings(
  deck: Deck,
  seconds: ReadonlyMap<number, number>,
  options: EditOptions = {},
): EditResult {
  return changeTexts(deck, [...seconds.keys()], options, (text, index) =>
    withTiming(text, seconds.get(index)!, deck.dialect, deck.text),
  );
}

/** The slides as text, separated in the deck's way, or why there is none. */
export function copySlides(
  deck: Deck,
  indices: readonly number[],
  options: EditOptions = {},
): string | Refusal {
  if (deck.conflicts.length > 0) return { refusal: 'conflict' };
  const copied = new Set(indices);
  const parts = planOf(deck).flatMap((column) =>
    column
      .filter(({ slide }) => copied.has(slide!))
      .map(({ text }, v) => ({ text, below: v > 0, padded: false })),
  );
  const separators = parts.map(({ below }, at) => (at === 0 ? '' : separatorText(deck, below, options)));
  if (separators.includes(null)) return { refusal: 'no-separator' };
  const pieces = parts.map((part, at) => ({ ...part, separator: separators[at]! }));
  const head = deck.text.slice(0, anatomyOf(deck).headEnd);
  const draft = readableDraft(deck, pieces, head, '', options);
  if (!draft) return { refusal: 'no-separator' };
  const text = draft.text.slice(head.length);
  // Dashes at a slide's head must not be taken for frontmatter.
  return frontMatterEnd(text) > 0 ? ` ${text}` : text;
}

/** Where the frontmatter of a text from elsewhere ends; 0 if it has none that contains anything. */
function frontMatterEnd(text: string): number {
  const frontMatter = /^---[ \t]*[\r\n]/.test(text) ? parseFrontMatter(text) : null;
  return frontMatter && frontMatter.entries.size > 0 ? frontMatter.span.end : 0;
}

function changeTexts(
  deck: Deck,
  indices: readonly number[],
  options: EditOptions,
  change: (text: string, index: number) => string,
): EditResult {
  const changed = new Set(indices);
  const plan = planOf(deck).map((column) =>
    column.map((part) =>
      changed.has(part.slide!) ? { ...part, text: change(part.text, part.slide!), chosen: true } : part,
    ),
  );
  return writeDeck(deck, plan, options);
}
