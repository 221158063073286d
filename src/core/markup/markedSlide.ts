import type { Deck, Slide } from '../deck/deck';
import { inDocument } from '../deck/inDocument';
import type { Span } from '../text/spans';
import { type Markup, markupOf } from './markup';

/**
 * A slide in its deck. Its `markup` is relative to the slide's text: `at` turns a span into one of the
 * document.
 */
export interface MarkedSlide {
  readonly slide: Slide;
  readonly markup: Markup;
  at(span: Span): Span;
}

/**
 * The slides of a deck, each of which is read when its markup is first requested. Those in a merge conflict are left
 * out: they are there twice, and soon gone.
 */
export function markedSlides({ slides, dialect }: Deck): MarkedSlide[] {
  return slides
    .filter(({ conflict }) => !conflict)
    .map((slide) => {
      let markup: Markup | undefined;
      return {
        slide,
        get markup() {
          markup ??= markupOf(slide.content, dialect);
          return markup;
        },
        at: (span: Span) => inDocument(slide, span),
      };
    });
}
