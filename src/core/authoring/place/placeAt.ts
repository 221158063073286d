import type { Deck, FrontMatter } from '../../deck/deck';
import { MAX_SLIDE_LENGTH } from '../../deck/limits';
import { slideAt } from '../../summary/slideAt';
import { endOfLine, startOfLine } from '../../text/lineEnds';
import { frontMatterPlace } from './frontMatterPlace';
import { commentPlace, tagPlace } from './markupPlace';
import type { CursorPlace } from './place';
import { surroundings } from './surroundings';

/**
 * What may be written at an offset of a deck; null if that is just text. Looks only at the slide that
 * contains it, and not at those in a merge conflict.
 */
export function placeAt(deck: Deck, offset: number): CursorPlace | null {
  const { frontMatter, text } = deck;
  if (frontMatter && offset < frontMatter.span.end) return inFrontMatter(text, frontMatter, offset);
  const { span, content, conflict } = slideAt(deck, offset);
  if (conflict) return null;
  if (offset < span.start || offset > span.end || content.text.length > MAX_SLIDE_LENGTH) return null;
  return moved(inSlide(content.text, offset - span.start), span.start);
}

function inFrontMatter(text: string, { span }: FrontMatter, offset: number): CursorPlace | null {
  const start = endOfLine(text, span.start);
  const end = startOfLine(text, span.end - 3);
  const first = start + (text.startsWith('\r\n', start) ? 2 : 1);
  return offset >= first && offset < end ? frontMatterPlace(text.slice(first, end), first, offset) : null;
}

function moved(place: CursorPlace | null, by: number): CursorPlace | null {
  return place && { ...place, span: { start: place.span.start + by, end: place.span.end + by } };
}

function inSlide(text: string, offset: number): CursorPlace | null {
  const around = surroundings(text, offset);
  switch (around.kind) {
    case 'comment':
      return within(text, offset, commentPlace(text, around.start, around.end, offset));
    case 'fence':
      return languagePlace(text, around.start, offset);
    case 'style':
      return urlPlace(text, around.start, offset);
    case 'text':
      return within(text, offset, tagPlace(text, offset)) ?? textPlace(text, offset);
    default:
      return null;
  }
}

/** The place within an attribute's value, which may be a list, CSS or an address. */
function within(text: string, offset: number, place: CursorPlace | null): CursorPlace | null {
  if (place?.kind !== 'attributeValue') return place;
  if (place.name === 'style') return urlPlace(text, place.span.start, offset);
  return githubPlace(text, startOfLine(text, offset), offset) ?? place;
}

function languagePlace(text: string, start: number, offset: number): CursorPlace | null {
  const before = /^[ \t]*([^\s={!]*)$/.exec(text.slice(start, offset));
  if (!before) return null;
  const end = offset + /^[^\s={!]*/.exec(text.slice(offset, endOfLine(text, offset)))![0].length;
  return { kind: 'language', span: { start: offset - before[1]!.length, end } };
}

function urlPlace(text: string, start: number, offset: number): CursorPlace | null {
  const from = Math.max(start, startOfLine(text, offset));
  const typed = /\burl\(\s*["']?([^"'()\s]*)$/i.exec(text.slice(from, offset))?.[1];
  return typed === undefined ? null : destination(text, offset, typed, /^[^"'()\s;]*/, 'picture');
}

function textPlace(text: string, offset: number): CursorPlace | null {
  const lineStart = startOfLine(text, offset);
  const line = text.slice(lineStart, offset);
  return (
    githubPlace(text, lineStart, offset) ??
    markdownDestination(text, line, offset) ??
    handlePlace(text, line, offset) ??
    emojiPlace(text, line, offset) ??
    teamPlace(text, line, offset)
  );
}

/** In an address, which may occur anywhere. */
function githubPlace(text: string, lineStart: number, offset: number): CursorPlace | null {
  const typed = /\bhttps?:\/\/github\.com\/([\w-]*)$/i.exec(text.slice(lineStart, offset))?.[1];
  const rest = /^[\w-]*/.exec(text.slice(offset, offset + 100))![0];
  // A name followed by a path belongs to a repository.
  if (typed === undefined || text[offset + rest.length] === '/') return null;
  return {
    kind: 'handle',
    span: { start: offset - typed.length, end: offset + rest.length },
    linkable: false,
  };
}

function markdownDestination(text: string, line: string, offset: number): CursorPlace | null {
  const inline = /(?:(!)\[[^[\]]*)?\]\([ \t]*<?([^\s()<>]*)$/.exec(line);
  const typed = inline?.[2] ?? /^ {0,3}\[[^\]]+\]:[ \t]+<?(\S*)$/.exec(line)?.[1];
  if (typed === undefined) return null;
  return destination(text, offset, typed, /^[^\s()<>]*/, inline?.[1] ? 'picture' : 'link');
}

function destination(
  text: string,
  offset: number,
  typed: string,
  rest: RegExp,
  of: 'picture' | 'link',
): CursorPlace {
  const end = offset + rest.exec(text.slice(offset, endOfLine(text, offset)))![0].length;
  return { kind: 'destination', span: { start: offset - typed.length, end }, of };
}

function teamPlace(text: string, line: string, offset: number): CursorPlace | null {
  const typed = /^ {0,3}#{1,2}[ \t]+((?:[^ \t].*)?)$/.exec(line)?.[1];
  if (typed === undefined || / [-–:] /.test(typed)) return null;
  const rest = text
    .slice(offset, endOfLine(text, offset))
    .split(/\s+(?:[-–:]|<!--|#)/)[0]!
    .trimEnd();
  return { kind: 'team', span: { start: offset - typed.length, end: offset + rest.length } };
}

function handlePlace(text: string, line: string, offset: number): CursorPlace | null {
  const match = /(^|[^\w/.@-])(@[\w-]*)$/.exec(line);
  if (!match) return null;
  const end = offset + /^[\w-]*/.exec(text.slice(offset, offset + 100))![0].length;
  return {
    kind: 'handle',
    span: { start: offset - match[2]!.length, end },
    linkable: !/[[>]/.test(match[1]!),
  };
}

function emojiPlace(text: string, line: string, offset: number): CursorPlace | null {
  const typed = /(?:^|[\s(>*_~"'|])(:[\w+-]*)$/.exec(line)?.[1];
  if (typed === undefined) return null;
  const end = offset + /^[\w+-]*:?/.exec(text.slice(offset, offset + 100))![0].length;
  return { kind: 'emoji', span: { start: offset - typed.length, end } };
}
