/**
 * HedgeDoc and reveal.js only ever see LF: the browser turns CRLF and CR into LF before the deck is split.
 * Patterns are therefore matched against LF text, and offsets mapped back to the document.
 */
export interface LfText {
  readonly text: string;
  /** Maps an offset in `text` to the original. An offset right before a line end stays before all of it. */
  toSource(offset: number): number;
}

/** The text with LF line ends only, and the mapping of its offsets to the original. */
export function toLf(source: string): LfText {
  if (!source.includes('\r')) return { text: source, toSource: (offset) => offset };
  /** For each CRLF, the offset in the LF text right after its LF. */
  const shortened: number[] = [];
  const text = source.replace(/\r\n?/g, (lineEnd, at: number) => {
    if (lineEnd.length === 2) shortened.push(at - shortened.length + 1);
    return '\n';
  });
  return { text, toSource: (offset) => offset + countUpTo(shortened, offset) };
}

/** How many of the ascending numbers are less than or equal to the limit. */
function countUpTo(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Number of line ends in a text; CRLF counts once. */
export function countLineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) {
    if (text[at + 1] !== '\n') count++;
  }
  return count;
}

/**
 * Where the line of an offset starts. Looks no farther back: a text with only one kind of line end never has
 * the other.
 */
export function startOfLine(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isLineEnd(text[start - 1]!)) start--;
  return start;
}

/** Offset of the start of a 0-based line; the end of the text if it has fewer lines. */
export function startOfLineNumber(text: string, line: number): number {
  if (line === 0) return 0;
  let left = line;
  for (const { index, 0: lineEnd } of text.matchAll(/\r\n?|\n/g)) {
    if (--left === 0) return index + lineEnd.length;
  }
  return text.length;
}

/** Where the line of an offset ends: before its line end. */
export function endOfLine(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isLineEnd(text[end]!)) end++;
  return end;
}

const isLineEnd = (char: string) => char === '\n' || char === '\r';

/** The first line end of a text; LF if it has none. */
export function lineEndOf(text: string): string {
  return /\r\n?|\n/.exec(text)?.[0] ?? '\n';
}

/** The line and the column of an offset, both 0-based, the column in UTF-16 code units. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
  return { line: countLineEnds(text.slice(0, offset)), column: offset - startOfLine(text, offset) };
}

/** The lines of a text, for looking up many places in it. */
export class LineIndex {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (const { index, 0: lineEnd } of text.matchAll(/\r\n?|\n/g)) this.#starts.push(index + lineEnd.length);
  }

  /** The line and the column of an offset, both 0-based, the column in UTF-16 code units. */
  positionAt(offset: number): { line: number; column: number } {
    const line = countUpTo(this.#starts, offset) - 1;
    return { line, column: offset - this.#starts[line]! };
  }
}
