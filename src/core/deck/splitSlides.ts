import { toLf } from '../text/lineEnds';
import type { Span } from '../text/spans';
import type { SlideConflict } from './deck';
import type { Separators } from './separators';

/** A slide's place in the document, before its content is read. */
export interface SlidePlace {
  readonly separator: Span;
  readonly vertical: boolean;
  readonly span: Span;
  /** The slide's text, if it is not what the document has there. */
  readonly text?: string;
  readonly conflict?: SlideConflict;
}

/**
 * Splits the document from offset `bodyStart` on. Nothing is trimmed: a slide keeps the line end that follows
 * its separator. Fences and comments do not protect a separator (docs/hedgedoc.md, Q3).
 */
export function splitSlides(text: string, bodyStart: number, separators: Separators): SlidePlace[] {
  const body = toLf(bodyStart === 0 ? text : text.slice(bodyStart));
  const toDocument = (offset: number) => bodyStart + body.toSource(offset);
  // The page's spaces before an empty line; it takes them away before text.
  const lead = separators.isIndented && body.text.startsWith('\n') ? ' ' : '';
  const read = lead + body.text;
  const places: SlidePlace[] = [];
  let separator: Span = { start: bodyStart, end: bodyStart };
  let vertical = false;
  for (const hit of separators.any.matches(read)) {
    if (hit.end <= lead.length) continue;
    const start = Math.max(hit.start - lead.length, 0);
    const next = { start: toDocument(start), end: toDocument(hit.end - lead.length) };
    places.push({ separator, vertical, span: { start: separator.end, end: next.start } });
    separator = next;
    vertical = !separators.horizontal.test(read.slice(hit.start, hit.end));
  }
  places.push({ separator, vertical, span: { start: separator.end, end: text.length } });
  return places;
}
