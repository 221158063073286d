import type { Deck } from '../deck/deck';
import type { Span } from '../text/spans';
import type { Finding } from './rule';

/**
 * Tells which findings in a deck are on slides that are not in the earlier decks. Slides are the same by their text,
 * wherever they are; line ends and white space around them do not count. What is found in the frontmatter is new if
 * the frontmatter is, and a merge conflict is new unless it was there like this. A separator belongs to the slide after it.
 */
export function onChangedSlides(
  deck: Deck,
  earlier: readonly Deck[],
): (finding: Pick<Finding, 'span'>) => boolean {
  const known = new Map<string, number>();
  for (const slide of earlier.flatMap(({ slides }) => slides)) {
    const text = normalized(slide.content.text);
    known.set(text, (known.get(text) ?? 0) + 1);
  }
  const isHeadNew = !earlier.some((other) => headOf(other) === headOf(deck));
  const isNew = deck.slides.map(({ content }) => {
    const text = normalized(content.text);
    const left = known.get(text) ?? 0;
    // A copy of a slide that was there once is new.
    known.set(text, left - 1);
    return left <= 0;
  });
  return ({ span }) => {
    const conflict = deck.conflicts.find(({ marker }) => marker.start === span.start);
    if (conflict) return !earlier.some(({ text }) => text.includes(sliceOf(deck.text, conflict.span)));
    if (span.start < deck.slides[0]!.span.start) return isHeadNew;
    const first = deck.slides.findIndex((slide) => span.start <= slide.span.end);
    return deck.slides.some((slide, index) => {
      const isMeant = index === first || (index > first && slide.span.start < span.end);
      return isMeant && isNew[index]!;
    });
  };
}

function sliceOf(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** What is before the first slide. */
function headOf({ text, slides }: Deck): string {
  return normalized(text.slice(0, slides[0]!.span.start));
}

function normalized(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}
