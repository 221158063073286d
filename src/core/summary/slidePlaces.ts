import type { Deck, Slide } from '../deck/deck';
import { inDocument } from '../deck/inDocument';
import { countLineEnds } from '../text/lineEnds';
import { cursorTarget } from './slideAt';

/** Lines of the document, 0-based, by which a slide is shown in its text. */

/** Line of the slide's title; else of its first words or picture; else its first line. */
export function titleLine({ text }: Deck, slide: Slide): number {
  return slide.line + countLineEnds(text.slice(slide.span.start, cursorTarget(slide)));
}

/** The last line with text, notes included. */
export function lastLine({ text }: Deck, slide: Slide): number {
  const { start, end } = inDocument(slide, { start: 0, end: slide.content.text.trimEnd().length });
  return slide.line + countLineEnds(text.slice(start, end));
}

/** Line of the dashes above the slide, or the last of the blank lines before it; null if it has none. */
export function separatorLine({ text }: Deck, { separator, line }: Slide): number | null {
  if (separator.end === separator.start) return null;
  const dashes = text.slice(separator.start, separator.end);
  const visible = dashes.trimEnd();
  return visible === '' ? line - 1 : line - countLineEnds(dashes.slice(visible.length));
}
