import type { Deck, SlideContent } from '../deck/deck';
import { getOrSet } from '../text/getOrSet';
import { type InlineOptions, inlineText } from './inlineText';
import { visibleLines } from './slideLines';

/** What a slide shows first: enough to identify it in a list. */
export type SlideTitle =
  | {
      readonly kind: 'heading' | 'text';
      readonly text: string;
      /** Line of the text, for code that of its fence; 0-based, counted from the slide's first. */
      readonly line: number;
    }
  | { readonly kind: 'picture' | 'empty' };

const MAX_TITLE_LENGTH = 200;
const MAX_SUBTITLE_LENGTH = 60;
const PICTURE = /!\[|<img\b|data-background/i;
const titles = new WeakMap<SlideContent, SlideTitle>();
const subtitles = new WeakMap<SlideContent, string | null>();

/** The slide's first heading with text; else its first words; else whether there is at least a picture. */
export function slideTitle(content: SlideContent): SlideTitle {
  return getOrSet(titles, content, () => findTitle(bodyOf(content)));
}

/** The frontmatter's title; else the deck's first heading; null if it has neither. */
export function deckTitle({ frontMatter, slides }: Deck): string | null {
  const written = frontMatter?.values.title;
  if (typeof written === 'string' || typeof written === 'number') return String(written);
  for (const { content } of slides) {
    const title = slideTitle(content);
    if (title.kind === 'heading') return title.text;
  }
  return null;
}

/**
 * What distinguishes a slide from others with the same title: its second heading; else its first bold line;
 * else its first words after the title. For a picture without words, its alternative text or file name. Null
 * if there is nothing.
 */
export function slideSubtitle(content: SlideContent): string | null {
  return getOrSet(subtitles, content, () => findSubtitle(bodyOf(content), slideTitle(content)));
}

/** The texts of all headings of a slide, omitting empty ones. */
export function slideHeadings(content: SlideContent): string[] {
  return [...wordsIn(bodyOf(content))].flatMap(({ kind, text }) => (kind === 'heading' ? [text] : []));
}

function bodyOf({ text, body }: SlideContent): string {
  return text.slice(body.start, body.end);
}

function findTitle(body: string): SlideTitle {
  let firstWords: SlideTitle | null = null;
  for (const { kind, text, line } of wordsIn(body)) {
    if (kind === 'heading') return { kind, text, line };
    firstWords ??= { kind: 'text', text, line };
  }
  return firstWords ?? { kind: PICTURE.test(body) ? 'picture' : 'empty' };
}

function findSubtitle(body: string, title: SlideTitle): string | null {
  if (!('text' in title)) return title.kind === 'picture' ? pictureName(body) : null;
  let boldLine: string | null = null;
  let firstWords: string | null = null;
  for (const { kind, text } of wordsIn(body)) {
    if (text === title.text) continue;
    if (kind === 'heading') return asSubtitle(text);
    if (kind === 'bold') boldLine ??= text;
    firstWords ??= text;
  }
  const found = boldLine ?? firstWords;
  return found && asSubtitle(found);
}

const ALT_TEXT = /!\[([^\][]*)\]/;
const ADDRESS = /(?:!\[[^\][]*\]\(\s*|\b(?:src|data-background(?:-image)?)=["']?)([^\s"'()<>]+)/i;

function pictureName(body: string): string | null {
  const alt = plainText(ALT_TEXT.exec(body)?.[1] ?? '');
  const name = ADDRESS.exec(body)?.[1]
    ?.replace(/[?#].*$/s, '')
    .replace(/^.*\//s, '');
  const found = alt || name;
  return found ? asSubtitle(found) : null;
}

function asSubtitle(text: string): string {
  return shortened(text.replace(/:$/, ''), MAX_SUBTITLE_LENGTH);
}

/** The text of a heading, of an entirely bold line, or of another line. */
interface Words {
  readonly kind: 'heading' | 'bold' | 'text';
  readonly text: string;
  /** As in `SlideTitle`. */
  readonly line: number;
}

/**
 * All words of a slide, line by line; an underlined heading comes first as text. The headings are those that
 * markdown-it finds, with the text of its tokens, except for what requires all of it, or the dialect:
 * - lists, quotes and tables have no headings, and HTML blocks are read as if they were markdown;
 * - `[text][name]` is shown as written, whether or not there is a definition, and so are formulas,
 *   `:shortcodes:`, HedgeDoc's marks for subscript and superscript, and rare named entities;
 * - quotation marks, dashes and `(c)` stay as typed.
 */
function* wordsIn(body: string): Iterable<Words> {
  let paragraph: Paragraph | null = null;
  let inContainer = false;
  let fenceStart = 0;
  for (const [index, { text: line, fence }] of visibleLines(body).entries()) {
    if (fence !== null) {
      const text = plainText(line);
      if (text) yield { kind: 'text', text, line: fenceStart };
      paragraph = null;
      continue;
    }
    fenceStart = index + 1;
    const atx = ATX.exec(line);
    const isUnderline = isSetextUnderline(line);
    const source = atx ? withoutClosing(atx[1] ?? '') : isUnderline && paragraph?.source;
    const heading = source && plainText(source);
    if (heading) yield { kind: 'heading', text: heading, line: atx ? index : paragraph!.line };
    if (atx || isUnderline || RULE.test(line) || line.trim() === '') {
      paragraph = null;
      inContainer = false;
      continue;
    }
    const content = line.replace(/^[\s>*+-]+(?=\s|$)|^\s*\d+[.)]\s/, '');
    const text = plainText(content, { isPart: true });
    if (text) yield { kind: BOLD.test(content) ? 'bold' : 'text', text, line: index };
    // The lines that follow still belong to the list, quote or table.
    inContainer ||= CONTAINER.test(line);
    paragraph = inContainer ? null : withLine(paragraph, line, index);
  }
}

/** The lines since the last blank one, which a line of dashes turns into a heading. */
interface Paragraph {
  readonly source: string;
  readonly line: number;
}

/** Indented by four, a line continues a paragraph but does not begin one. */
function withLine(paragraph: Paragraph | null, line: string, index: number): Paragraph | null {
  if (paragraph) return { ...paragraph, source: `${paragraph.source}\n${line}` };
  return INDENTED.test(line) ? null : { source: line, line: index };
}

const BOLD = /^\s*(?:\*\*[^*]{1,500}\*\*|__[^_]{1,500}__):?\s*$/;
const ATX = /^ {0,3}#{1,6}(?:[ \t]+(.*))?$/;
const RULE = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const CONTAINER = /^ {0,3}(?:[>|]|(?:[*+-]|\d{1,9}[.)])(?:[ \t]|$))/;
const INDENTED = /^(?: {4}| {0,3}\t)/;

/** Whether a line turns the paragraph before it into a heading. */
export function isSetextUnderline(line: string): boolean {
  return /^ {0,3}(?:=+|-+)[ \t]*$/.test(line);
}

function withoutClosing(heading: string): string {
  return heading.replace(/(?:^|[ \t])#+[ \t]*$/, '');
}

function plainText(markdown: string, options?: InlineOptions): string {
  return shortened(inlineText(markdown.slice(0, 4 * MAX_TITLE_LENGTH), options), MAX_TITLE_LENGTH);
}

/** Between two words if possible. */
function shortened(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length).replace(/:?\s+\S*$/, '')}…` : text;
}
