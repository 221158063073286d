import { countLineEnds } from '../text/lineEnds';
import type { Span } from '../text/spans';
import type { SlideContent } from './deck';
import type { Pattern } from './separators';

/** What can be known about a slide from its text alone. */
export function readSlideContent(text: string, notesSeparator: Pattern): SlideContent {
  const notes = findNotes(text, notesSeparator);
  return {
    text,
    body: { start: 0, end: notes ? notes.separator.start : text.length },
    notes: notes?.text ?? null,
    lineEnds: countLineEnds(text),
  };
}

/** Notes count only if their separator occurs exactly once in the slide; otherwise all is slide text. */
function findNotes(text: string, notesSeparator: Pattern): { separator: Span; text: Span } | null {
  const [separator, second] = notesSeparator.matches(text);
  if (!separator || second) return null;
  return { separator, text: trimmed(text, separator.end, text.length) };
}

function trimmed(text: string, start: number, end: number): Span {
  const content = text.slice(start, end);
  const leading = content.length - content.trimStart().length;
  const length = content.trim().length;
  return { start: start + leading, end: start + leading + length };
}
