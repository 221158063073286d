import type { FrontMatter, TextProblem, YamlValue } from '../deck/deck';
import { parseFrontMatter } from '../deck/frontMatter';
import { problem } from '../deck/problems';
import { isMisplaced } from '../options/checkFrontMatter';
import { isRecord } from '../text/isRecord';
import { readSeparators, type SeparatorKeys } from './patterns';
import type { SetupReading, SetupValues } from './values';

const KEYS: SeparatorKeys = {
  separator: 'separator',
  verticalSeparator: 'separator_vertical',
  notesSeparator: 'separator_notes',
};

/** What mkslides reads in `slides`. */
const SLIDES_KEYS =
  'charset favicon highlight_theme preprocess_script separator separator_notes separator_vertical template theme title'.split(
    ' ',
  );

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
  for (const { path, level } of misplaced(block.values)) {
    const { start, end } = block.entries.get(path)?.key ?? block.span;
    const message = `mkslides reads "{0}" only in "${level}". Move it there.`;
    problems.push(problem(message, inFile({ start, end }), path.replace(/^.*\./, '')));
  }
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

/** Keys that are read only below another, and are not there yet. */
function misplaced({ slides, revealjs, ...top }: FrontMatter['values']): { path: string; level: string }[] {
  const inSlides = isRecord(slides) ? (slides as FrontMatter['values']) : {};
  const inOptions = isRecord(revealjs) ? (revealjs as FrontMatter['values']) : {};
  const forSlides = (name: string) => SLIDES_KEYS.includes(name) && !(name in inSlides);
  const forOptions = (name: string, value: YamlValue) =>
    !SLIDES_KEYS.includes(name) && !(name in inOptions) && isMisplaced(name, value, 'top', 'reveal');
  const found = (keys: FrontMatter['values'], prefix: string, level: string, isMeant: typeof forOptions) =>
    Object.entries(keys)
      .filter(([name, value]) => isMeant(name, value))
      .map(([name]) => ({ path: prefix + name, level }));
  return [
    ...found(top, '', 'slides', forSlides),
    ...found(inOptions, 'revealjs.', 'slides', forSlides),
    ...found(top, '', 'revealjs', forOptions),
    ...found(inSlides, 'slides.', 'revealjs', forOptions),
  ];
}

function textsIn(plugin: YamlValue, key: string): string[] {
  const value = isRecord(plugin) ? plugin[key] : undefined;
  return (Array.isArray(value) ? value : []).filter((each) => typeof each === 'string');
}

function clamp(offset: number, text: string): number {
  return Math.min(Math.max(offset, 0), text.length);
}
