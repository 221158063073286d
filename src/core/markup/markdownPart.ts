import type { MarkdownIt, Token } from 'markdown-it';
import type { Dialect } from '../deck/deck';
import { createMarkdown } from '../markdown/markdown';
import { toLf } from '../text/lineEnds';
import type { Span } from '../text/spans';
import { ParseNotes, positionsPlugin } from './positions';

const parsers = new Map<Dialect, MarkdownIt>();

function parserFor(dialect: Dialect): MarkdownIt {
  let parser = parsers.get(dialect);
  if (!parser) {
    parser = createMarkdown(dialect).use(positionsPlugin);
    parsers.set(dialect, parser);
  }
  return parser;
}

/**
 * The parsed markdown of a slide's body or notes, with the places of its tokens. The parser sees LF for all
 * line ends; returned spans are of the slide's text.
 */
export class MarkdownPart {
  readonly tokens: readonly Token[];
  readonly notes = new ParseNotes();
  readonly #source: string;
  readonly #toSource: (offset: number) => number;
  readonly #starts: readonly number[];
  readonly #contents = new Map<Token, ContentLines>();

  constructor(
    slideText: string,
    readonly span: Span,
    readonly dialect: Dialect,
  ) {
    const { text, toSource } = toLf(slideText.slice(span.start, span.end));
    // As markdown-it does, whose content is looked up in it.
    this.#source = text.replaceAll('\0', '\ufffd');
    this.#toSource = toSource;
    this.#starts = lineStarts(text);
    const env = { notes: this.notes, sourceLine: null, lastLineNumber: 0, highlight: (code: string) => code };
    this.tokens = parserFor(dialect).parse(text, env);
  }

  /** Turns a span of the parsed text into one of the slide's text. */
  place({ start, end }: Span): Span {
    return {
      start: this.span.start + this.#toSource(start),
      end: this.span.start + this.#toSource(end),
    };
  }

  /** The text of a line of this part, without its end. Lines are 0-based. */
  line(line: number): string {
    return this.#source.slice(this.#starts[line], this.#lineEnd(line));
  }

  /** Where lines `start` up to but not including `end` are, 0-based, without the last line's end. */
  lines(start: number, end: number): Span {
    return this.place({
      start: this.#starts[start] ?? this.#source.length,
      end: this.#lineEnd(Math.max(start, end - 1)),
    });
  }

  /**
   * Turns a place in an inline block's content into one in the slide's text. The content's lines are ends of
   * source lines, after indentation and the marks of lists and quotes.
   */
  inContent(block: Token, span: Span): Span {
    let lines = this.#contents.get(block);
    if (!lines) {
      lines = { starts: lineStarts(block.content), places: this.#locate(block) };
      this.#contents.set(block, lines);
    }
    return this.place({ start: placeIn(lines, span.start), end: placeIn(lines, span.end) });
  }

  /** Records the places of a table's cells, whose tokens have none. `line` is 0-based. */
  locateCells(cells: readonly Token[], line: number): void {
    let from = this.#starts[line]!;
    for (const cell of cells) {
      const bars = [...cell.content.matchAll(/\|/g)].map(({ index }) => index);
      // The parser removes the backslash that makes a bar a part of the cell.
      const written = cell.content.replaceAll('|', '\\|');
      const found = this.#source.indexOf(written, from);
      const at = found < 0 ? from : found;
      const places = [at, ...bars.map((bar, before) => at + bar + before + 1)];
      this.#contents.set(cell, { starts: [0, ...bars], places });
      from = at + written.length;
    }
  }

  /** Offsets of the content's lines in the parsed text. */
  #locate({ content, map }: Token): number[] {
    const first = map?.[0] ?? 0;
    return content.split('\n').map((text, index) => {
      const line = first + index;
      const written = this.line(line);
      const start = this.#starts[line] ?? this.#source.length;
      return start + Math.max(0, endingWith(written, text));
    });
  }

  #lineEnd(line: number): number {
    const next = this.#starts[line + 1];
    return next === undefined ? this.#source.length : next - 1;
  }
}

/** Where the lines of an inline block's content, or parts of them, start: in the content, and in the parsed text. */
interface ContentLines {
  readonly starts: readonly number[];
  readonly places: readonly number[];
}

function placeIn({ starts, places }: ContentLines, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return places[low]! + offset - starts[low]!;
}

/** Where `text` begins at the end of the line, ignoring spaces and the `#` that close a heading. */
function endingWith(line: string, text: string): number {
  if (line.endsWith(text)) return line.length - text.length;
  const trimmed = line.trimEnd();
  if (trimmed.endsWith(text)) return trimmed.length - text.length;
  return line.lastIndexOf(text);
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
