import JSON5 from 'json5';
import type { TextProblem } from '../deck/deck';
import { escapeRegExp } from '../text/escapeRegExp';
import { isRecord } from '../text/isRecord';
import { startOfLineNumber } from '../text/lineEnds';
import type { Span } from '../text/spans';

/** An object in a file, with what is wrong about it. */
export interface JsonReading {
  /** Null if the file holds no object. */
  readonly values: Readonly<Record<string, unknown>> | null;
  readonly problems: readonly TextProblem[];
}

/** Reads JSON as JSON5 does, which is what reveal-md uses: with comments, single quotes, keys without quotes. */
export function readJson(text: string): JsonReading {
  try {
    const value: unknown = JSON5.parse(text);
    if (isRecord(value)) return { values: value, problems: [] };
    return broken('This file is ignored: it must hold an object in braces.', { start: 0, end: text.length });
  } catch (error) {
    return broken('This file is ignored: it is not valid JSON from here on.', placeOf(error, text));
  }
}

function broken(message: string, span: Span): JsonReading {
  return { values: null, problems: [{ message, span }] };
}

function placeOf(error: unknown, text: string): Span {
  const { lineNumber, columnNumber } = error as { lineNumber?: number; columnNumber?: number };
  if (lineNumber === undefined || columnNumber === undefined) return { start: 0, end: 0 };
  // At the end of the file only the last character can be underlined.
  const last = Math.max(text.trimEnd().length - 1, 0);
  const start = Math.min(startOfLineNumber(text, lineNumber - 1) + Math.max(columnNumber - 1, 0), last);
  return { start, end: Math.min(start + 1, text.length) };
}

/** The first place where the key is written; the start of the text if there is none. */
export function keySpan(text: string, key: string): Span {
  const match = new RegExp(`(["']?)${escapeRegExp(key)}\\1(?=\\s*:)`).exec(text);
  return match ? { start: match.index, end: match.index + match[0].length } : { start: 0, end: 0 };
}
