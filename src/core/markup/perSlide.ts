import type { MarkedSlide } from './markedSlide';
import type { Markup } from './markup';

/** Remembers what a rule for decks works out of a slide by itself, for as long as the slide's text stays. */
export function perSlide<Result>(
  workOut: (markup: Markup, text: string) => Result,
): (slide: MarkedSlide) => Result {
  const known = new WeakMap<Markup, { result: Result }>();
  return ({ slide, markup }) => {
    let entry = known.get(markup);
    if (!entry) {
      entry = { result: workOut(markup, slide.content.text) };
      known.set(markup, entry);
    }
    return entry.result;
  };
}
