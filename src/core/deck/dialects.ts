import type { Dialect, FrontMatter } from './deck';
import { HEDGEDOC_KEYS } from './hedgedocKeys';
import { misplacedFrontMatter } from './misplacedFrontMatter';
import { defaultSetup, dialectOf, NAMED_SETUPS } from './namedSetups';
import type { Setup } from './setup';
import { type Survey, survey } from './survey';

/** What a document is taken to be and why, in words for the user. */
export interface Recognition {
  /** False for ordinary markdown: Deckwright does not show itself there. */
  readonly isDeck: boolean;
  readonly dialect: Dialect;
  readonly setup: Setup;
  /** Whether another tool could be meant: then nothing is said of what one tool does. */
  readonly isGuess: boolean;
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
  hedgedocSyntax: 'separators and syntax that only HedgeDoc has',
  neighbors: 'separators as in the other decks of the folder',
  none: 'no frontmatter of a deck, no separators',
} as const;

/** Keys that only reveal-md reads. The others also occur in blogs' frontmatter. */
const REVEAL_MD_KEYS = [
  'separator',
  'verticalSeparator',
  'notesSeparator',
  'revealOptions',
  'highlightTheme',
  'preprocessor',
];
const SHARED_KEYS = ['theme', 'css', 'scripts', 'template', 'mermaid', 'transition'];

/** Distinguishes the dialects: by the frontmatter first, then by the text itself. */
export function recognizeDeck(text: string, frontMatter: FrontMatter | null): Recognition {
  return (frontMatter && fromFrontMatter(text, frontMatter)) ?? fromText(text, frontMatter?.span.end ?? 0);
}

/** Whether the frontmatter alone says what a document is, so that nothing around it can say otherwise. */
export function isDecidedByFrontMatter({ isGuess, dialect }: Recognition): boolean {
  return !isGuess && dialect === 'hedgedoc';
}

/** Whether only separators show what a document is, which HedgeDoc and reveal-md share. */
export function isUndecided({ isGuess, reason }: Recognition): boolean {
  return isGuess && (reason === REASONS.separators || reason === REASONS.separatorsAlone);
}

/** Whether most slides begin with a heading or a picture, as after a horizontal rule not every text does. */
export function hasTitledSlides(text: string, bodyStart: number): boolean {
  const { columns, stacked, titled } = survey(text, bodyStart);
  return columns > 0 && titled * 2 >= columns + stacked;
}

function fromFrontMatter(text: string, { values, span, problem }: FrontMatter): Recognition | null {
  if (values.marp === true) return { ...certain('hedgedoc', 'marp: true'), isDeck: false };
  if (values.type === 'slide') return certain('hedgedoc', 'type: slide');
  if ('slideOptions' in values) return certain('hedgedoc', 'slideOptions');
  // HedgeDoc itself ignores other letter case; and frontmatter is often broken while someone types in it.
  const written = HEDGEDOC_KEYS.exec(text.slice(span.start, span.end))?.[0];
  if (written !== undefined) {
    return certain('hedgedoc', problem ? 'type: slide' : written.replace(/\s*:?\s*$/, ''));
  }
  const key = REVEAL_MD_KEYS.find((name) => name in values);
  if (key) return certain('reveal-md', key);
  const shared = SHARED_KEYS.find((name) => name in values);
  if (!shared) return null;
  const seen = survey(text, span.end);
  const isDeck = looksLikeDeck(seen) || (seen.columns > 0 && (shared === 'theme' || shared === 'mermaid'));
  return { isDeck, ...read(likelyReveal(seen)), isGuess: true, reason: shared };
}

function certain(name: 'hedgedoc' | 'reveal-md', reason: string): Recognition {
  return { isDeck: true, ...read(NAMED_SETUPS[name]), isGuess: false, reason };
}

function guess(setup: Setup, isDeck: boolean, reason: string): Recognition {
  return { isDeck, ...read(setup), isGuess: true, reason };
}

function read(setup: Setup): Pick<Recognition, 'dialect' | 'setup'> {
  return { dialect: dialectOf(setup), setup };
}

function fromText(text: string, start: number): Recognition {
  if (misplacedFrontMatter(text)) return certain('hedgedoc', REASONS.misplaced);
  if (start === 0 && isUnclosedFrontMatter(text)) return certain('hedgedoc', REASONS.unclosed);
  const seen = survey(text, start);
  const isDeck = looksLikeDeck(seen);
  if (separatorsIn(seen) > 0) {
    if (isHedgedocs(seen)) return { ...certain('hedgedoc', REASONS.hedgedocSyntax), isDeck };
    if (!isDeck) return guess(NAMED_SETUPS.hedgedoc, false, REASONS.separatorsAlone);
    return guess(likelyReveal(seen), true, REASONS.separators);
  }
  if (seen.blankRuns >= 2 && seen.columns + seen.stacked === 0) {
    return guess(NAMED_SETUPS['reveal-blank-lines'], isTalk(seen), REASONS.blankLines);
  }
  return guess(NAMED_SETUPS.hedgedoc, false, REASONS.none);
}

function separatorsIn(seen: Survey): number {
  const { columns, stacked, doubleDashes, mkslidesMarks, otherMarks, commentMarks } = seen;
  return columns + stacked + doubleDashes + mkslidesMarks + otherMarks + commentMarks;
}

/** What ordinary documents do not have, besides horizontal rules. */
function looksLikeDeck(seen: Survey): boolean {
  const { columns, stacked, doubleDashes, mkslidesMarks, otherMarks, commentMarks } = seen;
  const separators = separatorsIn(seen);
  if (separators === 0) return false;
  const areNotes = seen.loneNotes >= 2 || (seen.notes >= 3 && seen.notes <= separators + 1);
  const areTwoKinds =
    columns > 0 && (stacked > 0 || doubleDashes >= 2 || mkslidesMarks > 0 || otherMarks > 0);
  return seen.attributeComments > 0 || areNotes || areTwoKinds || commentMarks > 0;
}

/** Sections with generous empty lines are ordinary; a remark in every other of them is not. */
function isTalk({ attributeComments, loneNotes, notes, blankRuns, titledRuns }: Survey): boolean {
  const hasNotesThroughout = notes >= 2 && notes * 2 > blankRuns && titledRuns * 2 >= blankRuns;
  return attributeComments > 0 || loneNotes >= 2 || hasNotesThroughout;
}

/** HedgeDoc needs frontmatter for slides, so it is the tool only if nothing else could be meant. */
function isHedgedocs(seen: Survey): boolean {
  if (seen.cramped > 0 || seen.pluralNotes > 0 || seen.doubleDashes > 0) return false;
  return seen.hedgedocEmbeds > 0 || (seen.hasTitleBlock && seen.columns > 0 && seen.stacked > 0);
}

/** reveal-md's own example of other separators. */
const COMMENT_MARKS = custom('<!--\\s*s\\s*-->', '<!--\\s*v\\s*-->');
const OTHER_MARKS = custom('\\r?\\n---\\r?\\n', '\\r?\\n(?:---v|\\+\\+\\+)\\r?\\n');

function custom(separator: string, verticalSeparator: string): Setup {
  return defaultSetup('reveal-md', { separator, verticalSeparator });
}

/** The tool that splits where the text has what looks like a separator. */
function likelyReveal(seen: Survey): Setup {
  const { stacked, doubleDashes, mkslidesMarks, otherMarks, commentMarks, columns } = seen;
  if (commentMarks > 0 && columns === 0) return COMMENT_MARKS;
  if (mkslidesMarks > 0) return NAMED_SETUPS.mkslides;
  if (otherMarks > 0 && stacked === 0) return OTHER_MARKS;
  return doubleDashes > 0 && stacked === 0 ? NAMED_SETUPS['vscode-reveal'] : NAMED_SETUPS['reveal-md'];
}

/** Keys after a line of dashes, up to the first blank line. Called only if nothing closes them. */
function isUnclosedFrontMatter(text: string): boolean {
  const [keys = ''] = text.slice(0, 4096).split(/(?:\r\n|\r|\n)[ \t]*[\r\n]/, 1);
  return /^---[ \t]*[\r\n]/.test(keys) && HEDGEDOC_KEYS.test(keys);
}
