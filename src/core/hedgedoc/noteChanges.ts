import { diffArrays } from 'diff';
import { lineEndOf } from '../text/lineEnds';
import type { Span } from '../text/spans';
import type { TextEdit } from '../text/textEdits';

/** Lines from `start` up to `end`, which is not among them; both 0-based. */
export interface Lines {
  readonly start: number;
  readonly end: number;
}

/** Lines of a note that are in the place of lines of a deck; either may be none. */
export interface Change {
  readonly there: Lines;
  readonly here: Lines;
}

/** Comparing takes time with the square of this; texts that differ more have one change. */
const MAX_DIFFERENT_LINES = 4000;

/** Where a note and a deck differ, in order. */
export function changesBetween(there: string, here: string): Change[] {
  const [theirs, ours] = [linesOf(there), linesOf(here)];
  const parts = diffArrays(theirs, ours, { maxEditLength: MAX_DIFFERENT_LINES });
  if (!parts) return [{ there: { start: 0, end: theirs.length }, here: { start: 0, end: ours.length } }];
  const changes: Change[] = [];
  const at = { there: 0, here: 0 };
  let since = { ...at };
  const end = () => {
    if (at.there > since.there || at.here > since.here) {
      changes.push({
        there: { start: since.there, end: at.there },
        here: { start: since.here, end: at.here },
      });
    }
  };
  for (const { added, removed, value } of parts) {
    if (!added && !removed) end();
    if (!added) at.there += value.length;
    if (!removed) at.here += value.length;
    if (!added && !removed) since = { ...at };
  }
  end();
  return changes;
}

/**
 * The changes that lines of one of the texts are in. A change without lines there is between two lines: it is found at
 * both.
 */
export function changesAt(changes: readonly Change[], side: 'there' | 'here', lines: Lines): Change[] {
  return changes.filter((change) => {
    const { start, end } = change[side];
    return start === end
      ? lines.start <= start && start <= lines.end
      : lines.start < end && start < Math.max(lines.end, lines.start + 1);
  });
}

/** The edits that put a note's lines into the deck. */
export function takeOver(there: string, here: string, changes: readonly Change[]): TextEdit[] {
  const theirs = linesOf(there);
  const lineEnd = lineEndOf(here);
  const spans = spansOfLines(here);
  return changes.map((change) => {
    const lines = theirs.slice(change.there.start, change.there.end);
    return replaceLines(spans, change.here, lines, lineEnd);
  });
}

function replaceLines(
  spans: readonly Span[],
  { start, end }: Lines,
  lines: readonly string[],
  lineEnd: string,
): TextEdit {
  const text = lines.join(lineEnd);
  const next = spans[end];
  const last = spans[end - 1];
  if (lines.length > 0 && start < end) {
    return { span: { start: spans[start]!.start, end: last!.end }, newText: text };
  }
  if (next) {
    const place = { start: spans[start]!.start, end: next.start };
    return { span: place, newText: lines.length > 0 ? text + lineEnd : '' };
  }
  // At the end of the deck it is the line end before them that comes or goes.
  const place = { start: spans[start - 1]?.end ?? 0, end: last!.end };
  return { span: place, newText: lines.length > 0 ? lineEnd + text : '' };
}

/** Without their line ends; what follows the last one is a line, too. */
function linesOf(text: string): string[] {
  return text.split(/\r\n?|\n/);
}

function spansOfLines(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const { index, 0: lineEnd } of text.matchAll(/\r\n?|\n/g)) {
    spans.push({ start, end: index });
    start = index + lineEnd.length;
  }
  return [...spans, { start, end: text.length }];
}
