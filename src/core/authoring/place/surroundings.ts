/**
 * What surrounds an offset of a text. `start` and `end` are those of the content between the opening and
 * closing marks.
 */
export type Surroundings =
  | { readonly kind: 'text' | 'code' }
  /** On the line that opens a code block, after the marks. */
  | { readonly kind: 'fence'; readonly start: number }
  | { readonly kind: 'comment' | 'style'; readonly start: number; readonly end: number };

const MARKS = /^[ \t>]*(`{3,}(?=[^`\r\n]*$)|~{3,}).*$|(`+)|(<!--)|(<style\b[^>]*>)/gim;

/**
 * Distinguishes code, comments and style sheets from text, up to the offset. Unlike a markdown parser, it
 * takes what is still open at the offset for what it is going to be.
 */
export function surroundings(text: string, offset: number): Surroundings {
  let from = 0;
  for (;;) {
    MARKS.lastIndex = from;
    const match = MARKS.exec(text);
    if (!match || match.index >= offset) return { kind: 'text' };
    const [whole, fence, ticks, comment] = match;
    const open = match.index + whole.length;
    if (fence) {
      const marksEnd = match.index + whole.indexOf(fence) + fence.length;
      if (offset <= open) return offset < marksEnd ? { kind: 'code' } : { kind: 'fence', start: marksEnd };
      from = endOfFence(text, open, fence);
      if (offset <= from) return { kind: 'code' };
    } else if (ticks) {
      from = endOfCode(text, open, ticks);
      if (offset < from) return { kind: 'code' };
    } else {
      const found = text.indexOf(comment ? '-->' : '</style', open);
      const end = found < 0 ? text.length : found;
      if (offset < open) return { kind: 'code' };
      if (offset <= end) return { kind: comment ? 'comment' : 'style', start: open, end };
      from = text.indexOf('>', end) + 1 || text.length;
      if (offset < from) return { kind: 'code' };
    }
  }
}

function endOfFence(text: string, open: number, fence: string): number {
  const close = new RegExp(`^[ \\t>]*\\${fence[0]}{${fence.length},}[ \\t]*$`, 'gm');
  close.lastIndex = open;
  return close.exec(text) ? close.lastIndex : text.length;
}

/** Offset after the ticks that close inline code on its line, or after those that open it if unclosed. */
function endOfCode(text: string, open: number, ticks: string): number {
  const run = /`+|[\r\n]/g;
  run.lastIndex = open;
  for (let match = run.exec(text); match && /`/.test(match[0]); match = run.exec(text)) {
    if (match[0].length === ticks.length) return run.lastIndex;
  }
  return open;
}
