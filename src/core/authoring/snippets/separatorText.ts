import type { Deck } from '../../deck/deck';
import type { ParseOptions } from '../../deck/parseDeck';
import { separatorText } from '../../edit/lineStyle';
import { toLf } from '../../text/lineEnds';

/**
 * What to write between two slides of a deck, including the empty lines around it and with LF line ends: it
 * follows text that ends a slide and precedes text that begins one. Null if the deck's own pattern does not
 * show how to write a separator.
 */
export function separatorBetween(deck: Deck, below: boolean, options: ParseOptions): string | null {
  const written = separatorText(deck, below, options);
  if (written === null) return null;
  const separator = toLf(written).text;
  return spaceBefore(separator) + separator + spaceAfter(separator);
}

/** What has to be between a slide's text and the separator below it. */
export function spaceBefore(separator: string): string {
  return /^[\r\n]/.test(separator) ? '\n' : '\n\n';
}

/** What has to be between a separator and the slide's text below it. */
export function spaceAfter(separator: string): string {
  if (isBlankLines(separator)) return '';
  return /[\r\n]$/.test(separator) ? '\n' : '\n\n';
}

/** What has to be between the frontmatter and the first slide's text. */
export function spaceAfterFrontMatter(deck: Deck, options: ParseOptions): string {
  return splitsAtBlankLines(deck, options) ? '\n' : '\n\n';
}

/** Whether blank lines alone separate slides, so that a slide may not contain several in a row. */
export function splitsAtBlankLines(deck: Deck, options: ParseOptions): boolean {
  return [true, false].some((below) => isBlankLines(separatorText(deck, below, options) ?? ''));
}

function isBlankLines(separator: string): boolean {
  return /^[\r\n]+$/.test(separator);
}
