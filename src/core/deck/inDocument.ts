import type { Span } from '../text/spans';
import type { Slide } from './deck';

/** Where a span of a slide's text is in the document. */
export function inDocument({ span, conflict }: Pick<Slide, 'span' | 'conflict'>, within: Span): Span {
  if (conflict) return conflict.place(within);
  return { start: span.start + within.start, end: span.start + within.end };
}
