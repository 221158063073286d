import type { Deck, Slide } from '../deck/deck';
import { inDocument } from '../deck/inDocument';
import { startOfLine, startOfLineNumber } from '../text/lineEnds';
import { visibleLines } from './slideLines';
import { slideTitle } from './titles';

/**
 * The slide that an offset of the document belongs to. The empty line before a separator still belongs to the
 * slide above, the dashes to the slide below; everything before the first slide, such as the frontmatter,
 * counts as the first. In a merge conflict it is the slide of that side, which reaches from its marker to the next.
 */
export function slideAt(deck: Deck, offset: number): Slide {
  if (deck.conflicts.length > 0) return slideOfSideAt(deck, offset);
  let low = 0;
  let high = deck.slides.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (offset > deck.slides[middle]!.separator.start) low = middle;
    else high = middle - 1;
  }
  return deck.slides[low]!;
}

function slideOfSideAt({ slides, conflicts }: Deck, offset: number): Slide {
  const around = conflicts.find(({ span }) => offset >= span.start && offset < span.end);
  const other = around && offset > around.current.span.end ? 'current' : 'incoming';
  const own = slides.filter(({ conflict }) => conflict?.side !== other);
  return own.findLast(({ separator }) => offset > separator.start) ?? own[0]!;
}

/** The slide at reveal.js's indices, both 0-based, or undefined if there is none. */
export function slideAtIndices(deck: Deck, h: number, v: number): Slide | undefined {
  return deck.slides.find((slide) => slide.h === h && slide.v === v);
}

/**
 * Where the cursor goes for a slide, as an offset of the document: the line of its title, else the first line
 * that shows something, so that it is neither on the separator nor on a style sheet or comment; else where
 * its text starts.
 */
export function cursorTarget(slide: Slide): number {
  const { text } = slide.content;
  const title = slideTitle(slide.content);
  const line = 'line' in title ? title.line : visibleLines(text).findIndex((each) => /\S/.test(each.text));
  const target = line < 0 ? textStart(slide) : placeAt(slide, startOfLineNumber(text, line));
  return slide.conflict ? onSide(slide, target) : target;
}

/** The start of a slide's first line with text, even a style sheet or comment; an empty slide's start. */
export function textStart(slide: Slide): number {
  const { text } = slide.content;
  const indent = text.length - text.trimStart().length;
  return indent < text.length ? placeAt(slide, startOfLine(text, indent)) : slide.span.start;
}

function placeAt(slide: Slide, offset: number): number {
  return inDocument(slide, { start: offset, end: offset }).start;
}

/** The offset if it is in the lines of the slide's side, else where these begin: the other lines have two slides. */
function onSide({ conflict, span }: Slide, target: number): number {
  const { side, conflicts } = conflict!;
  const own = conflicts.map((each) => each[side].span);
  if (own.some(({ start, end }) => target >= start && target < end)) return target;
  const starts = own.map(({ start, end }) => ({ start: Math.max(start, span.start), end }));
  // If the side has no lines of the slide there, its place is the marker after them.
  return starts.find(({ start, end }) => start < end)?.start ?? own[0]?.end ?? target;
}
