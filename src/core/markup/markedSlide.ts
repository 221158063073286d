import type { Deck, Slide } from '../deck/deck';
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

/** The slides of a deck, each of which is read when its markup is first requested. */
export function markedSlides({ slides, dialect }: Deck): MarkedSlide[] {
  return slides.map((slide) => {
    let markup: Markup | undefined;
    return {
      slide,
      get markup() {
        markup ??= markupOf(slide.content, dialect);
        return markup;
      },
      at: ({ start, end }: Span) => ({ start: slide.span.start + start, end: slide.span.start + end }),
    };
  });
}
