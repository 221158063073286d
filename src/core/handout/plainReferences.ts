import type { Token } from 'markdown-it';
import type { MarkdownPart } from '../markup/markdownPart';
import type { Span } from '../text/spans';
import type { TextEdit } from '../text/textEdits';
import { asDestination, type Resolve } from './plainHtml';

/**
 * Edits that make the links and pictures of one part of a slide work elsewhere: their URLs are resolved, and what refers
 * to a definition names the URL itself, as another slide may define the same name. Sizes of pictures are left out: only
 * HedgeDoc knows them. Links to nowhere become their words.
 */
export function plainReferences(text: string, part: MarkdownPart, resolve: Resolve): TextEdit[] {
  return part.tokens.flatMap((block) =>
    (block.children ?? []).flatMap((token) => {
      const span = part.notes.spans.get(token);
      if (!span || (token.type !== 'link_open' && token.type !== 'image') || token.info === 'auto') return [];
      return plainReference(
        token,
        part.inContent(block, span),
        destinationOf(token, block, part),
        text,
        resolve,
      );
    }),
  );
}

interface Destination {
  readonly url: string;
  /** From after the label up to the end; null if the label is all there is. */
  readonly tail: Span | null;
  /** What is between the brackets, if there are any. */
  readonly urlSpan: Span | null;
}

function plainReference(
  token: Token,
  span: Span,
  destination: Destination | null,
  text: string,
  resolve: Resolve,
): TextEdit[] {
  if (!destination) return [];
  const { url, urlSpan } = destination;
  const kind = token.type === 'image' ? 'image' : 'link';
  const tail = destination.tail ?? { start: span.end, end: span.end };
  const resolved = resolve(url, kind, urlSpan?.start ?? span.start);
  if (resolved === null) {
    if (kind === 'image') return [{ span, newText: '' }];
    return [
      { span: { start: span.start, end: span.start + 1 }, newText: '' },
      { span: { start: labelEnd(tail, text), end: span.end }, newText: '' },
    ];
  }
  const isAsWritten = urlSpan !== null && resolved === url;
  const shown = isAsWritten ? asWritten(urlSpan, text) : asDestination(resolved);
  const title = String(token.attrGet('title') ?? '');
  const quoted = title === '' ? '' : ` "${title.replace(/["\\]/g, '\\$&').replace(/\s+/g, ' ')}"`;
  return [{ span: tail, newText: `(${shown}${quoted})` }];
}

/** With the angle brackets around it, if there are any. */
function asWritten({ start, end }: Span, text: string): string {
  return text[start - 1] === '<' ? text.slice(start - 1, end + 1) : text.slice(start, end);
}

/** For a shortcut, the closing bracket is the last character of the reference. */
function labelEnd(tail: Span, text: string): number {
  return text[tail.start - 1] === ']' ? tail.start - 1 : tail.start;
}

function destinationOf(token: Token, block: Token, part: MarkdownPart): Destination | null {
  const { notes } = part;
  const written = notes.destinations.get(token);
  const span = notes.spans.get(token)!;
  if (written) {
    const tail = part.inContent(block, { start: written.labelSpan.end + 1, end: span.end });
    return { url: written.url, tail, urlSpan: part.inContent(block, written.urlSpan) };
  }
  const name = notes.uses.get(token);
  const definition = notes.definitions.find((each) => each.name === name);
  if (!definition) return null;
  const source = block.content.slice(span.start, span.end);
  const label = /^(!?\[.*\])\s*\[[^\]]*\]$/s.exec(source)?.[1];
  const tail = label && part.inContent(block, { start: span.start + label.length, end: span.end });
  return { url: definition.url, tail: tail || null, urlSpan: null };
}
