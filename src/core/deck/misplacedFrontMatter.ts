import type { Span } from '../text/spans';
import { parseFrontMatter } from './frontMatter';
import { HEDGEDOC_KEYS } from './hedgedocKeys';
import { survey } from './survey';

/** Blank lines and comments before a line of dashes. */
const BEFORE_FRONT_MATTER = /^(?:\s|<!--(?:(?!-->)[\s\S])*-->)+(?<=[\r\n])(?=---[ \t]*[\r\n])/;

/** How far a document is searched for frontmatter, and the frontmatter for its keys. */
const HEAD = 2048;
const MAX_FRONT_MATTER = 4096;

/**
 * A block that was meant to be frontmatter except that it is not at the start: HedgeDoc shows it as text.
 * From its first dashes to its last; null if there is none.
 */
export function misplacedFrontMatter(text: string): Span | null {
  const head = text.slice(0, HEAD);
  const before = BEFORE_FRONT_MATTER.exec(head);
  if (before) return blockAt(text, before[0].length);
  const start = dashesBelowText(head);
  const block = start === null ? null : blockAt(text, start);
  return block && isMeantForHedgeDoc(text, block) ? block : null;
}

function blockAt(text: string, start: number): Span | null {
  const yaml = text.slice(start + 3, start + MAX_FRONT_MATTER);
  const close = /[\r\n](?:---|\.\.\.)/.exec(yaml);
  if (!close || !HEDGEDOC_KEYS.test(yaml.slice(0, close.index))) return null;
  return { start, end: start + 3 + close.index + close[0].length };
}

/** More lines or characters than these are a text of its own, which may well quote frontmatter. */
const MAX_LINES_ABOVE = 10;
const MAX_TEXT_ABOVE = 300;
/** Characters typed by mistake on the line of the dashes, before them. */
const STRAY = /^[^\r\n]{0,19}[^\r\n-](?=---[ \t]*[\r\n])/;
const QUOTING = /(?:^|[\r\n]) {0,3}(?:```|~~~)|<!--(?:(?!-->)[\s\S])*$|<(?:pre|code)\b/i;

/** Offset of the first line of dashes below a few lines of text, or of the dashes in the first line. */
function dashesBelowText(head: string): number | null {
  const stray = STRAY.exec(head);
  if (stray) return stray[0].length;
  const start = head.search(/(?<=[\r\n])---[ \t]*[\r\n]/);
  const above = head.slice(0, Math.max(start, 0));
  const isShort =
    above.split(/\r\n?|\n/).length <= MAX_LINES_ABOVE + 1 && above.trim().length <= MAX_TEXT_ABOVE;
  return start > 0 && isShort && !QUOTING.test(above) ? start : null;
}

/** At most this many characters are a typing mistake. */
const MAX_TYPO = 20;

/** A text that quotes frontmatter says something before it and has no slides after it. */
function isMeantForHedgeDoc(text: string, { start, end }: Span): boolean {
  const values = parseFrontMatter(text.slice(start, end))?.values ?? {};
  if (values.type !== 'slide' && typeof values.slideOptions !== 'object') return false;
  const { columns, stacked, attributeComments } = survey(text, end);
  return text.slice(0, start).trim().length <= MAX_TYPO || columns + stacked + attributeComments > 0;
}
