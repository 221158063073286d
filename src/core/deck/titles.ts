import type { SlideContent } from './deck';
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
const titles = new WeakMap<SlideContent, SlideTitle>();

/** The slide's first heading with text; else its first words; else whether there is a picture at least. */
export function slideTitle(content: SlideContent): SlideTitle {
  let title = titles.get(content);
  if (!title) {
    title = findTitle(content.text.slice(content.body.start, content.body.end));
    titles.set(content, title);
  }
  return title;
}

/** The texts of all headings of a slide, without those that have none. */
export function slideHeadings({ text, body }: SlideContent): string[] {
  const headings: string[] = [];
  let above = '';
  for (const { text: line, fence } of visibleLines(text.slice(body.start, body.end))) {
    const heading = fence === null ? headingText(line, above) : null;
    if (heading) headings.push(heading);
    above = fence === null ? plainText(line) : '';
  }
  return headings;
}

function findTitle(body: string): SlideTitle {
  let firstWords: SlideTitle | null = null;
  let above = '';
  let fenceStart = 0;
  for (const [index, { text: line, fence }] of visibleLines(body).entries()) {
    if (fence === null) {
      fenceStart = index + 1;
      const heading = headingText(line, above);
      if (heading) return { kind: 'heading', text: heading, line: ATX.test(line) ? index : index - 1 };
      if (heading === '') continue;
    }
    const words = plainText(fence === null ? line.replace(/^[\s>*+-]+(?=\s|$)|^\s*\d+[.)]\s/, '') : line);
    above = fence === null ? words : '';
    if (words) firstWords ??= { kind: 'text', text: words, line: fence === null ? index : fenceStart };
  }
  return firstWords ?? { kind: /!\[|<img\b|data-background/i.test(body) ? 'picture' : 'empty' };
}

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
  return text.length > MAX_TITLE_LENGTH ? `${text.slice(0, MAX_TITLE_LENGTH)}…` : text;
}
