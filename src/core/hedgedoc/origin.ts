import { parseFrontMatter } from '../deck/frontMatter';
import { lineEndOf } from '../text/lineEnds';
import { isNoteAddress, type NoteAddress, readNoteAddress } from './noteAddress';

/** A comment of YAML, which HedgeDoc and other tools skip. Group 1 is the address. */
const ORIGIN = /^#[ \t]*deckwright:[ \t]*origin[ \t]+(\S+)[ \t]*$/m;
/** With its line end. */
const ORIGIN_LINE = new RegExp(`${ORIGIN.source}(?:\\r\\n?|\\n)`, 'gm');

/** The note that a deck came from, as its frontmatter says; null if it does not. */
export function originOf(text: string): NoteAddress | null {
  const written = ORIGIN.exec(frontMatterOf(text))?.[1];
  const address = written === undefined ? null : readNoteAddress(written);
  return address && isNoteAddress(address) ? address : null;
}

/**
 * The deck with a comment in its frontmatter that says which note it came from. A deck without frontmatter gets one. Where
 * the comment would change what the frontmatter says, the deck stays without it.
 */
export function withOrigin(text: string, { page }: NoteAddress): string {
  const rest = withoutOrigin(text);
  const lineEnd = lineEndOf(rest);
  const comment = `# deckwright: origin ${page}${lineEnd}`;
  const before = parseFrontMatter(rest);
  if (!before) return rest.startsWith('---') ? rest : `---${lineEnd}${comment}---${lineEnd}${rest}`;
  const result = rest.replace(/^[^\r\n]*(?:\r\n?|\n)/, (opening) => opening + comment);
  const after = parseFrontMatter(result);
  return JSON.stringify(after?.values) === JSON.stringify(before.values) ? result : rest;
}

/** The deck without that comment, and without frontmatter that had nothing else. */
export function withoutOrigin(text: string): string {
  const frontMatter = frontMatterOf(text);
  const rest = frontMatter.replace(ORIGIN_LINE, '');
  if (rest === frontMatter) return text;
  const body = text.slice(frontMatter.length);
  return /^---[\r\n]+---$/.test(rest) ? body.replace(/^(?:\r\n?|\n)/, '') : rest + body;
}

function frontMatterOf(text: string): string {
  return text.slice(0, parseFrontMatter(text)?.span.end ?? 0);
}
