import type { Markup } from '../deck/markup';
import type { LintedSlide } from './rule';

/** Remembers what a rule for decks works out of a slide by itself, for as long as the slide's text stays. */
export function perSlide<Result>(
  workOut: (markup: Markup, text: string) => Result,
): (slide: LintedSlide) => Result {
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
