import type { Dialect, SlideContent } from '../deck/deck';
import { inlineText } from '../summary/inlineText';
import { joinBlocks } from './joinBlocks';
import { plainBlocks } from './plainBlocks';

/** The notes of a slide as text without marks, for programs that do not read markdown; empty if there are none. */
export function plainNotes(content: SlideContent, dialect: Dialect): string {
  const markdown = joinBlocks(plainBlocks(content, 'notes', dialect, (url) => url));
  let fence: string | null = null;
  const lines = markdown.split('\n').flatMap((line) => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== null && mark?.startsWith(fence)) {
      fence = null;
      return [];
    }
    if (fence !== null) return [line];
    if (mark) {
      fence = mark;
      return [];
    }
    return [plainLine(line)];
  });
  return lines.join('\n').trimEnd();
}

/** Bullets and numbers stay where they are. */
function plainLine(line: string): string {
  const [, indentation = '', mark = '', text = ''] = /^([\s>]*)([-*+]\s|\d{1,9}[.)]\s|#{1,6}\s)?(.*)$/.exec(
    line,
  )!;
  const words = inlineText(text, { isPart: true });
  const start = indentation.replaceAll('>', ' ');
  if (/^#/.test(mark)) return words;
  return `${start}${/^[-*+]/.test(mark) ? '• ' : mark}${words}`;
}
