/** What separates slides in a text, and what only slides have. */
export interface Survey {
  /** `---` alone on a line, not right below text: that underlines a heading. */
  readonly columns: number;
  /** `----` alone on a line. */
  readonly stacked: number;
  /** `---` or `----` without an empty line on both sides. */
  readonly cramped: number;
  /** `--` alone between empty lines: the usual vertical separator in VS Code's reveal extension and on many pages. */
  readonly doubleDashes: number;
  /** `-v-`, as mkslides has it. */
  readonly mkslidesMarks: number;
  /** `---v`, `+++`: separators that only a repository's configuration explains. */
  readonly otherMarks: number;
  /** `<!--s-->` and `<!--v-->`, reveal-md's own example. */
  readonly commentMarks: number;
  /** Runs of two or more empty lines. */
  readonly blankRuns: number;
  /** Lines that begin speaker notes. */
  readonly notes: number;
  /** The same with nothing else on the line. */
  readonly loneNotes: number;
  /** Notes that HedgeDoc does not know: `Notes:` in the plural. */
  readonly pluralNotes: number;
  readonly attributeComments: number;
  /** Syntax that only HedgeDoc has: `{%youtube …%}`. */
  readonly hedgedocEmbeds: number;
  /** Whether there is a style sheet or `<font>` before the first separator, as in the title block of SCS. */
  readonly hasTitleBlock: boolean;
  /** What begins with a heading or a picture after a separator. */
  readonly titled: number;
  /** The same after a run of empty lines. */
  readonly titledRuns: number;
}

type Counts = { -readonly [Key in keyof Survey]: Survey[Key] };

const ATTRIBUTE_COMMENT = /<!--\s*\.(?:slide|element)\b/;
const CODE_SPAN = /(`+)(?!`).*?[^`]\1(?!`)/g;
/** Notes begin a line and are capitalized as usual: `NOTE: …` is a remark in prose. */
const NOTES = /^\s*[Nn]ote(s?) ?:(.*)$/;

/** Counts the evidence for each dialect, line by line outside fences. */
export function survey(text: string, start: number): Survey {
  const seen: Counts = {
    columns: 0,
    stacked: 0,
    cramped: 0,
    doubleDashes: 0,
    mkslidesMarks: 0,
    otherMarks: 0,
    commentMarks: 0,
    blankRuns: 0,
    notes: 0,
    loneNotes: 0,
    pluralNotes: 0,
    attributeComments: 0,
    hedgedocEmbeds: 0,
    hasTitleBlock: false,
    titled: 0,
    titledRuns: 0,
  };
  let fence: string | null = null;
  let blankLines = 1;
  let afterSeparator = false;
  let awaitsTitle = false;
  let doubleDash = false;
  for (const line of lines(text, start)) {
    const marker: string | undefined = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== null) {
      if (marker?.startsWith(fence) && line.trim() === marker) fence = null;
      continue;
    }
    if (marker) fence = marker;
    const blank = line.trim() === '';
    if (afterSeparator && !blank) seen.cramped++;
    if (doubleDash && blank) seen.doubleDashes++;
    if (!blank && !line.startsWith('<!--')) {
      const isTitle = /^(?:#{1,6}\s|!\[|<(?:h\d|img)\b)/.test(line);
      if (awaitsTitle && isTitle) seen.titled++;
      if (blankLines >= 2 && isTitle) seen.titledRuns++;
      awaitsTitle = false;
    }
    afterSeparator = line === '---' || line === '----';
    if (afterSeparator) {
      awaitsTitle = true;
      seen[line === '---' ? 'columns' : 'stacked']++;
      if (blankLines === 0) seen.cramped++;
    }
    doubleDash = blankLines > 0 && line === '--';
    countMarks(line, seen);
    blankLines = blank ? blankLines + 1 : 0;
    if (blankLines === 2) seen.blankRuns++;
  }
  return seen;
}

function countMarks(line: string, seen: Counts): void {
  const first = line.trimStart()[0];
  if (first === undefined) return;
  if (/^-v-\s*$/.test(line)) seen.mkslidesMarks++;
  if (/^(?:---v|\+\+\+)\s*$/.test(line)) seen.otherMarks++;
  if (/^<!--\s*[sv]\s*-->\s*$/.test(line)) seen.commentMarks++;
  const notes = NOTES.exec(line);
  if (notes) {
    seen.notes++;
    if (notes[2]!.trim() === '') seen.loneNotes++;
    if (notes[1] === 's') seen.pluralNotes++;
  }
  if (!line.includes('<') && !line.includes('{%')) return;
  const written = line.replace(CODE_SPAN, '');
  if (ATTRIBUTE_COMMENT.test(written)) seen.attributeComments++;
  if (/^\{%\s*(?:youtube|vimeo|gist|slideshare|speakerdeck|pdf)\s/.test(written)) seen.hedgedocEmbeds++;
  if (seen.columns + seen.stacked === 0 && /<(?:style|font)\b/i.test(written)) seen.hasTitleBlock = true;
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
