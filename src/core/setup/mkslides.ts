import type { TextProblem, YamlValue } from '../deck/deck';
import { parseFrontMatter } from '../deck/frontMatter';
import { problem } from '../deck/problems';
import { isRecord } from '../text/isRecord';
import { readSeparators, type SeparatorKeys } from './patterns';
import type { SetupReading, SetupValues } from './values';

const KEYS: SeparatorKeys = {
  separator: 'separator',
  verticalSeparator: 'separator_vertical',
  notesSeparator: 'separator_notes',
};

const OPENING = '---\n';

/** Reads `mkslides.yml`. Never throws. */
export function readMkslides(text: string): SetupReading<SetupValues> {
  // YAML's own first line of dashes has the length of ours.
  const yaml = text.replace(/^---[ \t]*(?=[\r\n])/, (dashes) => ' '.repeat(dashes.length));
  const block = parseFrontMatter(`${OPENING}${yaml}\n---`);
  if (!block) return { values: null, problems: [] };
  const inFile = ({ start, end }: TextProblem['span']) => ({
    start: clamp(start - OPENING.length, text),
    end: clamp(end - OPENING.length, text),
  });
  if (block.problem) {
    const message = `This file is ignored: ${block.problem.message}`;
    return { values: null, problems: [{ message, span: inFile(block.problem.span) }] };
  }
  const { slides, revealjs, plugins } = block.values;
  const values: Readonly<Record<string, unknown>> = isRecord(slides) ? slides : {};
  const placeOf = (key: string) => inFile(block.entries.get(`slides.${key}`)?.value ?? block.span);
  const { separators, problems: inPatterns } = readSeparators(KEYS, (key) => values[key], placeOf);
  const problems = [...inPatterns];
  const word = (key: string): string | undefined => {
    const value = values[key];
    if (typeof value === 'string' && value !== '') return value;
    if (value !== undefined && value !== null) problems.push(problem(`"${key}" must be text.`, placeOf(key)));
    return undefined;
  };
  const listed = (key: string) =>
    (Array.isArray(plugins) ? plugins : []).flatMap((each) => textsIn(each, key));
  return {
    values: {
      separators,
      theme: word('theme'),
      highlightTheme: word('highlight_theme'),
      template: word('template'),
      preprocessor: word('preprocess_script'),
      css: listed('extra_css'),
      scripts: listed('extra_javascript'),
      options: isRecord(revealjs) ? (revealjs as Readonly<Record<string, YamlValue>>) : {},
      globs: [],
    },
    problems,
  };
}

function textsIn(plugin: YamlValue, key: string): string[] {
  const value = isRecord(plugin) ? plugin[key] : undefined;
  return (Array.isArray(value) ? value : []).filter((each) => typeof each === 'string');
}

function clamp(offset: number, text: string): number {
  return Math.min(Math.max(offset, 0), text.length);
}
