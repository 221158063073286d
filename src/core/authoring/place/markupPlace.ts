import { endOfLine, startOfLine } from '../../text/lineEnds';
import type { AttributeOwner, CursorPlace } from './place';

/** Nobody writes a longer tag. */
const MAX_TAG_LENGTH = 2000;

/**
 * The place of an offset between `start` and `end` of a comment: an attribute, or the keyword that introduces
 * it.
 */
export function commentPlace(text: string, start: number, end: number, offset: number): CursorPlace | null {
  const lineStart = Math.max(start, startOfLine(text, offset));
  const lineEnd = Math.min(end, endOfLine(text, offset));
  const line = text.slice(lineStart, lineEnd);
  const at = offset - lineStart;
  const keyword = /\.(?:(element):?|(slide):)/.exec(line);
  if (!keyword || at <= keyword.index + keyword[0].length) return keywordPlace(line, lineStart, at);

  const owner: AttributeOwner = { comment: keyword[1] ? 'element' : 'slide' };
  const restStart = lineStart + keyword.index + keyword[0].length;
  const rest = text.slice(restStart, lineEnd);
  const before = text.slice(restStart, offset);
  const inValue = (before.split('"').length - 1) % 2 === 1;
  return inValue
    ? valueInComment(rest, before, restStart, owner)
    : nameInComment(rest, before, restStart, owner);
}

function keywordPlace(line: string, lineStart: number, at: number): CursorPlace | null {
  const word = /^\s*(\.?[a-z]*:?)/.exec(line)!;
  const wordStart = word[0].length - word[1]!.length;
  if (at < wordStart) return keywordAt(lineStart + at, lineStart + at);
  return at <= word[0].length ? keywordAt(lineStart + wordStart, lineStart + word[0].length) : null;
}

function keywordAt(start: number, end: number): CursorPlace {
  return { kind: 'commentKeyword', span: { start, end } };
}

function valueInComment(
  rest: string,
  before: string,
  base: number,
  owner: AttributeOwner,
): CursorPlace | null {
  const valueStart = before.lastIndexOf('"') + 1;
  const name = /([^"= ]+)="$/.exec(before.slice(0, valueStart))?.[1];
  if (!name) return null;
  const close = rest.indexOf('"', before.length);
  // Not closed yet: what follows a space does not belong to it.
  const valueEnd = close < 0 ? before.length + /^\S*/.exec(rest.slice(before.length))![0].length : close;
  const span = { start: base + valueStart, end: base + valueEnd };
  return { kind: 'attributeValue', span, owner, name: name.toLowerCase() };
}

function nameInComment(
  rest: string,
  before: string,
  base: number,
  owner: AttributeOwner,
): CursorPlace | null {
  const start = before.length - /[^"= ]*$/.exec(before)![0].length;
  if (start > 0 && !/[ "]/.test(rest[start - 1]!)) return null;
  const end = start + /^[^"= ]*/.exec(rest.slice(start))![0].length;
  const others = rest.slice(0, start) + rest.slice(end);
  return {
    kind: 'attributeName',
    span: { start: base + start, end: base + end },
    owner,
    present: [...others.matchAll(/([^"= ]+)="/g)].map(([, name]) => name!.toLowerCase()),
    hasValue: rest[end] === '=',
  };
}

const ATTRIBUTE = /[\s/]+([^\s"'<>/=]+)(?:[ \t]*=[ \t]*("[^"]*"?|'[^']*'?|[^\s"'>]*))?/y;

/** The value of the HTML attribute that contains the offset, or null. */
export function tagPlace(
  text: string,
  offset: number,
): Extract<CursorPlace, { kind: 'attributeValue' }> | null {
  const before = text.slice(Math.max(0, offset - MAX_TAG_LENGTH), offset);
  const [whole = '', tag = '', attributes = ''] = /<([a-z][a-z\d-]*)([^<]*)$/i.exec(before) ?? [];
  if (whole === '' || BLANK_LINE.test(attributes)) return null;
  const [name, value] = lastAttribute(attributes) ?? [];
  if (name === undefined || value === undefined) return null;
  const quote = /^["']/.exec(value)?.[0] ?? '';
  if (quote !== '' && value.length > 1 && value.endsWith(quote)) return null;
  const start = offset - value.length + quote.length;
  const rest = text.slice(offset, endOfLine(text, offset));
  const end =
    offset + (quote === '' ? /^[^\s"'>]*/ : quote === '"' ? /^[^">]*/ : /^[^'>]*/).exec(rest)![0].length;
  const owner = { tag: tag.toLowerCase() };
  return { kind: 'attributeValue', span: { start, end }, owner, name: name.toLowerCase() };
}

const BLANK_LINE = /(?:\r\n|\r|\n)[ \t]*[\r\n]/;

/** Name and value, quotes included, of the attribute at the very end; null unless all is attributes. */
function lastAttribute(attributes: string): [string, string | undefined] | null {
  ATTRIBUTE.lastIndex = 0;
  for (let match = ATTRIBUTE.exec(attributes); match; match = ATTRIBUTE.exec(attributes)) {
    if (ATTRIBUTE.lastIndex === attributes.length) return [match[1]!, match[2]];
  }
  return null;
}
