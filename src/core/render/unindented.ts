/** A slide's markdown without its indentation. */
export interface Unindented {
  readonly text: string;
  /** The line of the given text that a line of `text` comes from, both 0-based. */
  sourceLine(line: number): number;
}

/**
 * What reveal.js does so that markdown may be indented as the HTML around it is: it counts the white space before
 * the first word, line ends but for the first included, and takes as many spaces out of the text wherever they
 * are. What follows them begins a line. So three empty lines at the head of a slide un-indent its lists by two.
 */
export function unindented(text: string): Unindented {
  const tabs = /^\n?(\t*)/.exec(text)![1]!.length;
  const blanks = /^\n?(\s*)/.exec(text)![1]!.length;
  if (tabs > 0) return without(text, '\t', tabs);
  return withoutSpaces(text, blanks < 2 ? 0 : blanks);
}

/** The same by a known number of spaces; 0 leaves the text as it is. */
export function withoutSpaces(text: string, count: number): Unindented {
  return without(text, ' ', count);
}

function without(text: string, blank: string, count: number): Unindented {
  if (count === 0 || !text.includes(blank.repeat(count))) return { text, sourceLine: (line) => line };
  /** Offsets in the given text at which a line begins that is none there. */
  const added: number[] = [];
  const shorter = text.replace(
    // Tried only where a run of them begins, since its rest has fewer.
    new RegExp(`\\n?(?<!${blank})${blank}{${count}}(.*)`, 'g'),
    (match, rest: string, offset: number) => {
      if (!match.startsWith('\n')) added.push(offset);
      return `\n${rest}`;
    },
  );
  return { text: shorter, sourceLine: lineMap(text, added) };
}

function lineMap(text: string, added: readonly number[]): (line: number) => number {
  const lines = [0];
  let line = 0;
  let next = 0;
  for (let offset = 0; offset < text.length; offset++) {
    if (added[next] === offset) {
      next++;
      lines.push(line);
    }
    if (text[offset] === '\n') lines.push(++line);
  }
  return (wanted) => lines[wanted] ?? line;
}
