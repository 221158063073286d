import type { Deck } from '../../deck/deck';
import { slideAt } from '../../summary/slideAt';
import { surroundings } from '../place/surroundings';

/** Whether typing at the offset adds text to a slide: not frontmatter, code, a comment or a style sheet. */
export function isSlideText(deck: Deck, offset: number): boolean {
  if (deck.frontMatter && offset <= deck.frontMatter.span.end) return false;
  const { span } = slideAt(deck, offset);
  return (
    offset < span.start ||
    surroundings(deck.text.slice(span.start, span.end), offset - span.start).kind === 'text'
  );
}
