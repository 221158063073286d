import type { Span } from '../text/spans';
import type { Dialect, FrontMatter } from './deck';
import { parseFrontMatter } from './frontMatter';

/** What a document is taken to be and why, in words for the user. */
export interface Recognition {
  /** False for ordinary markdown: Deckwright does not show itself there. */
  readonly isDeck: boolean;
  readonly dialect: Dialect;
  /** A key with or without its value, as written, or one of `REASONS`, which an editor translates. */
  readonly reason: string;
}

/** Reasons other than a key of the frontmatter; in English. */
export const REASONS = {
  misplaced: 'type: slide, though below other text',
  unclosed: 'type: slide, though the frontmatter is not closed',
  separators: 'separators',
  separatorsAlone: 'separators alone may be anything',
  blankLines: 'slides separated by blank lines',
  none: 'no frontmatter of a deck, no separators',
} as const;

/** A line that occurs only in HedgeDoc's frontmatter. */
export const HEDGEDOC_KEYS = /^(?:slideOptions[ \t]*:|type[ \t]*:[ \t]*['"]?slide['"]?[ \t]*(?:#|$))/m;
/** Keys that only reveal-md reads. `css`, `scripts` and `template` also occur in blogs' frontmatter. */
const REVEAL_MD_KEYS = [
  'separator',
  'verticalSeparator',
  'notesSeparator',
  'revealOptions',
  'highlightTheme',
  'preprocessor',
];
const SHARED_KEYS = ['css', 'scripts', 'template'];
const ATTRIBUTE_COMMENT = /<!--\s*\.(?:slide|element)\b/;

/** Distinguishes the dialects: by the frontmatter first, then by the text itself. */
export function recognizeDeck(text: string, frontMatter: FrontMatter | null): Recognition {
  return (frontMatter && fromFrontMatter(text, frontMatter)) ?? fromText(text, frontMatter?.span.end ?? 0);
}

function fromFrontMatter(text: string, { values, span, problem }: FrontMatter): Recognition | null {
  if (values.marp === true) return { isDeck: false, dialect: 'hedgedoc', reason: 'marp: true' };
  if (values.type === 'slide') return { isDeck: true, dialect: 'hedgedoc', reason: 'type: slide' };
  if ('slideOptions' in values) return { isDeck: true, dialect: 'hedgedoc', reason: 'slideOptions' };
  // Frontmatter is often broken for a moment while someone types in it: the deck stays what it was.
  if (problem && HEDGEDOC_KEYS.test(text.slice(span.start, span.end))) {
    return { isDeck: true, dialect: 'hedgedoc', reason: 'type: slide' };
  }
  const key = REVEAL_MD_KEYS.find((name) => name in values);
  if (key) return { isDeck: true, dialect: 'reveal-md', reason: key };
  const shared = SHARED_KEYS.find((name) => name in values);
  if (!shared) return null;
  return { isDeck: fromText(text, span.end).isDeck, dialect: 'reveal-md', reason: shared };
}

function fromText(text: string, start: number): Recognition {
  if (misplacedFrontMatter(text)) {
    return { isDeck: true, dialect: 'hedgedoc', reason: REASONS.misplaced };
  }
  if (start === 0 && isUnclosedFrontMatter(text)) {
    return { isDeck: true, dialect: 'hedgedoc', reason: REASONS.unclosed };
  }
  const seen = survey(text, start);
  if (seen.horizontal + seen.vertical > 0) {
    const isDeck = seen.attributeComments > 0 || (seen.horizontal > 0 && seen.vertical > 0);
    const dialect = seen.crampedSeparators ? 'reveal-md' : 'hedgedoc';
    return { isDeck, dialect, reason: isDeck ? REASONS.separators : REASONS.separatorsAlone };
  }
  if (seen.blankRuns >= 2) {
    const isDeck = seen.attributeComments > 0 || seen.notes >= 2;
    return { isDeck, dialect: 'reveal-blank-lines', reason: REASONS.blankLines };
  }
  return { isDeck: false, dialect: 'hedgedoc', reason: REASONS.none };
}

/** Keys after a line of dashes, up to the first blank line. Called only if nothing closes them. */
function isUnclosedFrontMatter(text: string): boolean {
  const [keys = ''] = text.slice(0, 4096).split(/(?:\r\n|\r|\n)[ \t]*[\r\n]/, 1);
  return /^---[ \t]*[\r\n]/.test(keys) && HEDGEDOC_KEYS.test(keys);
}

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
  const { horizontal, vertical, attributeComments } = survey(text, end);
  return text.slice(0, start).trim().length <= MAX_TYPO || horizontal + vertical + attributeComments > 0;
}

interface Survey {
  horizontal: number;
  vertical: number;
  /** Whether there is a separator line without empty lines on both sides. */
  crampedSeparators: boolean;
  /** Runs of two or more blank lines. */
  blankRuns: number;
  notes: number;
  attributeComments: number;
}

/** Counts the evidence for each dialect, line by line outside fences. */
function survey(text: string, start: number): Survey {
  const seen: Survey = {
    horizontal: 0,
    vertical: 0,
    crampedSeparators: false,
    blankRuns: 0,
    notes: 0,
    attributeComments: 0,
  };
  let fence: string | null = null;
  let blankLines = 0;
  let afterSeparator = false;
  for (const line of lines(text, start)) {
    const marker: string | undefined = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== null) {
      if (marker?.startsWith(fence)) fence = null;
      continue;
    }
    if (marker) fence = marker;
    const blank = line.trim() === '';
    if (afterSeparator && line !== '') seen.crampedSeparators = true;
    afterSeparator = line === '---' || line === '----';
    if (afterSeparator) {
      seen[line === '---' ? 'horizontal' : 'vertical']++;
      if (blankLines === 0) seen.crampedSeparators = true;
    }
    blankLines = blank ? blankLines + 1 : 0;
    if (blankLines === 2) seen.blankRuns++;
    if (/^notes?:/i.test(line)) seen.notes++;
    if (ATTRIBUTE_COMMENT.test(line)) seen.attributeComments++;
  }
  return seen;
}

function* lines(text: string, start: number): Iterable<string> {
  const lineEnd = /\r\n?|\n/g;
  lineEnd.lastIndex = start;
  let from = start;
  for (let match = lineEnd.exec(text); match; match = lineEnd.exec(text)) {
    yield text.slice(from, match.index);
    from = lineEnd.lastIndex;
  }
  yield text.slice(from);
}
