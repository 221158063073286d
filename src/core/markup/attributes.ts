import type { Dialect } from '../deck/deck';
import type { Span } from '../text/spans';
import type { HtmlComment } from './htmlTags';

/** What an attribute comment applies to: an element on the slide or the slide itself. */
export type AttributeTarget = 'element' | 'slide';

/** One attribute in an attribute comment. Offsets are relative to the comment's text. */
export interface CommentAttribute {
  readonly name: string;
  readonly value: string;
  /** Place of the value in the comment's text. */
  readonly valueSpan: Span;
}

/** What an attribute comment sets, and on what. */
export interface AttributeComment {
  readonly target: AttributeTarget;
  /** In the order written; names may be unknown, unsafe or repeated. */
  readonly attributes: readonly CommentAttribute[];
}

/** A comment on a slide. */
export interface Comment extends HtmlComment {
  /** What it sets, or null if it is an ordinary comment. Spans in it are relative to its text. */
  readonly attributes: AttributeComment | null;
}

/** No one writes more attributes into one comment; any further ones are left out. */
const MAX_ATTRIBUTES = 200;

const ELEMENT = /\.element\s*?(.+?)$/dm;
const SLIDE = /\.slide:\s*?(\S.+?)$/dm;

/**
 * Reads the text of an HTML comment (what is between `<!--` and `-->`) by the rules of docs/hedgedoc.md, 4:
 * `.element` is tried first, `.slide:` only if that is not found, and only the line with the keyword counts.
 * Null if it has neither.
 */
export function parseAttributeComment(comment: string, dialect: Dialect): AttributeComment | null {
  const element = ELEMENT.exec(comment);
  const match = element ?? SLIDE.exec(comment);
  const span = match?.indices?.[1];
  if (!match || !span) return null;
  return {
    target: element ? 'element' : 'slide',
    attributes: readAttributes(match[1]!, span[0], dialect),
  };
}

/**
 * `name="value"`, and nothing else: no single quotes, no empty value, for HedgeDoc no `=` in the value.
 * reveal.js (docs/hedgedoc.md, 11.1) accepts `=` and also bare `data-` names.
 */
function readAttributes(text: string, offset: number, dialect: Dialect): CommentAttribute[] {
  const attributes: CommentAttribute[] = [];
  const add = (name: string, start: number, end: number) => {
    const valueSpan = { start: offset + start, end: offset + end };
    attributes.push({ name, value: text.slice(start, end), valueSpan });
  };
  let done = 0;
  for (
    let equals = text.indexOf('="');
    equals !== -1;
    equals = text.indexOf('="', Math.max(equals + 1, done))
  ) {
    const start = equals + 2;
    const end = endOfValue(text, start, dialect);
    const nameStart = startOfName(text, equals, done);
    if (end <= start || text[end] !== '"' || nameStart === equals) continue;
    if (dialect !== 'hedgedoc') addBareNames(text, done, nameStart, add);
    add(text.slice(nameStart, equals), start, end);
    done = end + 1;
  }
  if (dialect !== 'hedgedoc') addBareNames(text, done, text.length, add);
  return attributes.slice(0, MAX_ATTRIBUTES);
}

function endOfValue(text: string, start: number, dialect: Dialect): number {
  const stop = dialect === 'hedgedoc' ? /["=]/g : /"/g;
  stop.lastIndex = start;
  return stop.exec(text)?.index ?? text.length;
}

function startOfName(text: string, end: number, least: number): number {
  let start = end;
  while (start > least && !/["= ]/.test(text[start - 1]!)) start--;
  return start;
}

/** Bare `data-` names, which must be followed by a space or a quote. */
function addBareNames(
  text: string,
  start: number,
  end: number,
  add: (name: string, start: number, end: number) => void,
): void {
  for (const match of text.slice(start, end).matchAll(/(?<=^|["= ])data-[^"= ]+(?=[" ])/g)) {
    const behind = start + match.index + match[0].length;
    add(match[0], behind, behind);
  }
}
