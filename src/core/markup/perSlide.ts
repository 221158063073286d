import { getOrSet } from '../text/getOrSet';
import type { MarkedSlide } from './markedSlide';
import type { Markup } from './markup';

/** Remembers what a rule for decks works out of a slide by itself, for as long as the slide's text stays. */
export function perSlide<Result>(
  workOut: (markup: Markup, text: string) => Result,
): (slide: MarkedSlide) => Result {
  const known = new WeakMap<Markup, Result>();
  return ({ slide, markup }) => getOrSet(known, markup, () => workOut(markup, slide.content.text));
}
