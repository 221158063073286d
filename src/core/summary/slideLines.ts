/** One line of a slide. */
export interface SlideLine {
  /** Without its line end; empty for the marks that open and close a fence. */
  readonly text: string;
  /** The language of the fence around the line, empty if none is given; null outside fences. */
  readonly fence: string | null;
  /** What is written after the marks that open a fence; null on all other lines. */
  readonly info: string | null;
}

/** A slide's lines, by whether they are code. An unclosed fence extends to the end. */
export function slideLines(text: string): SlideLine[] {
  const lines: SlideLine[] = [];
  let open: { marker: string; language: string } | null = null;
  for (const line of text.split(/\r\n?|\n/)) {
    const [, marker, language = ''] = /^ {0,3}(`{3,}|~{3,})[ \t]*([^\s`]*)/.exec(line) ?? [];
    if (open === null && marker) {
      open = { marker, language };
      lines.push({ text: '', fence: language, info: line.replace(/^ *[`~]+/, '') });
    } else if (open !== null && marker?.startsWith(open.marker)) {
      lines.push({ text: '', fence: open.language, info: null });
      open = null;
    } else {
      lines.push({ text: line, fence: open?.language ?? null, info: null });
    }
  }
  return lines;
}

/** A slide's lines without comments and style sheets, which show nothing. Each line keeps its index. */
export function visibleLines(text: string): SlideLine[] {
  return slideLines(withoutInvisible(text));
}

/** Leaves only their line ends; an unclosed one extends to the end. */
function withoutInvisible(text: string): string {
  let rest = text;
  for (const [open, close] of [
    ['<!--', '-->'],
    ['<style', '</style>'],
  ] as const) {
    let kept = '';
    let from = 0;
    for (let start = rest.indexOf(open); start >= 0; start = rest.indexOf(open, from)) {
      const found = rest.indexOf(close, start + open.length);
      const end = found < 0 ? rest.length : found + close.length;
      kept += rest.slice(from, start) + rest.slice(start, end).replace(/[^\r\n]+/g, '');
      from = end;
    }
    rest = kept + rest.slice(from);
  }
  return rest;
}
