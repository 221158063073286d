/** Characters that stand for others: offsets in the text. */
export interface Mojibake {
  readonly start: number;
  readonly end: number;
  /** What was written before it was read in the wrong encoding; null where nobody can tell. */
  readonly meant: string | null;
}

/** What Windows-1252 has in place of the control characters 0x80 to 0x9f; it leaves five of them out. */
const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** What a byte of the second half is read as: by Windows-1252, or by Latin-1. */
const TAIL = `[${WINDOWS}\x80-\xbf]`;
/** What no typographer puts behind a letter. */
const RARE_TAIL = '[€\x81ƒ†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90•˜™š›œ\x9džŸ\x80-\x9f¡-ª¬-º¼-¿]';

/**
 * UTF-8's first bytes, read as letters, with as many bytes behind them as they announce. Some of that could be meant:
 * `Ä“` ends a German quotation. So the letters of other languages must be followed by what is rare, or come in a row.
 */
const READ_WRONGLY = new RegExp(
  [
    `[ÂÃ]${TAIL}`,
    `[ÄÅ]${RARE_TAIL}`,
    `(?:[ÎÏÐÑ]${TAIL}){2,}`,
    `â${TAIL}{2}`,
    `ï[¸»]${TAIL}`,
    `(?:[à-ï]${TAIL}{2}){2,}`,
    `ðŸ${TAIL}{2}`,
  ].join('|'),
  'g',
);

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Characters of UTF-8 that were read as Windows-1252, several in a row as one, and those that are lost for good. */
export function mojibakeIn(text: string): Mojibake[] {
  const found: Mojibake[] = [];
  for (const match of text.matchAll(READ_WRONGLY)) {
    const meant = decoded(match[0]);
    if (meant !== null) add(found, match.index, match[0], meant);
  }
  // What shows as a question mark in a box: NUL does too.
  for (const match of text.matchAll(/[\0\ufffd]+/g)) add(found, match.index, match[0], null);
  return found.sort((a, b) => a.start - b.start).map((each) => ({ ...each, meant: again(each.meant) }));
}

function add(found: Mojibake[], start: number, written: string, meant: string | null): void {
  const last = found.at(-1);
  const end = start + written.length;
  if (last?.end === start && last.meant !== null && meant !== null)
    found[found.length - 1] = { start: last.start, end, meant: last.meant + meant };
  else found.push({ start, end, meant });
}

/** What happened once may have happened twice. */
function again(meant: string | null): string | null {
  if (meant === null) return null;
  return meant.replace(READ_WRONGLY, (written) => decoded(written) ?? written);
}

function decoded(written: string): string | null {
  const bytes = Uint8Array.from(written, (character) => {
    const high = WINDOWS.indexOf(character);
    return high < 0 ? character.charCodeAt(0) : 0x80 + high;
  });
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}
