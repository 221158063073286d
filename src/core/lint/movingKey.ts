import type { Deck } from '../deck/deck';
import { type CheckedKey, optionsKey } from '../options/checkFrontMatter';
import { endOfLine, lineEndOf, startOfLine } from '../text/lineEnds';
import type { Span } from '../text/spans';
import type { TextEdit } from '../text/textEdits';
import type { Fix } from './rule';

/** The fix that takes a key of the frontmatter to its level; null if lines cannot simply be moved. */
export function movingKey(key: CheckedKey, deck: Deck): Fix | null {
  const { text } = deck;
  const { entry, name } = key;
  const line = lineOf(entry.key.start, text);
  if (entry.value.end > line.end || text.slice(line.start, entry.key.start).trim() !== '') return null;
  const edits = key.isOption ? outwards(line, deck) : inwards(line, deck);
  const title = key.isOption ? `Move ${name} out` : `Move ${name} into ${optionsKey(deck.dialect)}`;
  return edits && { title, edits, kind: 'offered' };
}

/** With its line end. */
function lineOf(offset: number, text: string): Span {
  const end = endOfLine(text, offset);
  return {
    start: startOfLine(text, offset),
    end: end + /^(?:\r\n?|\n)?/.exec(text.slice(end, end + 2))![0].length,
  };
}

const INDENT = '  ';

function inwards(line: Span, { text, frontMatter, dialect }: Deck): TextEdit[] | null {
  const options = optionsKey(dialect);
  const entry = frontMatter!.entries.get(options);
  const begin = { start: line.start, end: line.start };
  if (!entry) return [{ span: begin, newText: `${options}:${lineEndOf(text)}${INDENT}` }];
  const value = frontMatter!.values[options];
  if (value !== null && typeof value !== 'object') return null;
  const first = value && Object.keys(value).map((name) => frontMatter!.entries.get(`${options}.${name}`))[0];
  const head = lineOf(entry.key.start, text);
  // What is in braces is on the same line, or need not be one option a line.
  if (first && (first.key.start < head.end || text[entry.value.start] === '{')) return null;
  if (!first && text.slice(entry.key.end, head.end).trim() !== ':') return null;
  const indent = first ? text.slice(startOfLine(text, first.key.start), first.key.start) : INDENT;
  const end = first ? entry.value.end : head.end;
  const isNext = end <= line.start && text.slice(end, line.start).trim() === '';
  if (isNext) return [{ span: begin, newText: indent }];
  const written = indent + text.slice(line.start, line.end);
  return [
    { span: { start: head.end, end: head.end }, newText: written },
    { span: line, newText: '' },
  ];
}

function outwards(line: Span, { text, frontMatter, dialect }: Deck): TextEdit[] | null {
  const entry = frontMatter!.entries.get(optionsKey(dialect));
  if (!entry || text[entry.value.start] === '{') return null;
  const { start } = entry.key;
  return [
    { span: { start, end: start }, newText: text.slice(line.start, line.end).trimStart() },
    { span: line, newText: '' },
  ];
}
