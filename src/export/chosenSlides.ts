import type { Deck, Slide } from '../core/deck/deck';
import type { ExportProblem } from './exportOptions';

/** A slide's place as the page marks its sections: see src/page/paper/places.ts. */
export function placeOf({ h, v, stacked }: Slide): string {
  return stacked ? `${h}.${v}` : `${h}`;
}

/** The problems on these slides and in the frontmatter. Null: on all slides. */
export function problemsOn(
  slides: readonly Slide[] | null,
  deck: Deck,
  problems: readonly ExportProblem[],
): readonly ExportProblem[] {
  return slides ? problems.filter(({ line }) => concerns(line, slides, deck)) : problems;
}

function concerns(line: number, slides: readonly Slide[], deck: Deck): boolean {
  const contains = ({ line: start, content }: Slide) => line >= start && line <= start + content.lineEnds;
  return slides.some(contains) || !deck.slides.some(contains);
}
