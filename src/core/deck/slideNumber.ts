import { authoredOptions } from './authoredOptions';
import type { Deck, Slide } from './deck';

/**
 * The number as reveal.js shows it on the slide: "4", in a vertical stack "4.2", "2" if all slides are one
 * stack. It differs if the frontmatter's `slideNumber` says so; the total of "5/24" is left out.
 */
export function slideNumber(slide: Slide, deck: Deck): string {
  return numberAt(slide, deck.slides.at(-1)!.h + 1, authoredOptions(deck).slideNumber);
}

/** The same, by a slide's place in a deck with the given number of columns and the option `slideNumber`. */
export function numberAt(
  { h, v, index, stacked }: Pick<Slide, 'h' | 'v' | 'index' | 'stacked'>,
  columns: number,
  format: unknown,
): string {
  if (columns === 1 || format === 'c' || format === 'c/t') return `${index + 1}`;
  return stacked ? `${h + 1}${format === 'h/v' ? '/' : '.'}${v + 1}` : `${h + 1}`;
}
