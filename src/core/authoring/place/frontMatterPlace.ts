import type { Span } from '../../text/spans';
import type { CursorPlace } from './place';

/** A key that is open at the current line: what is indented further belongs to it. */
interface OpenKey {
  readonly indent: number;
  readonly name: string;
  /** Null if the key has a value on its own line, so that it can't have children. */
  readonly children: string[] | null;
}

/**
 * The place of an offset in the frontmatter's lines, by their indentation. The YAML is not parsed: while
 * someone types in it, it is broken more often than not.
 *
 * @param text the lines between those that open and close the frontmatter
 * @param base offset of `text` in the document
 * @param offset in the document
 */
export function frontMatterPlace(text: string, base: number, offset: number): CursorPlace | null {
  const at = offset - base;
  const open: OpenKey[] = [{ indent: -1, name: '', children: [] }];
  let siblings: string[] | null = null;
  let place: CursorPlace | null = null;
  for (const { index, 0: line } of text.matchAll(/[^\r\n]+/g)) {
    const [, blanks = '', name = '', colon, rest = ''] = KEY.exec(line) ?? [];
    const isCurrent = at >= index && at <= index + line.length;
    if (!isCurrent && name === '') continue;
    const isBlank = line.trim() === '';
    const indent = isBlank ? at - index : blanks.length;
    while (open.at(-1)!.indent >= indent) open.pop();
    const parent = open.at(-1)!;
    if (isCurrent) {
      if (!parent.children || (name === '' && !isBlank)) return null;
      siblings = parent.children;
      place = placeInLine(
        line,
        base + index,
        offset,
        open.slice(1).map((key) => key.name),
      );
    } else {
      parent.children?.push(name);
    }
    if (name !== '' && colon !== undefined) {
      open.push({ indent, name, children: /^\s*(?:#.*)?$/.test(rest) ? [] : null });
    }
  }
  place ??= onEmptyLine(text, at, base);
  return place?.kind === 'frontMatterKey'
    ? { ...place, siblings: siblings ?? open[0]!.children ?? [] }
    : place;
}

const KEY = /^( *)([\w$-]*)(?:([ \t]*:)(?=[ \t]|$)(.*))?/;

/** An empty line is at the outermost level. */
function onEmptyLine(text: string, at: number, base: number): CursorPlace | null {
  const isEmpty = /^$|[\r\n]/.test(text[at - 1] ?? '') && /^$|[\r\n]/.test(text[at] ?? '');
  if (!isEmpty) return null;
  const span = { start: base + at, end: base + at };
  return { kind: 'frontMatterKey', span, parents: [], siblings: [], hasColon: false };
}

function placeInLine(line: string, lineStart: number, offset: number, parents: string[]): CursorPlace | null {
  const [, blanks = '', name = '', colon] = KEY.exec(line)!;
  const start = lineStart + blanks.length;
  const end = start + name.length;
  if (offset <= end) {
    const span = name === '' ? { start: offset, end: offset } : { start, end };
    if (offset < span.start || (!colon && line.trim() !== name)) return null;
    return { kind: 'frontMatterKey', span, parents, siblings: [], hasColon: colon !== undefined };
  }
  if (!colon || offset <= end + colon.length) return null;
  const span = valueSpan(line, lineStart, end + colon.length, offset);
  return span && { kind: 'frontMatterValue', span, path: [...parents, name] };
}

/** The value without the spaces and comment after it; null for an offset in those. */
function valueSpan(line: string, lineStart: number, behindColon: number, offset: number): Span | null {
  const value = line.slice(behindColon - lineStart);
  const start = behindColon + (/^[ \t]*/.exec(value)?.[0].length ?? 0);
  const length = value
    .trimStart()
    .replace(/(?:^|[ \t]+)#.*$/, '')
    .trimEnd().length;
  if (offset > start + length) return null;
  return length === 0 || offset < start ? { start: offset, end: offset } : { start, end: start + length };
}
