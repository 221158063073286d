import { getOrSet } from '../text/getOrSet';
import type { MarkedSlide } from './markedSlide';
import type { Markup } from './markup';

/** Caches what a deck rule computes from a single slide, while the slide's text stays the same. */
export function perSlide<Result>(
  workOut: (markup: Markup, text: string) => Result,
): (slide: MarkedSlide) => Result {
  const known = new WeakMap<Markup, Result>();
  return ({ slide, markup }) => getOrSet(known, markup, () => workOut(markup, slide.content.text));
}
