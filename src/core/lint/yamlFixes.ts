import type { DeckProblem } from '../deck/deck';
import { PROBLEMS } from '../deck/problems';
import type { Span } from '../text/spans';
import { changeTo } from './changeTo';
import { insertSpaces } from './insertSpaces';
import type { Fix } from './rule';

/** What mends a mistake in YAML, where it can only be mended in one way. */
export function yamlFixes({ template, span }: DeckProblem, text: string): Fix[] {
  switch (template) {
    case PROBLEMS.colonInValue:
    case PROBLEMS.needsQuotes:
      return quoted(span, text);
    case PROBLEMS.noSpace:
      return [insertSpaces([span.end])];
    case PROBLEMS.tab:
      return [changeToSpaces(span, text)];
    default:
      return [];
  }
}

function quoted({ start }: Span, text: string): Fix[] {
  const value = /^[^\r\n]*/.exec(text.slice(start))![0].trimEnd();
  const quote = ['"', "'"].find((mark) => !value.includes(mark));
  // A comment may follow; between double quotation marks a backslash is an escape.
  if (!quote || / #/.test(value) || value.includes('\\')) return [];
  return [changeTo(quote + value + quote, { start, end: start + value.length })];
}

/** Each tab becomes as many spaces as the first indented line above has. */
function changeToSpaces({ start }: Span, text: string): Fix {
  const tabs = /^[ \t]*/.exec(text.slice(start))![0];
  const spaces = /^ +(?=\S)/m.exec(text.slice(0, start))?.[0] ?? '  ';
  const edit = { span: { start, end: start + tabs.length }, newText: tabs.replaceAll('\t', spaces) };
  return { title: 'Change the tabs to spaces', edits: [edit], kind: 'offered' };
}
