/** What the reader of inline markdown needs to know. */
export interface InlineOptions {
  /**
   * Whether the text is part of a paragraph: `**` may have its partner in another part, and is always left
   * out.
   */
  readonly isPart?: boolean;
}

/**
 * The words of a heading or paragraph of markdown in one line: no tags, pictures, link targets or emphasis
 * marks; escapes and entities resolved. Differences from markdown-it are listed at `wordsIn` in titles.ts.
 */
export function inlineText(markdown: string, { isPart = false }: InlineOptions = {}): string {
  const brackets = bracketPairs(markdown);
  return words({ markdown, brackets }, 0, markdown.length, isPart).replace(/\s+/g, ' ').trim();
}

interface Source {
  readonly markdown: string;
  /** The place of the bracket that closes each opening one. */
  readonly brackets: ReadonlyMap<number, number>;
}

function words(source: Source, start: number, end: number, isPart: boolean): string {
  const pieces = piecesOf(source, start, end);
  pairRuns(pieces.filter((piece) => typeof piece !== 'string'));
  return pieces.map((piece) => (typeof piece === 'string' ? piece : unpaired(piece, isPart))).join('');
}

function unpaired({ mark, left, opens, closes }: Run, isPart: boolean): string {
  return isPart && left >= 2 && /[*_]/.test(mark) && (opens || closes) ? '' : mark.repeat(left);
}

/** A run of one emphasis mark. Marks without a partner are shown as written. */
interface Run {
  readonly mark: string;
  readonly length: number;
  readonly opens: boolean;
  readonly closes: boolean;
  /** How many of its marks are not yet part of a pair. */
  left: number;
}

type Piece = string | Run;

interface Match {
  readonly piece: Piece;
  readonly end: number;
}

const SPECIAL = /[\\`![<&*_~=+]/g;

function piecesOf(source: Source, start: number, end: number): Piece[] {
  const { markdown } = source;
  const pieces: Piece[] = [];
  let at = start;
  for (let special = next(SPECIAL, markdown, at); special; special = next(SPECIAL, markdown, at)) {
    if (special.index >= end) break;
    const found = read(source, special.index, end);
    pieces.push(markdown.slice(at, special.index), found.piece);
    at = found.end;
  }
  pieces.push(markdown.slice(at, end));
  return pieces;
}

/** Brackets that are escaped or in code are not brackets. */
function bracketPairs(markdown: string): Map<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (const { index, 0: found } of markdown.matchAll(/\\.|(`+)(?:[^`](?:.*?[^`])??\1(?!`))?|[[\]]/gs)) {
    if (found === '[') open.push(index);
    const start = found === ']' ? open.pop() : undefined;
    if (start !== undefined) pairs.set(start, index);
  }
  return pairs;
}

/** A line end too: escaped, it is a line break. */
const ESCAPE = /\\([!-/:-@[-`{-~\n])/y;
const CODE = /(`+)([^`](?:.*?[^`])??)\1(?!`)/sy;
const ADDRESS = /<([a-z][a-z\d+.-]{1,31}:[^\s<>]*|[\w.+-]+@[\w.-]+)>/iy;
const TAG =
  /<(?:[a-z][a-z\d-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?|\/[a-z][a-z\d-]*\s*)>/iy;
const ENTITY = /&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w*);/iy;
const RUN = /([*_~=+])\1*/y;

/** Reads what starts at a special character. A character that starts nothing is shown as it is. */
function read(source: Source, start: number, end: number): Match {
  const { markdown } = source;
  const found = (pattern: RegExp, pieceOf: (match: RegExpExecArray) => Piece): Match | null => {
    const match = next(pattern, markdown, start);
    return match && { piece: pieceOf(match), end: start + match[0].length };
  };
  const asWritten = (pattern: RegExp) => found(pattern, ([text]) => text)!;
  switch (markdown[start]) {
    case '\\':
      return found(ESCAPE, ([, character = '']) => character) ?? asWritten(/\\/y);
    case '`':
      return found(CODE, ([, , code = '']) => codeText(code)) ?? asWritten(/`+/y);
    case '<':
      return found(ADDRESS, ([, address = '']) => address) ?? found(TAG, () => '') ?? asWritten(/</y);
    case '&':
      return found(ENTITY, ([all, name = '']) => characterOf(name) ?? all) ?? asWritten(/&/y);
    case '!':
    case '[':
      return readLink(source, start) ?? asWritten(/./y);
    default:
      return found(RUN, ([run]) => readRun(markdown, start, run, end))!;
  }
}

const DESTINATION = String.raw`<[^<>]*>|(?:\\.|[^\s()<\\]|\([^\s()]*\))(?:\\.|[^\s()\\]|\([^\s()]*\))*`;
const TITLE = String.raw`"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\)`;
const SIZE = String.raw`=\d*%?x?\d*%?`;
const TARGET = new RegExp(String.raw`\(\s*(?:(?:${DESTINATION})(?:\s+(?:${TITLE}))?)?\s*\)`, 'sy');
/** HedgeDoc's syntax. */
const PICTURE_TARGET = new RegExp(
  String.raw`\(\s*(?:(?:${DESTINATION})(?:\s+(?:${TITLE}))?(?:\s+${SIZE})?)?\s*\)`,
  'sy',
);

/** The text of a link; nothing for a picture. */
function readLink(source: Source, start: number): Match | null {
  const { markdown, brackets } = source;
  const isPicture = markdown[start] === '!';
  const open = start + (isPicture ? 1 : 0);
  const close = brackets.get(open);
  const target = close === undefined ? null : next(isPicture ? PICTURE_TARGET : TARGET, markdown, close + 1);
  if (!target) return null;
  const end = target.index + target[0].length;
  if (isPicture) return { piece: '', end };
  return hasLink(source, open, close!) ? null : { piece: words(source, open + 1, close!, false), end };
}

/** Text that contains a link can't be one. */
function hasLink({ markdown, brackets }: Source, open: number, close: number): boolean {
  return [...brackets].some(
    ([start, end]) =>
      start > open && end < close && markdown[start - 1] !== '!' && next(TARGET, markdown, end + 1) !== null,
  );
}

function next(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}

/** A space at either end keeps backticks apart from those around the code. */
function codeText(code: string): string {
  const text = code.replaceAll('\n', ' ');
  return /^ .*\S.* $/.test(text) ? text.slice(1, -1) : text;
}

/** The ones people use; the other two thousand stay as written. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  eacute: 'é',
  euro: '€',
  copy: '©',
  reg: '®',
  trade: '™',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  middot: '·',
  bull: '•',
  times: '×',
  rarr: '→',
  larr: '←',
};

function characterOf(entity: string): string | undefined {
  if (!entity.startsWith('#')) return Object.hasOwn(NAMED, entity) ? NAMED[entity] : undefined;
  const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}

const PUNCTUATION = /[\p{P}\p{S}]/u;

/** Whether a run opens or closes emphasis depends on its neighbors: CommonMark's rule of flanking. */
function readRun(markdown: string, start: number, run: string, end: number): Run {
  const before = [...markdown.slice(Math.max(0, start - 2), start)].at(-1) ?? ' ';
  const runEnd = start + run.length;
  const after = runEnd < end ? String.fromCodePoint(markdown.codePointAt(runEnd)!) : ' ';
  const isAfterWord = !/\s/.test(before) && !PUNCTUATION.test(before);
  const isBeforeWord = !/\s/.test(after) && !PUNCTUATION.test(after);
  const isLeft = !/\s/.test(after) && (isBeforeWord || !isAfterWord);
  const isRight = !/\s/.test(before) && (isAfterWord || !isBeforeWord);
  const mark = run[0]!;
  const splitsWords = mark !== '_';
  return {
    mark,
    length: run.length,
    opens: isLeft && (splitsWords || !isRight || PUNCTUATION.test(before)),
    closes: isRight && (splitsWords || !isLeft || PUNCTUATION.test(after)),
    left: run.length,
  };
}

/** Counts the marks that form pairs. Pairs are nested: runs open within a pair stay unpaired. */
function pairRuns(runs: readonly Run[]): void {
  const open: Run[] = [];
  for (const run of runs) {
    if (run.closes) closeRuns(run, open);
    if (run.opens && run.left > 0) open.push(run);
  }
}

function closeRuns(run: Run, open: Run[]): void {
  const least = /[*_]/.test(run.mark) ? 1 : 2;
  while (run.left >= least) {
    const partner = open.findLastIndex((other) => other.left >= least && isPair(other, run));
    if (partner < 0) return;
    const opener = open[partner]!;
    const used = Math.min(2, opener.left, run.left);
    opener.left -= used;
    run.left -= used;
    open.length = opener.left >= least ? partner + 1 : partner;
  }
}

/** `**a*` and the like: CommonMark's rule of three for runs that open and close. */
function isPair(opener: Run, closer: Run): boolean {
  if (opener.mark !== closer.mark) return false;
  if (!/[*_]/.test(opener.mark) || !(opener.closes || closer.opens)) return true;
  return (opener.length + closer.length) % 3 !== 0 || (opener.length % 3 === 0 && closer.length % 3 === 0);
}
