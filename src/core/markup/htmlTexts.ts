import type { HtmlTag } from './htmlTags';
import type { Markup, Piece } from './markup';

/** Elements whose content is code, or no text at all: nothing in them is for markdown. */
export const RAW_ELEMENTS = new Set(
  'pre code script style textarea svg math kbd samp template title'.split(' '),
);

/** The words in a slide's HTML blocks, without notes: what is between tags and comments, shown as written. */
export function htmlTexts({ body, tags, comments }: Markup, text: string): Piece[] {
  const blocks = body?.tokens.filter(({ type, map }) => type === 'html_block' && map) ?? [];
  return blocks.flatMap(({ map }) => {
    const block = body!.lines(...map!);
    const inside = [...tags, ...comments].filter(
      ({ span }) => block.start <= span.start && span.end <= block.end,
    );
    inside.sort((a, b) => a.span.start - b.span.start);
    const pieces: Piece[] = [];
    let raw: string | null = null;
    let { start } = block;
    const keep = (end: number) => {
      if (raw === null && end > start) pieces.push({ text: text.slice(start, end), span: { start, end } });
    };
    for (const each of inside) {
      keep(each.span.start);
      start = each.span.end;
      if ('name' in each) raw = rawAfter(each, raw);
    }
    keep(block.end);
    return pieces;
  });
}

/** The raw element that is open after a tag, given the one before it. */
function rawAfter({ name, closing, selfClosing }: HtmlTag, before: string | null): string | null {
  if (before !== null) return closing && name === before ? null : before;
  return RAW_ELEMENTS.has(name) && !closing && !selfClosing ? name : null;
}
