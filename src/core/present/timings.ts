import type { Deck } from '../deck/deck';
import { isHidden, timingOf } from '../edit/editDeck';
import type { RevealOptions } from '../options/slideOptions';

/**
 * How many seconds are planned for each slide, as reveal.js's speaker view reads it: `data-timing`, else an
 * equal share of what is left of `totalTime`, or without that `defaultTiming`. Hidden slides have none. Null if
 * the deck plans nothing.
 */
export function timingsOf(deck: Deck, options: RevealOptions): readonly number[] | null {
  const [total, usual] = [secondsOf(options.totalTime), secondsOf(options.defaultTiming)];
  const own = deck.slides.map(({ content }) =>
    isHidden(content, deck.dialect) ? 0 : timingOf(content, deck.dialect),
  );
  if (total === 0 && usual === 0 && own.every((seconds) => !seconds)) return null;
  if (total === 0) return own.map((seconds) => seconds ?? usual);
  const open = own.filter((seconds) => seconds === null).length;
  const left = total - own.reduce<number>((sum, seconds) => sum + (seconds ?? 0), 0);
  const share = open > 0 ? Math.max(Math.round(left / open), 0) : 0;
  return own.map((seconds) => seconds ?? share);
}

function secondsOf(value: unknown): number {
  return typeof value === 'number' && value > 0 ? value : 0;
}
