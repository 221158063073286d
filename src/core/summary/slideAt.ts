import type { Deck, Slide } from '../deck/deck';
import { startOfLine, startOfLineNumber } from '../text/lineEnds';
import { visibleLines } from './slideLines';
import { slideTitle } from './titles';

/**
 * The slide that an offset of the document belongs to. The empty line before a separator still belongs to the
 * slide above, the dashes to the slide below; everything before the first slide, such as the frontmatter,
 * counts as the first.
 */
export function slideAt(deck: Deck, offset: number): Slide {
  let low = 0;
  let high = deck.slides.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (offset > deck.slides[middle]!.separator.start) low = middle;
    else high = middle - 1;
  }
  return deck.slides[low]!;
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
  return line < 0 ? textStart(slide) : slide.span.start + startOfLineNumber(text, line);
}

/** The start of a slide's first line with text, even a style sheet or comment; an empty slide's start. */
export function textStart({ span, content: { text } }: Slide): number {
  const indent = text.length - text.trimStart().length;
  return indent < text.length ? span.start + startOfLine(text, indent) : span.start;
}
