import { HEDGEDOC_KEYS } from '../deck/hedgedocKeys';
import type { Markup, TextBlock } from '../markup/markup';
import { perSlide } from '../markup/perSlide';
import type { Span } from '../text/spans';
import { spanAt } from '../text/spans';

/** A line of a slide's text, without its line end. */
export interface Line extends Span {
  readonly index: number;
  readonly text: string;
}

/** A line of dashes that is no separator, with what is around it. Offsets are of the slide's text. */
export interface Dashes {
  readonly line: Line;
  readonly above: Line;
  /** Undefined at the end of the slide. */
  readonly below: Line | undefined;
  /** The heading that it underlines, if it does. */
  readonly heading: TextBlock | null;
  /** The heading that the slide begins with, if it does and it is another one. */
  readonly opening: TextBlock | null;
  /** The heading that is first below it, if one is. */
  readonly next: TextBlock | null;
  /** The slide's text. */
  readonly text: string;
}

/** Hyphens, or what a word processor makes of them. */
const LINE = /^[ \t]*(?:-{2,}|[–—―][–—―-]{0,3}|-[–—])[ \t]*$/;

/** The lines of dashes in a slide, but for those in code, comments, HTML and tables, and around frontmatter. */
export const dashesIn = perSlide((markup, text): Dashes[] => {
  if (!/--|[–—―]/.test(text)) return [];
  const lines = linesOf(text);
  const dashes = lines.filter(({ text }) => LINE.test(text));
  if (dashes.length === 0) return [];
  const { literal, code, comments } = markup;
  const covered = [
    ...literal,
    ...code.map(({ span }) => span),
    ...comments.map(({ span }) => span),
    ...tablesIn(markup),
  ];
  covered.sort((a, b) => a.start - b.start);
  const misplaced = aroundFrontMatter(dashes, text);
  return dashes.flatMap((line) => {
    const above = lines[line.index - 1];
    // The rules for frontmatter cover the first line.
    if (!above || misplaced.includes(line) || spanAt(covered, line.start)) return [];
    const heading = underlined(line, above, markup);
    const first = firstHeading(0, markup, text);
    const opening = first === heading ? null : first;
    const next = firstHeading(line.end, markup, text);
    return [{ line, above, below: lines[line.index + 1], heading, opening, next, text }];
  });
});

/** The level of the heading that a slide begins with; 0 if it begins with something else. */
export const openingLevel = perSlide((markup, text) => firstHeading(0, markup, text)?.level ?? 0);

/** Below a table's head, dashes need no marks between columns if there is only one. */
function tablesIn({ body }: Markup): Span[] {
  const tables = body?.tokens.filter(({ type }) => type === 'table_open') ?? [];
  return tables.map(({ map }) => body!.lines(...map!));
}

/** The dashes around frontmatter that does not begin on line 1, which `misplaced-frontmatter` covers. */
function aroundFrontMatter(dashes: readonly Line[], text: string): Line[] {
  const closing = dashes.findIndex(({ start }, index) =>
    HEDGEDOC_KEYS.test(text.slice(dashes[index - 1]?.end ?? 0, start)),
  );
  return dashes.slice(Math.max(0, closing - 1), closing + 1);
}

/** The heading above the dashes that ends with them. Below one that begins with `#` they draw a line. */
function underlined(line: Line, above: Line, { blocks, rules }: Markup): TextBlock | null {
  if (rules.some(({ start, end }) => start <= line.start && line.start <= end)) return null;
  const isAbove = ({ kind, span }: TextBlock) =>
    kind === 'heading' && span.end > above.start && span.end <= above.end;
  return blocks.find(isAbove) ?? null;
}

/** The heading that is first after an offset, but for comments; null if something else is. */
function firstHeading(from: number, { blocks, comments }: Markup, text: string): TextBlock | null {
  const block = blocks.find(({ span }) => span.start >= from);
  if (block?.kind !== 'heading') return null;
  const between = comments.filter(({ span }) => span.start >= from && span.end <= block.span.start);
  const written = between.reduceRight(
    (rest, { span }) => rest.slice(0, span.start - from) + rest.slice(span.end - from),
    text.slice(from, block.span.start),
  );
  return /^[\s#]*$/.test(written) ? block : null;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const { index: end, 0: lineEnd } of text.matchAll(/\r\n?|\n|$/g)) {
    if (end < start) continue;
    lines.push({ index: lines.length, start, end, text: text.slice(start, end) });
    start = end + lineEnd.length;
    if (lineEnd === '') break;
  }
  return lines;
}
