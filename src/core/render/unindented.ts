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
  if (tabs === 0 && blanks < 2) return { text, sourceLine: (line) => line };
  const indentation = tabs > 0 ? `\\t{${tabs}}` : ` {${blanks}}`;
  /** Offsets in the given text at which a line begins that is none there. */
  const added: number[] = [];
  const shorter = text.replace(
    new RegExp(`\\n?${indentation}(.*)`, 'g'),
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
