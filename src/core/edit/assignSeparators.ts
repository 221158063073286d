import type { Deck } from '../deck/deck';
import { splitsAtBlankLines } from '../deck/namedSetups';
import type { ParseOptions } from '../deck/parseDeck';
import type { Anatomy } from './anatomy';
import { separatorText } from './lineStyle';
import type { Part } from './plan';

/** A slide of the planned deck with the way it is separated from the one before. */
export interface PlacedPart extends Part {
  readonly below: boolean;
}

/**
 * The separators of the planned deck; the first slide's is empty. A separator stays where it is: between two
 * slides that stay together, else at its place, in deck order. A new one is made only if there are too few,
 * as before a new slide. Null if one can't be made.
 */
export function assignSeparators(
  deck: Deck,
  { slides }: Anatomy,
  parts: readonly PlacedPart[],
  options: ParseOptions,
): string[] | null {
  const isBelow = (slide: number) => deck.slides[slide]!.v > 0;
  const chosen: (number | undefined)[] = parts.map(({ slide, below }, index) => {
    if (!slide || index === 0 || parts[index - 1]!.slide !== slide - 1) return undefined;
    return isBelow(slide) === below ? slide : undefined;
  });
  const present = new Set(parts.map(({ slide }) => slide));
  const taken = new Set(chosen);
  const free = deck.slides.map(({ index }) => index).filter((index) => index > 0 && !taken.has(index));
  const take = (separators: readonly number[], wants: (part: PlacedPart) => boolean) => {
    const queues = [separators.filter(isBelow), separators.filter((slide) => !isBelow(slide))];
    parts.forEach((part, index) => {
      if (index > 0 && chosen[index] === undefined && wants(part)) {
        chosen[index] = queues[part.below ? 0 : 1]!.shift();
      }
    });
  };
  take(
    free.filter((slide) => present.has(slide)),
    ({ slide }) => slide !== undefined,
  );
  take(
    free.filter((slide) => !present.has(slide)),
    () => true,
  );

  const texts: string[] = [];
  for (const [index, { text, below }] of parts.entries()) {
    const slide = chosen[index];
    // Where empty lines separate, any extra ones belong to the separator, but not before an empty slide.
    const usable = slide !== undefined && !(splitsAtBlankLines(deck.setup) && text === '');
    const separator = usable
      ? deck.text.slice(slides[slide - 1]!.end, slides[slide]!.start)
      : separatorText(deck, below, options);
    if (index > 0 && separator === null) return null;
    texts.push(index === 0 ? '' : separator!);
  }
  return texts;
}
