import type { Deck } from '../../deck/deck';
import type { Comment } from '../../markup/attributes';
import type { Markup } from '../../markup/markup';
import { markupOf } from '../../markup/markup';
import type { Reference } from '../../markup/references';
import { slideAt } from '../../summary/slideAt';
import type { Span } from '../../text/spans';
import type { TextEdit } from '../../text/textEdits';

/** Pixels as `300` or a share of the slide as `50%`; empty to let the picture's own shape decide. */
export interface PictureSize {
  readonly width: string;
  readonly height: string;
}

/** A picture on a slide whose size can be set. Offsets are of the document. */
export interface SizedPicture {
  readonly url: string;
  readonly size: PictureSize;
  /** Changes the size; an empty dimension is removed. */
  resize(size: PictureSize): TextEdit[];
}

/**
 * `300x200`, `300x`, `x200`, `50%x`, or `300` for the width alone; empty for no size. Null for anything else.
 */
export function parseSize(text: string): PictureSize | null {
  const match = /^(?:(\d{1,5}%?)?\s*[x×]\s*(\d{1,5}%?)?|(\d{1,5}%?))?$/i.exec(text.trim());
  if (!match || /^[x×]$/i.test(text.trim())) return null;
  const size = { width: match[1] ?? match[3] ?? '', height: match[2] ?? '' };
  return /^0+%?$/.test(size.width) || /^0+%?$/.test(size.height) ? null : size;
}

/** A size as users write it, such as `200x100` or `50%x`; empty for none. */
export function writeSize({ width, height }: PictureSize): string {
  return width || height ? `${width}x${height}` : '';
}

/** The picture at an offset of a deck, or null. */
export function pictureAt(deck: Deck, offset: number): SizedPicture | null {
  const slide = slideAt(deck, offset);
  const { content, span, conflict } = slide;
  if (conflict) return null;
  const markup = markupOf(content, deck.dialect);
  const at = offset - span.start;
  const holds = ({ start, end }: Span) => start <= at && at <= end;
  const pictures = markup.references.filter(({ kind }) => kind === 'image');
  const markdown = pictures.find((picture) => picture.syntax === 'inline' && holds(picture.span));
  const html = pictures.find(({ tag }) => tag?.name === 'img' && holds(tag.span));
  const found = markdown ?? html;
  if (!found) return null;
  const { size, resize } = markdown
    ? deck.dialect === 'hedgedoc'
      ? inMarkdown(content.text, markdown)
      : inComment(content.text, markdown, markup)
    : inTag(content.text, html!);
  return {
    url: found.url,
    size,
    resize: (to) =>
      resize(to).map(({ span: { start, end }, newText }) => {
        return { span: { start: start + span.start, end: end + span.start }, newText };
      }),
  };
}

type Sizing = Pick<SizedPicture, 'size' | 'resize'>;

/** HedgeDoc's ` =300x200` before the closing bracket. */
function inMarkdown(text: string, { urlSpan, span }: Reference): Sizing {
  const tail = text.slice(urlSpan.end, span.end);
  const [whole, width = '', height = ''] = /(?: =([\d%]*)x([\d%]*)\s*)?\)$/.exec(tail)!;
  const place = { start: span.end - whole.length, end: span.end - 1 };
  return {
    size: { width, height },
    resize: (size) => [{ span: place, newText: writeSize(size) && ` =${writeSize(size)}` }],
  };
}

/** The reveal dialects' way: attributes in a comment right after the picture. */
function inComment(text: string, { span }: Reference, { comments }: Markup): Sizing {
  const comment = comments.find((candidate) => isFor(candidate, span, text));
  const places = (comment?.attributes?.attributes ?? []).map(({ name, value, valueSpan }) => {
    const [start, end] = [valueSpan.start, valueSpan.end].map((place) => comment!.start + place);
    return { name, value, span: { start: start! - name.length - 2, end: end! + 1 } };
  });
  return attributes(text, places, (written) => {
    // Only the line with the keyword counts.
    if (comment) return { at: endOfAttributes(comment, text), newText: ` ${written}` };
    return { at: span.end, newText: `<!-- .element: ${written} -->` };
  });
}

/** Whether the comment sets attributes of the picture right before it. */
function isFor({ attributes, span }: Comment, picture: Span, text: string): boolean {
  if (attributes?.target !== 'element' || attributes.attributes.length === 0) return false;
  return span.start >= picture.end && /^[ \t]*$/.test(text.slice(picture.end, span.start));
}

function endOfAttributes({ start, attributes }: Comment, text: string): number {
  const end = start + Math.max(...attributes!.attributes.map(({ valueSpan }) => valueSpan.end));
  return text[end] === '"' ? end + 1 : end;
}

function inTag(text: string, { tag }: Reference): Sizing {
  const { name, span, attributes: all } = tag!;
  return attributes(text, all, (written) => ({ at: span.start + name.length + 1, newText: ` ${written}` }));
}

interface AttributePlace {
  readonly name: string;
  readonly value: string;
  readonly span: Span;
}

/** Sets `width` and `height` where they are; `add` says where new ones go. */
function attributes(
  text: string,
  places: readonly AttributePlace[],
  add: (written: string) => { at: number; newText: string },
): Sizing {
  const placeOf = (side: string) => places.find(({ name }) => name.toLowerCase() === side);
  return {
    size: { width: placeOf('width')?.value ?? '', height: placeOf('height')?.value ?? '' },
    resize: (size) => {
      const edits: TextEdit[] = [];
      const added: string[] = [];
      for (const side of ['width', 'height'] as const) {
        const place = placeOf(side);
        const written = `${side}="${size[side]}"`;
        if (place && size[side]) edits.push({ span: place.span, newText: written });
        else if (place) edits.push({ span: withBlankBefore(text, place.span), newText: '' });
        else if (size[side]) added.push(written);
      }
      if (added.length > 0) {
        const { at, newText } = add(added.join(' '));
        edits.push({ span: { start: at, end: at }, newText });
      }
      return edits;
    },
  };
}

function withBlankBefore(text: string, { start, end }: Span): Span {
  return { start: text[start - 1] === ' ' ? start - 1 : start, end };
}
