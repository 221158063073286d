import type { Deck, Slide } from './deck';

/** The number as reveal.js shows it on the slide: "4", in a vertical stack "4.2", "2" where all slides are one stack. */
export function slideNumber(slide: Slide, { slides }: Deck): string {
  return numberAt(slide, slides.at(-1)!.h + 1);
}

/** The same, by a slide's place in a deck of so many columns. */
export function numberAt({ h, v, stacked }: Pick<Slide, 'h' | 'v' | 'stacked'>, columns: number): string {
  if (columns === 1) return `${v + 1}`;
  return stacked ? `${h + 1}.${v + 1}` : `${h + 1}`;
}
