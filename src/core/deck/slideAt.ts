import type { Deck, Slide } from './deck';
import { startOfLine } from './lineEnds';

/**
 * The slide an offset belongs to. The empty line before a separator still is the slide above, the dashes are the
 * slide below; everything before the first slide, such as the frontmatter, counts as the first.
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

/** The slide at reveal.js's indices, or undefined where there is none. */
export function slideAtIndices(deck: Deck, h: number, v: number): Slide | undefined {
  return deck.slides.find((slide) => slide.h === h && slide.v === v);
}

/**
 * Where the cursor goes for a slide: its first line with text, so that it lands behind the separator and the blank
 * lines, not on them; in an empty slide, the line behind the separator.
 */
export function cursorTarget({ span, content }: Slide): number {
  const text = content.text;
  const indent = text.length - text.trimStart().length;
  if (indent < text.length) {
    return span.start + startOfLine(text, indent);
  }
  return span.start;
}
