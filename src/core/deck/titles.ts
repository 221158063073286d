import type { SlideContent } from './deck';

/** What a slide shows first: enough to name it in a list. */
export type SlideTitle =
  | { readonly kind: 'heading' | 'text'; readonly text: string }
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

function findTitle(body: string): SlideTitle {
  const visible = withoutInvisible(body);
  let firstWords: string | null = null;
  let fence: string | null = null;
  let above = '';
  for (const line of visible.split(/\r\n?|\n/)) {
    const marker = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === null && marker) {
      fence = marker;
      continue;
    }
    if (fence !== null && marker?.startsWith(fence)) {
      fence = null;
      continue;
    }
    if (fence === null) {
      const heading = headingText(line, above);
      if (heading) return { kind: 'heading', text: heading };
      if (heading === '') continue;
    }
    const words = plainText(fence === null ? line.replace(/^[\s>*+-]+(?=\s|$)|^\s*\d+[.)]\s/, '') : line);
    above = fence === null ? words : '';
    firstWords ??= words || null;
  }
  if (firstWords) return { kind: 'text', text: firstWords };
  return { kind: /!\[|<img\b|data-background/i.test(body) ? 'picture' : 'empty' };
}

/** Text of an ATX heading, or of the paragraph line above if the line underlines it; null for other lines. */
function headingText(line: string, above: string): string | null {
  const atx = /^ {0,3}#{1,6}(?:[ \t]+(.*))?$/.exec(line);
  if (atx) return plainText((atx[1] ?? '').replace(/[ \t]#+[ \t]*$/, ''));
  return /^ {0,3}(?:=+|-+)[ \t]*$/.test(line) ? above : null;
}

/** Comments and style sheets, which show nothing; an unclosed one reaches to the end. */
function withoutInvisible(body: string): string {
  let rest = body;
  for (const [open, close] of [
    ['<!--', '-->'],
    ['<style', '</style>'],
  ] as const) {
    let kept = '';
    let from = 0;
    for (let start = rest.indexOf(open); start >= 0; start = rest.indexOf(open, from)) {
      kept += rest.slice(from, start);
      const end = rest.indexOf(close, start + open.length);
      from = end < 0 ? rest.length : end + close.length;
    }
    rest = kept + rest.slice(from);
  }
  return rest;
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
