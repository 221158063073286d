import type { Deck, Slide } from '../deck/deck';
import { countLineEnds } from '../text/lineEnds';
import { cursorTarget } from './slideAt';

/** Lines of the document, 0-based, by which a slide is shown in its text. */

/** Line of the slide's title; else of its first words or picture; else its first line. */
export function titleLine(slide: Slide): number {
  return slide.line + countLineEnds(slide.content.text.slice(0, cursorTarget(slide) - slide.span.start));
}

/** The last line with text, notes included. */
export function lastLine({ line, content }: Slide): number {
  return line + countLineEnds(content.text.trimEnd());
}

/** Line of the dashes above the slide, or the last of the blank lines before it; null for the first slide. */
export function separatorLine({ text }: Deck, { index, separator, line }: Slide): number | null {
  if (index === 0) return null;
  const dashes = text.slice(separator.start, separator.end);
  const visible = dashes.trimEnd();
  return visible === '' ? line - 1 : line - countLineEnds(dashes.slice(visible.length));
}
