import type { Dialect, SlideContent } from '../deck/deck';
import { parseAttributeComment } from '../markup/attributes';
import { slideLines, visibleLines } from '../summary/slideLines';
import { isSetextUnderline, slideTitle } from '../summary/titles';
import { lineEndOf } from '../text/lineEnds';
import type { Span } from '../text/spans';

const VISIBILITY = 'data-visibility';
const TIMING = 'data-timing';

/** The markdown of the slide's first heading, without its marks and on one line; null if it has none. */
export function headingSource(content: SlideContent): string | null {
  const span = headingSpan(content);
  return span && content.text.slice(span.start, span.end).replace(/[ \t]*[\r\n]+[ \t]*/g, ' ');
}

function headingSpan(content: SlideContent): Span | null {
  const title = slideTitle(content);
  if (title.kind !== 'heading') return null;
  const lines = linesOf(content.text);
  const lineStart = lines[title.line]!.start;
  const textOf = ({ start, end }: Span) => content.text.slice(start, end);
  const mark = /^ {0,3}#{1,6}[ \t]+/.exec(textOf(lines[title.line]!))?.[0];
  const isUnderline = (each: Span, index: number) => index > title.line && isSetextUnderline(textOf(each));
  const last = mark === undefined ? lines.findIndex(isUnderline) - 1 : title.line;
  if (last < title.line) return null;
  const line = content.text.slice(lineStart, lines[last]!.end).trimEnd();
  const text = withoutEndMarks(line);
  // Without its mark it is a line that the next one underlines, or it is read as a heading after a comment.
  if (mark === undefined && /<!--|-->/.test(text)) return null;
  const start = (mark ?? /^[ \t]*/.exec(line)![0]).length;
  return text.length > start ? { start: lineStart + start, end: lineStart + text.length } : null;
}

/** A heading's line without the comments and the closing `#` at its end. */
function withoutEndMarks(line: string): string {
  for (;;) {
    const comment = line.endsWith('-->') ? line.lastIndexOf('<!--') : -1;
    const marks = /^ {0,3}#/.test(line) ? /[ \t]#+$/.exec(line.slice(-80)) : null;
    if (comment < 0 && !marks) return line;
    line = line.slice(0, comment < 0 ? line.length - marks![0].length : comment).trimEnd();
  }
}

/** The slide's text with another heading, or with a new one at its head if it has none. */
export function withTitle(content: SlideContent, title: string, level: number, deckText: string): string {
  const { text } = content;
  const span = headingSpan(content);
  if (span) return text.slice(0, span.start) + title + text.slice(span.end);
  const lineEnd = lineEndOf(deckText);
  const at = headOf(content);
  const before = text.slice(0, at);
  const rest = text.slice(at);
  const above = before === '' || /[\r\n]$/.test(before) ? '' : lineEnd;
  const below = /^[\r\n]|^$/.test(rest) ? lineEnd : lineEnd.repeat(2);
  return `${before}${above}${'#'.repeat(level)} ${title}${below}${rest}`;
}

/** Where the first line that shows something starts; after all comments if there is none. */
function headOf({ text, body }: SlideContent): number {
  const bodyText = text.slice(body.start, body.end);
  const first = visibleLines(bodyText).findIndex((line) => line.fence !== null || line.text.trim() !== '');
  const line = first < 0 ? undefined : linesOf(text)[first]!.start;
  const inComment = line !== undefined && isWithinComment(text, line);
  if (line !== undefined && !inComment) return line;
  const end = first < 0 ? bodyText.trimEnd().length : 0;
  return end + (/^[ \t]*(?:\r\n?|\n)/.exec(text.slice(end))?.[0].length ?? 0);
}

function isWithinComment(text: string, offset: number): boolean {
  const open = text.lastIndexOf('<!--', offset - 1);
  return offset > 0 && open >= 0 && text.indexOf('-->', open) >= offset;
}

/** Whether the slide is left out when the deck is shown. HedgeDoc's reveal.js does not support that. */
export function isHidden(content: SlideContent, dialect: Dialect): boolean {
  if (dialect === 'hedgedoc' || !content.text.includes(VISIBILITY)) return false;
  return visibilityOf(content.text, dialect)?.value === 'hidden';
}

/** The slide's text with or without the attribute that hides it. */
export function withHidden(text: string, hidden: boolean, dialect: Dialect, deckText: string): string {
  if (hidden) return withAttribute(text, VISIBILITY, 'hidden', dialect, deckText);
  const visibilities = attributesOf(text, dialect).filter(({ name }) => name === VISIBILITY);
  const shown = visibilities.findLastIndex(({ value }) => value !== 'hidden');
  return visibilities.slice(shown + 1).reduceRight(without, text);
}

/** The seconds that `data-timing` plans for the slide; null if it plans none. */
export function timingOf(content: SlideContent, dialect: Dialect): number | null {
  if (!content.text.includes(TIMING)) return null;
  const set = attributesOf(content.text, dialect).findLast(({ name }) => name === TIMING);
  const seconds = Number.parseInt(set?.value ?? '', 10);
  return seconds >= 0 ? seconds : null;
}

/** The slide's text with so many seconds planned for it. */
export function withTiming(text: string, seconds: number, dialect: Dialect, deckText: string): string {
  return withAttribute(text, TIMING, String(seconds), dialect, deckText);
}

/** The slide's text with this value of an attribute, beside the attributes that it has. */
function withAttribute(
  text: string,
  name: string,
  value: string,
  dialect: Dialect,
  deckText: string,
): string {
  const present = attributesOf(text, dialect);
  const set = present.findLast((each) => each.name === name);
  if (set) return text.slice(0, set.valueSpan.start) + value + text.slice(set.valueSpan.end);
  const attribute = `${name}="${value}"`;
  const end = present.at(-1)?.span.end;
  if (end !== undefined) return `${text.slice(0, end)} ${attribute}${text.slice(end)}`;
  const head = /^[\r\n]*/.exec(text)![0];
  return `${head}<!-- .slide: ${attribute} -->${lineEndOf(deckText)}${text.slice(head.length)}`;
}

/** An attribute of the slide; spans are of its text. */
export interface SlideAttribute {
  readonly name: string;
  readonly value: string;
  readonly valueSpan: Span;
  /** Including name and quotes. */
  readonly span: Span;
  readonly comment: Span;
  /** Whether the comment says nothing else. */
  readonly alone: boolean;
}

/** The last one counts. */
function visibilityOf(text: string, dialect: Dialect): SlideAttribute | undefined {
  return attributesOf(text, dialect).findLast(({ name }) => name === VISIBILITY);
}

/** The attributes that comments in a slide's text set on the slide, in the order written. */
export function attributesOf(text: string, dialect: Dialect): SlideAttribute[] {
  const found: SlideAttribute[] = [];
  const readable = withoutCode(text);
  let end = 0;
  for (let start = readable.indexOf('<!--'); start >= 0; start = readable.indexOf('<!--', end)) {
    const close = readable.indexOf('-->', start + 4);
    if (close < 0) break;
    end = close + 3;
    const inside = text.slice(start + 4, close);
    const parsed = parseAttributeComment(inside, dialect);
    if (parsed?.target !== 'slide') continue;
    for (const { name, value, valueSpan } of parsed.attributes) {
      const offset = start + 4;
      const place = { start: offset + valueSpan.start, end: offset + valueSpan.end };
      const quote = text[place.end] === '"' && text[place.start - 1] === '"' ? 1 : 0;
      const span = { start: place.start - name.length - 2 * quote, end: place.end + quote };
      const rest = text.slice(offset, span.start) + text.slice(span.end, close);
      const alone = rest.trim() === '.slide:';
      found.push({ name, value, valueSpan: place, span, comment: { start, end }, alone });
    }
  }
  return found;
}

/** Removes an attribute; a comment that says nothing else goes with it, and its line if it is alone there. */
function without(text: string, { span, comment, alone }: SlideAttribute): string {
  if (!alone) {
    const before = text.slice(0, span.start).replace(/[ \t]+$/, '');
    return before + text.slice(span.end);
  }
  const lineEnd = /^[ \t]*(?:\r\n?|\n|$)/.exec(text.slice(comment.end));
  const ownLine = lineEnd && (comment.start === 0 || /[\r\n]/.test(text[comment.start - 1]!));
  return text.slice(0, comment.start) + text.slice(comment.end + (ownLine ? lineEnd[0].length : 0));
}

/** What is in fences or between backticks is shown, not obeyed; it is replaced by spaces. */
export function withoutCode(text: string): string {
  const lines = slideLines(text);
  return linesOf(text)
    .map(({ start, end, next }, index) => {
      const line = text.slice(start, end);
      const blank = (code: string) => ' '.repeat(code.length);
      const kept = lines[index]!.fence === null ? line.replace(/`[^`]*`/g, blank) : blank(line);
      return kept + text.slice(end, next);
    })
    .join('');
}

/** Where a text's lines are, without their ends, and where the next one starts. */
function linesOf(text: string): { start: number; end: number; next: number }[] {
  const lines: { start: number; end: number; next: number }[] = [];
  let start = 0;
  for (const match of text.matchAll(/\r\n?|\n/g)) {
    const next = match.index + match[0].length;
    lines.push({ start, end: match.index, next });
    start = next;
  }
  lines.push({ start, end: text.length, next: text.length });
  return lines;
}
