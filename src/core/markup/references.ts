import type { Token } from 'markdown-it';
import type { Dialect } from '../deck/deck';
import { classifyUrl, type Target } from '../files/urls';
import { cssUrls } from '../markdown/css';
import type { Span } from '../text/spans';
import type { Comment } from './attributes';
import type { HtmlAttribute, HtmlTag } from './htmlTags';
import type { MarkdownPart } from './markdownPart';
import type { ReferenceKind } from './referenceKind';
import { kindOfUrl, PICTURE } from './referenceKind';
import { writtenOffsets } from './writtenValue';

/** The notation of a reference. */
export type ReferenceSyntax = 'inline' | 'definition' | 'autolink' | 'bare' | 'html' | 'comment' | 'css';

/** A single URL in a slide. Offsets are relative to the slide's text. */
export interface Reference {
  readonly kind: ReferenceKind;
  readonly syntax: ReferenceSyntax;
  /** The URL that is meant: escapes and entities are resolved, percent escapes are not. */
  readonly url: string;
  /** The URL as written, without quotes or angle brackets. */
  readonly urlSpan: Span;
  /** The whole reference: from the first bracket to the last, or the attribute. */
  readonly span: Span;
  readonly target: Target;
  /** The link text or the picture's alternative text as written; null if there can be none. */
  readonly labelSpan: Span | null;
  /** The tag, for references in HTML. */
  readonly tag: HtmlTag | null;
  /** Name of the attribute, for references in HTML and attribute comments. */
  readonly attribute: string | null;
  /** Set on a definition that nothing in its slide refers to. */
  readonly isUnused?: true;
}

/** The names of the definitions that a part of a slide refers to. */
export function usedNames({ tokens, notes }: MarkdownPart): string[] {
  if (notes.uses.size === 0) return [];
  return tokens.flatMap(({ children }) =>
    (children ?? []).flatMap((token) => {
      const name = notes.uses.get(token);
      return name === undefined ? [] : [name];
    }),
  );
}

/** Markdown links and pictures, and definitions, of which the slide does not refer to those that `isUnused` names. */
export function markdownReferences(part: MarkdownPart, isUnused: (name: string) => boolean): Reference[] {
  const references: Reference[] = [];
  const pictures = new Set<string>();
  for (const block of part.tokens) {
    if (!block.children) continue;
    for (const token of block.children) {
      const name = part.notes.uses.get(token);
      if (name !== undefined && token.type === 'image') pictures.add(name);
      const kind = kindOfToken(token);
      const reference = kind && inlineReference(token, kind, block, part);
      if (reference) references.push(reference);
    }
  }
  for (const { name, url, urlSpan, labelSpan, span } of part.notes.definitions) {
    references.push({
      kind: pictures.has(name) ? 'image' : 'link',
      syntax: 'definition',
      url,
      urlSpan: part.place(urlSpan),
      span: part.place(span),
      target: classifyUrl(url),
      labelSpan: part.place(labelSpan),
      tag: null,
      attribute: null,
      ...(isUnused(name) && { isUnused: true }),
    });
  }
  return references;
}

function kindOfToken({ type }: Token): 'image' | 'link' | null {
  return type === 'image' ? 'image' : type === 'link_open' ? 'link' : null;
}

function inlineReference(
  token: Token,
  kind: 'image' | 'link',
  block: Token,
  part: MarkdownPart,
): Reference | null {
  const span = part.notes.spans.get(token);
  if (!span) return null;
  const place = (at: Span) => part.inContent(block, at);
  const common = { kind, span: place(span), tag: null, attribute: null } as const;
  if (token.info === 'auto') {
    const isAngled = token.markup === 'autolink';
    const inner = isAngled ? { start: span.start + 1, end: span.end - 1 } : span;
    const href = String(token.attrGet('href') ?? '');
    // markdown-it adds the scheme to `<a@example.org>`, and encodes characters outside ASCII.
    const isMail = href.startsWith('mailto:');
    const url = isAngled && !isMail ? block.content.slice(inner.start, inner.end) : href;
    const syntax = isAngled ? 'autolink' : 'bare';
    return { ...common, syntax, url, urlSpan: place(inner), target: classifyUrl(url), labelSpan: null };
  }
  const destination = part.notes.destinations.get(token);
  if (!destination) return null;
  const { url, urlSpan, labelSpan } = destination;
  return {
    ...common,
    syntax: 'inline',
    url,
    urlSpan: place(urlSpan),
    target: classifyUrl(url),
    labelSpan: place(labelSpan),
  };
}

interface HtmlParts {
  readonly tags: readonly HtmlTag[];
  readonly comments: readonly Comment[];
  readonly styles: readonly Span[];
}

/** URLs in HTML attributes, in attribute comments and in style sheets. */
export function htmlReferences(
  text: string,
  { tags, comments, styles }: HtmlParts,
  dialect: Dialect,
): Reference[] {
  const references: Reference[] = [];
  for (const tag of tags) {
    for (const attribute of tag.attributes) {
      // HedgeDoc removes it.
      if (attribute.name === 'srcset' && dialect === 'hedgedoc') continue;
      references.push(...inAttribute(text, tag, attribute));
    }
  }
  for (const { text: comment, start, attributes } of comments) {
    for (const { name, value, valueSpan } of attributes?.attributes ?? []) {
      const place = placeFrom(start + valueSpan.start);
      const from = start + comment.lastIndexOf(name, valueSpan.start);
      const span = { start: from, end: start + valueSpan.end + 1 };
      references.push(...inValue(name.toLowerCase(), value, place, span, null));
    }
  }
  for (const { start, end } of styles)
    references.push(...inCss(text.slice(start, end), placeFrom(start), null, null));
  return references;
}

/** Turns a span of a value into one of the slide's text. */
type Place = (span: Span) => Span;

function placeFrom(offset: number): Place {
  return ({ start, end }) => ({ start: offset + start, end: offset + end });
}

function inAttribute(text: string, tag: HtmlTag, attribute: HtmlAttribute): Reference[] {
  const { name, value, valueSpan, span } = attribute;
  const written = text.slice(valueSpan.start, valueSpan.end);
  const inText = placeFrom(valueSpan.start);
  // Entities are longer than what they stand for.
  if (written.length === value.length) return inValue(name, value, inText, span, tag);
  const at = writtenOffsets(written);
  return inValue(name, value, ({ start, end }) => inText({ start: at(start), end: at(end) }), span, tag);
}

function inValue(name: string, value: string, place: Place, span: Span, tag: HtmlTag | null): Reference[] {
  if (name === 'style') return inCss(value, place, tag, name);
  const kind = name.startsWith('data-background')
    ? backgroundKind(name, value)
    : tag && name === 'srcset'
      ? 'image'
      : kindOfUrl(tag?.name ?? '', name);
  if (!kind || value.trim() === '' || /^(?:true|false)$/.test(value)) return [];
  const syntax = tag ? 'html' : 'comment';
  return urlsIn(name, value).map((found) => {
    const url = value.slice(found.start, found.end);
    return {
      kind,
      syntax,
      url,
      urlSpan: place(found),
      span,
      target: classifyUrl(url),
      labelSpan: null,
      tag,
      attribute: name,
    };
  });
}

/** There may be several backgrounds or sources, separated by commas. */
function urlsIn(name: string, value: string): Span[] {
  if (name === 'srcset') return sourcesIn(value);
  const parts = name.startsWith('data-background-') && !/^\s*data:/i.test(value) ? value.split(',') : [value];
  const urls = parts.length > 1 && parts.every((part) => MEDIA_FILE.test(part.trim())) ? parts : [value];
  let at = 0;
  return urls.map((part) => {
    const start = at + part.length - part.trimStart().length;
    at += part.length + 1;
    return { start, end: start + part.trim().length };
  });
}

/** Each may have a width or density, which a comma ends: `a.png 1x, b.png 2x`. A comma within an address is part of it. */
function sourcesIn(value: string): Span[] {
  return [...value.matchAll(/([^\s,](?:\S*[^\s,])?)(?:,+|\s[^,]*)?/g)].map(({ index, 1: url = '' }) => ({
    start: index,
    end: index + url.length,
  }));
}

const MEDIA_FILE = /\.\w{2,4}(?:[?#]\S*)?$/;

/** The kind of the address in a background attribute; `data-background` may also be a color or a gradient. */
function backgroundKind(name: string, value: string): ReferenceKind | null {
  switch (name) {
    case 'data-background':
      // A markdown link or picture has no meaning here, whatever it leads to.
      return PICTURE.test(value.trim()) && !/^!?\[/.test(value.trim()) ? 'background' : null;
    case 'data-background-image':
      // Neither do colors and gradients here.
      return /^\s*(?:#|!?\[|[a-z-]+\()/i.test(value) ? null : 'background';
    case 'data-background-video':
      return 'media';
    default:
      return null;
  }
}

function inCss(css: string, place: Place, tag: HtmlTag | null, attribute: string | null): Reference[] {
  return cssUrls(css).flatMap(({ url, span }) => {
    if (url.trim() === '') return [];
    const urlSpan = place(span);
    const target = classifyUrl(url);
    return [
      { kind: 'css', syntax: 'css', url, urlSpan, span: urlSpan, target, labelSpan: null, tag, attribute },
    ];
  });
}
