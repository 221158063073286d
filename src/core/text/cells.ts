/** East Asian characters and emoji, which take two cells of a terminal. */
const WIDE =
  /^(?:[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|\p{Emoji}\ufe0f)/u;
const CUT = '…';

/** Created when it is first needed, which takes a while. */
let graphemes: Intl.Segmenter | undefined;

/** How many cells of a terminal a text without line ends takes. */
export function cellsOf(text: string): number {
  return characters(text).reduce((sum, character) => sum + widthOf(character), 0);
}

/** The text, or as much of its start as fits into this many cells, with an ellipsis. */
export function startIn(text: string, cells: number): string {
  if (cellsOf(text) <= cells) return text;
  return cells < 1 ? '' : fitting(characters(text), cells - 1).join('') + CUT;
}

/** The text, or as much of its end as fits into this many cells, with an ellipsis. */
export function endIn(text: string, cells: number): string {
  if (cellsOf(text) <= cells) return text;
  return cells < 1
    ? ''
    : CUT +
        fitting(characters(text).reverse(), cells - 1)
          .reverse()
          .join('');
}

/** The text in lines of at most this many cells, broken at spaces; a longer word has a line of its own. */
export function wrapped(text: string, cells: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && cellsOf(last) + 1 + cellsOf(word) <= cells)
      lines.push(`${lines.pop()} ${word}`);
    else lines.push(word);
  }
  return lines;
}

function characters(text: string): string[] {
  graphemes ??= new Intl.Segmenter('en');
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

function fitting(all: readonly string[], cells: number): string[] {
  let left = cells;
  const end = all.findIndex((character) => {
    left -= widthOf(character);
    return left < 0;
  });
  return all.slice(0, end);
}

function widthOf(character: string): number {
  return WIDE.test(character) ? 2 : 1;
}
