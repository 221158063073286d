/** Characters misread from others. Offsets are of the text, in UTF-16 code units. */
export interface Mojibake {
  readonly start: number;
  readonly end: number;
  /** What was written before it was read in the wrong encoding; null if that is unknown. */
  readonly meant: string | null;
}

/**
 * The characters that Windows-1252 has in place of the control characters 0x80 to 0x9f; five of those are
 * unassigned.
 */
const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** What a byte of the second half is read as in Windows-1252 or Latin-1. */
const TAIL = `[${WINDOWS}\x80-\xbf]`;
/** What does not follow a letter in proper typography. */
const RARE_TAIL = '[€\x81ƒ†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90•˜™š›œ\x9džŸ\x80-\x9f¡-ª¬-º¼-¿]';

/**
 * UTF-8's first bytes, read as letters, followed by as many bytes as they announce. Some of these sequences
 * could be intended: `Ä“` ends a German quotation. So letters of other languages must be followed by rare
 * characters, or occur several times in a row.
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

/** UTF-8 characters read as Windows-1252, several in a row as one, and those that are lost for good. */
export function mojibakeIn(text: string): Mojibake[] {
  const found: Mojibake[] = [];
  for (const match of text.matchAll(READ_WRONGLY)) {
    const meant = decoded(match[0]);
    if (meant !== null) add(found, match.index, match[0], meant);
  }
  // Characters shown as a question mark in a box, including NUL.
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
