import type { YAMLError } from 'yaml';
import type { Span } from '../text/spans';
import type { DeckProblem } from './deck';
import { PROBLEMS, problem } from './problems';

/** What the YAML library complains about, in words for authors. Offsets are of the YAML, before `offset` is added. */
export function yamlProblem(
  { code, message, pos }: YamlComplaint,
  yaml: string,
  offset: number,
): DeckProblem {
  const found = explain({ code, message, start: pos[0], end: pos[1], yaml });
  const { start, end } = found.span;
  return problem(found.template, { start: offset + start, end: offset + end }, ...found.values);
}

/** Offsets are of the YAML. */
export type YamlComplaint = Pick<YAMLError, 'code' | 'message' | 'pos'>;

interface Complaint extends Span {
  readonly code: string;
  readonly message: string;
  readonly yaml: string;
}

type Explanation = Pick<DeckProblem, 'template' | 'values' | 'span'>;

function explain(complaint: Complaint): Explanation {
  const { code, message, yaml, start, end } = complaint;
  const span = { start, end };
  switch (code) {
    case 'TAB_AS_INDENT':
      return says(PROBLEMS.tab, span);
    case 'BAD_SCALAR_START':
      return says(PROBLEMS.needsQuotes, span, yaml[start]!);
    case 'BAD_DQ_ESCAPE':
      return says(PROBLEMS.noEscape, { start, end: start + 2 }, yaml.slice(start, start + 2));
    case 'BLOCK_AS_IMPLICIT_KEY':
      return aboutValue(complaint);
    case 'MULTILINE_IMPLICIT_KEY':
      return aboutLine(complaint);
    case 'MISSING_CHAR':
      if (message.startsWith('Missing closing')) return aboutQuote(complaint);
      return message.startsWith('Implicit map keys') ? aboutLine(complaint) : aboutBracket(complaint);
    case 'BAD_INDENT':
      return message.startsWith('Flow')
        ? aboutBracket(complaint)
        : says(PROBLEMS.notAligned, lineAt(start, yaml));
    case 'UNEXPECTED_TOKEN':
      return aboutToken(complaint);
    case 'TAG_RESOLVE_FAILED':
      return says(PROBLEMS.needsQuotes, span, '!');
    default:
      return says(PROBLEMS.notYaml, span);
  }
}

function says(template: string, span: Span, ...values: string[]): Explanation {
  return { template, values, span };
}

/** A value in which another key seems to begin, or below which keys are indented. */
function aboutValue({ start, yaml }: Complaint): Explanation {
  const line = lineAt(start, yaml);
  const rest = { start, end: line.end };
  const isKey = /:(?:\s|$)/.test(yaml.slice(rest.start, rest.end));
  const below = /^\s*/.exec(yaml.slice(line.end))![0].length + line.end;
  if (!isKey) return says(PROBLEMS.notAligned, below < yaml.length ? lineAt(below, yaml) : rest);
  const key = /([\w-]*Options)[ \t]*:[ \t]*$/.exec(yaml.slice(line.start, start))?.[1];
  return key ? says(PROBLEMS.keysBelow, rest, key) : says(PROBLEMS.colonInValue, rest);
}

/** A line that is taken for the start of a key, with no value after it. */
function aboutLine({ start, yaml }: Complaint): Explanation {
  const line = lineAt(start, yaml);
  const text = yaml.slice(line.start, line.end);
  const glued = /^([\w-]+:)\S/.exec(text)?.[1];
  if (glued) return says(PROBLEMS.noSpace, { start: line.start, end: line.start + glued.length }, glued);
  if (/^(?:<{7}|={7}|>{7})(?: |$)/.test(text)) return says(PROBLEMS.conflict, line);
  if (/^(?:\/\/|\/\*)/.test(text)) return says(PROBLEMS.noComment, line);
  return says(text.startsWith('- ') ? PROBLEMS.itemHere : PROBLEMS.noColon, line);
}

function aboutQuote({ message, start, yaml }: Complaint): Explanation {
  const quote = message.includes("'") ? "'" : '"';
  const before = yaml.slice(0, start + 1);
  const opening = [...before.matchAll(/(?<=^|[\s[{,:])["']/g)].findLast(([found]) => found === quote);
  const at = opening?.index ?? start;
  return says(PROBLEMS.openQuote, { start: at, end: at + 1 }, quote);
}

function aboutBracket({ message, start, yaml }: Complaint): Explanation {
  const [opening, closing] = message.startsWith('Flow map') ? ['{', '}'] : ['[', ']'];
  const at = yaml.lastIndexOf(opening!, start);
  return says(PROBLEMS.openBracket, { start: at, end: at + 1 }, opening!, closing!);
}

function aboutToken({ message, start, end, yaml }: Complaint): Explanation {
  const span = { start, end };
  if (message.startsWith('Unexpected block-seq-ind')) return says(PROBLEMS.needsQuotes, span, '-');
  if (message.startsWith('Block scalar header'))
    return says(PROBLEMS.needsQuotes, { start: start - 1, end: start }, yaml[start - 1]!);
  const bracket = /^Unexpected flow-(?:map|seq)-end/.test(message);
  if (bracket) return says(PROBLEMS.noOpening, span, yaml.slice(start, end));
  const line = lineAt(start, yaml);
  if (line.start === start) return says(PROBLEMS.notAligned, line);
  const before = yaml.slice(line.start, start).trimEnd().at(-1) ?? '';
  const isEnd = /["'\]}]/.test(before);
  return isEnd ? says(PROBLEMS.afterEnd, { start, end: line.end }, before) : says(PROBLEMS.notYaml, span);
}

/** The line of an offset without the spaces around it. */
function lineAt(offset: number, yaml: string): Span {
  const start = yaml.lastIndexOf('\n', offset - 1) + 1;
  const line = /^[^\n]*/.exec(yaml.slice(start))![0];
  const indent = line.length - line.trimStart().length;
  return { start: start + indent, end: start + Math.max(line.trimEnd().length, indent) };
}
