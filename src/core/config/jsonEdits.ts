/** Changes to JSON with comments that leave everything else as it is. */
import { createScanner, modify, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { commonEnds } from '../text/commonEnds';
import { lineEndOf } from '../text/lineEnds';
import { applyEdits, type TextEdit } from '../text/textEdits';

/** The object that a text is, a new one if it is empty; null if it is something else, or not valid. */
export function objectIn(text: string): { readonly text: string; readonly root: Node } | null {
  const json = text.trim() === '' ? '{\n}\n' : text;
  const errors: ParseError[] = [];
  const root = parseTree(json, errors, { allowTrailingComma: true });
  return root?.type === 'object' && errors.length === 0 ? { text: json, root } : null;
}

/** The edit that makes one text of another; none if they are the same. */
export function editInto(before: string, after: string): TextEdit[] {
  if (before === after) return [];
  const { prefix, suffix } = commonEnds(before, after);
  const span = { start: prefix, end: before.length - suffix };
  return [{ span, newText: after.slice(prefix, after.length - suffix) }];
}

/** The text with an item at the end of a list or object, which otherwise stays as it is formatted. */
export function appended(text: string, { offset, length, children }: Node, item: string): string {
  const close = offset + length - 1;
  const last = children!.at(-1);
  const lastEnd = last && last.offset + last.length;
  const end = text.slice(0, close).trimEnd().length;
  const lineStart = /[\r\n]/.test(text.slice(lastEnd ?? offset, close));
  const { eol, unit } = formatOf(text);
  const indent = eol + /[ \t]*$/.exec(text.slice(0, close))![0] + unit;
  const needsComma = lastEnd !== undefined && !hasComma(text.slice(lastEnd, close));
  const before = lineStart ? indent : last ? ' ' : '';
  return [
    text.slice(0, lastEnd ?? end),
    needsComma ? ',' : '',
    text.slice(lastEnd ?? end, end),
    before + item,
    text.slice(end),
  ].join('');
}

/** Whether there is a comma outside comments. */
function hasComma(json: string): boolean {
  const scanner = createScanner(json, true);
  scanner.scan();
  return json[scanner.getTokenOffset()] === ',';
}

/** The text with another value at a path; undefined removes it. */
export function changed(text: string, path: (string | number)[], value: unknown): string {
  const edits = modify(text, path, value, {}).map(({ offset, length, content }) => ({
    span: { start: offset, end: offset + length },
    newText: content,
  }));
  return applyEdits(text, edits);
}

/** As the file is indented; by two spaces if it is not. */
export function formatOf(text: string): { eol: string; unit: string } {
  return { eol: lineEndOf(text), unit: /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ' };
}
