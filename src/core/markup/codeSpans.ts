import type { Span } from '../text/spans';
import type { Markup } from './markup';

/** Places of a slide's code: blocks, and what is between backticks, including the backticks. */
export function codeSpans({ code, literal }: Markup, text: string): Span[] {
  const inline = literal.filter(({ start }) => text[start] === '`');
  return [...code.map(({ span }) => span), ...inline];
}

/** The text with spaces in the given places, so that everything else keeps its place. */
export function blankedOut(text: string, places: readonly Span[]): string {
  let rest = '';
  for (const { start, end } of [...places].sort((a, b) => a.start - b.start)) {
    if (end <= rest.length) continue;
    const from = Math.max(start, rest.length);
    rest += text.slice(rest.length, from) + text.slice(from, end).replace(/[^\r\n]/g, ' ');
  }
  return rest + text.slice(rest.length);
}
