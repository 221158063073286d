import type { Deck, SlideContent } from '../deck/deck';
import { visibleLines } from './slideLines';

/** What a slide shows first: enough to name it in a list. */
export type SlideTitle =
  | {
      readonly kind: 'heading' | 'text';
      readonly text: string;
      /** Line the text stands in, of code that of its fence; counted from the slide's first. */
      readonly line: number;
    }
  | { readonly kind: 'picture' | 'empty' };

const MAX_TITLE_LENGTH = 200;
const MAX_SUBTITLE_LENGTH = 60;
const PICTURE = /!\[|<img\b|data-background/i;
const titles = new WeakMap<SlideContent, SlideTitle>();
const subtitles = new WeakMap<SlideContent, string | null>();

/** The slide's first heading with text; else its first words; else whether there is a picture at least. */
export function slideTitle(content: SlideContent): SlideTitle {
  let title = titles.get(content);
  if (!title) {
    title = findTitle(bodyOf(content));
    titles.set(content, title);
  }
  return title;
}

/** What the frontmatter gives as title; else the deck's first heading; null where it has neither. */
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
 * What tells a slide from others with the same title: its second heading; else its first bold line; else its first
 * words after the title. Of a picture without words, its alternative text or file name. Null where there is nothing.
 */
export function slideSubtitle(content: SlideContent): string | null {
  let subtitle = subtitles.get(content);
  if (subtitle === undefined) {
    subtitle = findSubtitle(bodyOf(content), slideTitle(content));
    subtitles.set(content, subtitle);
  }
  return subtitle;
}

/** The texts of all headings of a slide, without those that have none. */
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

/** The text of a heading, of a line that is all bold, or of another line. */
interface Words {
  readonly kind: 'heading' | 'bold' | 'text';
  readonly text: string;
  /** As in `SlideTitle`. */
  readonly line: number;
}

/** All words of a slide, line by line; a heading that is underlined comes as text first. */
function* wordsIn(body: string): Iterable<Words> {
  let above = '';
  let fenceStart = 0;
  for (const [index, { text: line, fence }] of visibleLines(body).entries()) {
    if (fence === null) {
      fenceStart = index + 1;
      const text = headingText(line, above);
      if (text) yield { kind: 'heading', text, line: ATX.test(line) ? index : index - 1 };
      if (text !== null) {
        above = '';
        continue;
      }
    }
    const content = fence === null ? line.replace(/^[\s>*+-]+(?=\s|$)|^\s*\d+[.)]\s/, '') : line;
    const text = plainText(content);
    above = fence === null ? text : '';
    if (!text) continue;
    const isBold = fence === null && BOLD.test(content);
    yield { kind: isBold ? 'bold' : 'text', text, line: fence === null ? index : fenceStart };
  }
}

const BOLD = /^\s*(?:\*\*[^*]{1,500}\*\*|__[^_]{1,500}__):?\s*$/;

const ATX = /^ {0,3}#{1,6}(?:[ \t]+(.*))?$/;

/** Text of an ATX heading, or of the paragraph line above if the line underlines it; null for other lines. */
function headingText(line: string, above: string): string | null {
  const atx = ATX.exec(line);
  if (atx) return plainText((atx[1] ?? '').replace(/[ \t]#+[ \t]*$/, ''));
  return /^ {0,3}(?:=+|-+)[ \t]*$/.test(line) ? above : null;
}

const NAMED_ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

/** The words of one line of markdown: no tags, pictures, link targets or marks of emphasis. */
function plainText(line: string): string {
  const text = line
    .slice(0, 4 * MAX_TITLE_LENGTH)
    .replace(/!\[[^\][]*\]\([^()]*\)/g, '')
    .replace(/\[([^\][]*)\]\([^()]*\)/g, '$1')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/\*\*|__|~~|==|`/g, '')
    .replace(/(^|\W)[*_](?=\S)|(\S)[*_](?=\W|$)/g, '$1$2')
    .replace(/\\([^\w\s])/g, '$1')
    .replace(/&(amp|lt|gt|quot|nbsp);/g, (_, name: string) => NAMED_ENTITIES[name]!)
    .replace(/\s+/g, ' ')
    .trim();
  return shortened(text, MAX_TITLE_LENGTH);
}

/** Where it can be, between two words. */
function shortened(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length).replace(/\s+\S*$/, '')}…` : text;
}
