import type { Slide } from './deck';

/** The number as reveal.js shows it on the slide: "4", in a vertical stack "4.2". */
export function slideNumber({ h, v, stacked }: Pick<Slide, 'h' | 'v' | 'stacked'>): string {
  return stacked ? `${h + 1}.${v + 1}` : `${h + 1}`;
}
