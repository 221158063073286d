import type { Deck, Slide } from './deck';
import { slideNumber } from './slideNumber';

/** The slides that a list names, in the order of the deck; or the part of the list that names none. */
export type NamedSlides = { readonly slides: readonly Slide[] } | { readonly unknown: string };

/**
 * Reads a list of slides and ranges of them, such as `2,5-7,9-`. Slides have the numbers that they show, as
 * `slideNumber` writes them; the number of a stack means all of its slides.
 */
export function slidesNamed(list: string, deck: Deck): NamedSlides {
  const numbers = deck.slides.map((slide) => slideNumber(slide, deck));
  const named = new Set<number>();
  for (const part of list.split(',')) {
    const [, from = '', dash, to = ''] = /^\s*([\d./]*)\s*(?:(-)\s*([\d./]*)\s*)?$/.exec(part) ?? [];
    const first = from === '' ? 0 : numbers.findIndex((number) => isAt(number, from));
    const last = endOf(dash ? to : from, numbers);
    if ((from === '' && to === '') || first < 0 || last < first) return { unknown: part.trim() };
    for (let index = first; index <= last; index++) named.add(index);
  }
  return { slides: deck.slides.filter((_, index) => named.has(index)) };
}

function endOf(number: string, numbers: readonly string[]): number {
  return number === '' ? numbers.length - 1 : numbers.findLastIndex((each) => isAt(each, number));
}

/** `4.2` and `4/2` are slides of the stack 4. */
function isAt(number: string, wanted: string): boolean {
  const plain = number.replace('/', '.');
  const named = wanted.replace('/', '.');
  return plain === named || plain.startsWith(`${named}.`);
}
