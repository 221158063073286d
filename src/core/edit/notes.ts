import type { Deck, Slide, SlideContent } from '../deck/deck';
import { type ParseOptions, parseDeck } from '../deck/parseDeck';
import { readSlideContent } from '../deck/slideContent';
import { countLineEnds, lineEndOf } from '../text/lineEnds';
import type { Span } from '../text/spans';
import { applyEdits, type TextEdit } from '../text/textEdits';
import { literalOf } from './lineStyle';
import type { EditResult } from './plan';
import { attributesOf, withoutCode } from './slideText';
import { trimmedEdit } from './writeDeck';

/** Notes that are not written after `Note:`, and the line of the slide in which they begin, 0-based. */
export interface OtherNotes {
  readonly text: string;
  readonly line: number;
}

/** The markdown of the slide's notes after `Note:`, with LF line ends; null if there is no `Note:`. */
export function notesOf({ text, notes }: SlideContent): string | null {
  return notes && withLf(text.slice(notes.start, notes.end));
}

/** Notes in an `<aside class="notes">` or a `data-notes` attribute of the slide, as written; null if there are none. */
export function otherNotesOf({ text }: SlideContent, { dialect }: Pick<Deck, 'dialect'>): OtherNotes | null {
  const attribute = text.includes('data-notes')
    ? attributesOf(text, dialect).findLast(({ name }) => name === 'data-notes')
    : undefined;
  const found = attribute?.valueSpan ?? asideIn(text);
  return (
    found && {
      text: withLf(text.slice(found.start, found.end)).trim(),
      line: countLineEnds(text.slice(0, found.start)),
    }
  );
}

/** What is in the first element for notes. */
function asideIn(text: string): Span | null {
  if (!/<aside/i.test(text)) return null;
  const readable = withoutCode(text);
  for (const { index, 0: tag } of readable.matchAll(/<aside\s[^<>]*>/gi)) {
    if (!/\sclass\s*=\s*["']?(?:[^"'=]*\s)?notes[\s"'>]/i.test(tag)) continue;
    const start = index + tag.length;
    const end = readable.slice(start).search(/<\/aside/i);
    return { start, end: end < 0 ? text.length : start + end };
  }
  return null;
}

/**
 * Sets the notes of a slide and changes nothing else. Line ends become those of the deck, white space around the
 * notes is dropped, and empty notes go with their `Note:`. Refused if the deck would be read otherwise.
 */
export function setNotes(deck: Deck, index: number, text: string, options: ParseOptions = {}): EditResult {
  const slide = deck.slides[index];
  const notes = withLf(text).trim();
  if (!slide || notes === (notesOf(slide.content) ?? '')) return { refusal: 'nothing' };
  if (deck.conflicts.length > 0) return { refusal: 'conflict' };
  const { notes: pattern } = deck.separators;
  if (!slide.content.notes && [...pattern.matches(slide.content.text)].length > 1) {
    return { refusal: 'several-notes' };
  }
  const edit = editFor(deck, slide, notes, options);
  if (edit) return { edits: [edit], slides: [] };
  if (notes !== '' && editFor(deck, slide, 'x', options)) return { refusal: 'separator-in-notes' };
  const isWritable = drafts(deck, slide, 'x').some((draft) => hasNotes(deck, draft, 'x'));
  return { refusal: isWritable ? 'ambiguous' : 'no-notes-separator' };
}

function editFor(deck: Deck, slide: Slide, notes: string, options: ParseOptions): TextEdit | undefined {
  return drafts(deck, slide, notes.replaceAll('\n', lineEndOf(deck.text)))
    .filter((draft) => hasNotes(deck, draft, notes))
    .map((draft) => trimmedEdit(deck.text, { span: slide.span, newText: draft }))
    .find((edit) => isOnlyChange(deck, slide, notes, applyEdits(deck.text, [edit]), options));
}

/** What to write if the notes have changed in the deck since `base` was shown: nobody's text is lost. */
export function mergedNotes(current: string, base: string, text: string): string {
  const mine = withLf(text).trim();
  if (current === base || current === '' || current === mine) return mine;
  return mine === '' || mine === base ? current : `${current}\n\n${mine}`;
}

/** Texts of the slide with these notes, the best first. */
function drafts(deck: Deck, { content }: Slide, notes: string): string[] {
  const { text, body } = content;
  if (!content.notes) return added(deck, text, notes);
  const tail = text.slice(content.notes.end);
  if (content.notes.end > content.notes.start && notes !== '') {
    return [text.slice(0, content.notes.start) + notes + tail];
  }
  const mark = markOf(deck, content);
  const kept = text.slice(body.end + mark.length);
  const ends = kept.slice(endOfText(kept));
  if (notes !== '') {
    return joiners(deck, mark, notes).map((joiner) => text.slice(0, body.end) + mark + joiner + notes + ends);
  }
  return removed(deck, text.slice(0, body.end), content.notes.end > content.notes.start ? tail : ends);
}

/** The slide without its notes, whose end follows the slide's own text. */
function removed(deck: Deck, before: string, end: string): string[] {
  const lineEnd = lineEndOf(deck.text);
  const own = before.slice(0, endOfText(before));
  // A space keeps the empty lines apart between which nothing is left.
  return [own + end, own + lineEnd + end, before + end, `${own} ${end}`, `${before} ${end}`];
}

/** The slide's text with notes after it. */
function added(deck: Deck, text: string, notes: string): string[] {
  const lineEnd = lineEndOf(deck.text);
  const above = text.slice(0, endOfText(text));
  const tail = text.slice(above.length);
  const head = above === '' ? (/^(?:\r\n?|\n)/.exec(tail)?.[0] ?? '') : above;
  const ends = [tail.slice(head.length - above.length), lineEnd, lineEnd + lineEnd, ''];
  const leads = above === '' ? ['', lineEnd] : [lineEnd + lineEnd, lineEnd, ''];
  return marks(deck).flatMap((mark) =>
    leads.flatMap((lead) =>
      joiners(deck, mark, notes).flatMap((joiner) =>
        ends.map((end) => head + lead + mark + joiner + notes + end),
      ),
    ),
  );
}

/** What begins notes: as on another slide of the deck, or as the deck's pattern or its tool has it. */
function marks(deck: Deck): string[] {
  const other = deck.slides.find(({ content }) => content.notes);
  const own = deck.separators.sources.notesSeparator;
  const literal = own === undefined ? null : literalOf(own);
  const known = [other && markOf(deck, other.content), 'Note:', 'Notes:', literal];
  const lineEnd = lineEndOf(deck.text);
  return [...new Set(known.flatMap((mark) => mark?.replace(/\r\n?|\n/g, lineEnd) ?? []))];
}

function markOf(deck: Deck, { text }: SlideContent): string {
  const [found] = deck.separators.notes.matches(text);
  return found ? text.slice(found.start, found.end) : '';
}

/** What may be between `Note:` and the notes: several lines begin on one of their own. */
function joiners(deck: Deck, mark: string, notes: string): string[] {
  const lineEnd = lineEndOf(deck.text);
  if (/\s$/.test(mark)) return ['', lineEnd];
  return /[\r\n]/.test(notes) ? [lineEnd] : [' ', lineEnd];
}

function hasNotes(deck: Deck, text: string, notes: string): boolean {
  return (notesOf(readSlideContent(text, deck.separators.notes)) ?? '') === notes;
}

/** Whether an edited deck is read as the same slides, of which one has these notes. */
function isOnlyChange(
  deck: Deck,
  slide: Slide,
  notes: string,
  edited: string,
  options: ParseOptions,
): boolean {
  const { slides, frontMatter } = parseDeck(edited, { ...options, setup: deck.setup }, deck);
  const isSame = (each: Slide, at: number) => {
    const before = deck.slides[at]!;
    if (each.h !== before.h || each.v !== before.v) return false;
    return at === slide.index ? isOnlyNotes(before, each) : each.content.text === before.content.text;
  };
  return (
    slides.length === deck.slides.length &&
    frontMatter?.span.end === deck.frontMatter?.span.end &&
    slides.every(isSame) &&
    hasNotes(deck, slides[slide.index]!.content.text, notes)
  );
}

function isOnlyNotes(before: Slide, after: Slide): boolean {
  const bodyOf = ({ content }: Slide) =>
    content.text.slice(0, endOfText(content.text.slice(0, content.body.end)));
  return bodyOf(before) === bodyOf(after);
}

/** Where the last line with text ends, and the spaces at its end; 0 if there is none. */
function endOfText(text: string): number {
  let end = text.length;
  while (end > 0 && /[ \t\r\n\u2028\u2029]/.test(text[end - 1]!)) end--;
  while (end > 0 && /[ \t]/.test(text[end] ?? '')) end++;
  return end;
}

function withLf(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
