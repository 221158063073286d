import type { Deck } from '../../deck/deck';
import type { ParseOptions } from '../../deck/parseDeck';
import { separatorText } from '../../edit/lineStyle';
import { toLf } from '../../text/lineEnds';

/**
 * What to write between two slides of a deck, with the empty lines that belong to it and LF as line end: a text that
 * ends a slide before it, one that begins a slide behind it. Null where the deck's own pattern is none that tells how
 * a separator is written.
 */
export function separatorBetween(deck: Deck, below: boolean, options: ParseOptions): string | null {
  const written = separatorText(deck, below, options);
  if (written === null) return null;
  const separator = toLf(written).text;
  return spaceBefore(separator) + separator + spaceAfter(separator);
}

/** What has to stand between a slide's text and the separator below it. */
export function spaceBefore(separator: string): string {
  return /^[\r\n]/.test(separator) ? '\n' : '\n\n';
}

/** What has to stand between a separator and the slide's text below it. */
export function spaceAfter(separator: string): string {
  if (isBlankLines(separator)) return '';
  return /[\r\n]$/.test(separator) ? '\n' : '\n\n';
}

/** What has to stand between the frontmatter and the first slide's text. */
export function spaceAfterFrontMatter(deck: Deck, options: ParseOptions): string {
  return splitsAtBlankLines(deck, options) ? '\n' : '\n\n';
}

/** Whether blank lines alone part slides, so that none may stand in a row within one. */
export function splitsAtBlankLines(deck: Deck, options: ParseOptions): boolean {
  return [true, false].some((below) => isBlankLines(separatorText(deck, below, options) ?? ''));
}

function isBlankLines(separator: string): boolean {
  return /^[\r\n]+$/.test(separator);
}
