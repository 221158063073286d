import type { Deck, Slide } from '../deck/deck';
import { splitsAtBlankLines } from '../deck/namedSetups';
import type { Span } from '../text/spans';

/**
 * A deck's text divided into what belongs to a slide, and moves with it, and what belongs to the places:
 * head, separators and tail. Offsets are of the document.
 */
export interface Anatomy {
  /**
   * End of the head: byte order mark, frontmatter with its last line's end, style sheets at the head of the
   * deck.
   */
  readonly headEnd: number;
  /** Each slide's own text. The separator is between two of them. */
  readonly slides: readonly Span[];
  /** Start of the tail: empty lines at the end of a deck in which empty lines separate slides. */
  readonly tailStart: number;
}

/** The parts of the deck's text: head, slides and separators. */
export function anatomyOf(deck: Deck): Anatomy {
  const slides = deck.slides.map((slide) => ownSpan(deck, slide));
  return { headEnd: slides[0]!.start, slides, tailStart: slides.at(-1)!.end };
}

/** The place of a slide's own text, without what belongs to its place in the deck. */
export function ownSpan({ text, setup, frontMatter }: Deck, { index, span }: Slide): Span {
  const start = index === 0 ? endOfHead(text, span, frontMatter !== null) : span.start;
  if (!splitsAtBlankLines(setup)) return { start, end: span.end };
  const own = withoutBlankEnds(text.slice(start, span.end));
  return { start: start + own.start, end: start + own.end };
}

function endOfHead(text: string, { start, end }: Span, afterFrontMatter: boolean): number {
  if (start === 0 && text.charCodeAt(0) === 0xfeff) start = 1;
  if (afterFrontMatter) start += /^[ \t]*(?:\r\n?|\n)/.exec(text.slice(start, end))?.[0].length ?? 0;
  return start + endOfStyleSheets(text.slice(start, end));
}

/** Style sheets at the head of the deck apply to all slides: they stay when the first slide moves away. */
function endOfStyleSheets(text: string): number {
  let end = 0;
  for (;;) {
    const open = /^\s*<style\b[^>]*>/i.exec(text.slice(end))?.[0];
    const close = open === undefined ? -1 : text.indexOf('</style>', end + open.length);
    const lineEnd = close < 0 ? null : /^<\/style>[ \t]*(?:\r\n?|\n|$)/.exec(text.slice(close));
    if (!lineEnd) return end;
    end = close + lineEnd[0].length;
  }
}

/**
 * The part of a slide's text that belongs to the slide where empty lines separate: without line ends at its
 * head, and with at most one line end at its end.
 */
export function withoutBlankEnds(text: string): Span {
  const start = /^[\r\n]*/.exec(text)![0].length;
  let end = text.length;
  while (end > start && /[\r\n]/.test(text[end - 1]!)) end--;
  if (end < text.length && !/[\u2028\u2029]/.test(text[end - 1] ?? '')) {
    end += text.startsWith('\r\n', end) ? 2 : 1;
  }
  return { start, end: Math.max(start, end) };
}
