import type { TextProblem, YamlValue } from '../deck/deck';
import { problem } from '../deck/problems';
import { isMisplaced, type Level } from '../options/checkFrontMatter';
import { isRecord } from '../text/isRecord';
import { keySpan, readJson } from './json';
import { readSeparators, type SeparatorKeys } from './patterns';
import { plainRecord, plainValue } from './plainValue';
import type { SetupReading, SetupValues } from './values';

/** reveal-md's names for the patterns. */
export const REVEAL_MD_KEYS: SeparatorKeys = {
  separator: 'separator',
  verticalSeparator: 'verticalSeparator',
  notesSeparator: 'notesSeparator',
};

/** reveal-md's default, which names no files in particular. */
const ANY_FILE = '**/*.md';

/** In a list: nobody writes more. */
const MAX_TEXTS = 100;

/** Reads `reveal-md.json`. Never throws. */
export function readRevealMd(text: string): SetupReading<SetupValues> {
  const { values, problems } = readJson(text);
  if (!values) return { values: null, problems };
  const placeOf = (key: string) => keySpan(text, key);
  const reading = revealMdValues(values, placeOf);
  return { ...reading, problems: [...reading.problems, ...misplaced(values, placeOf)] };
}

/** Keys that reveal-md reads only at the other level; a template of one's own may read any. */
function misplaced(
  values: Readonly<Record<string, unknown>>,
  placeOf: (key: string) => TextProblem['span'],
): TextProblem[] {
  if (values.template !== undefined) return [];
  const inside = isRecord(values.revealOptions) ? plainRecord(values.revealOptions) : {};
  const outside = plainRecord(values);
  const names = (mine: typeof inside, others: typeof inside, level: Level) =>
    Object.keys(mine).filter((name) => !(name in others) && isMisplaced(name, mine[name]!, level, 'reveal'));
  return [
    ...names(outside, inside, 'top').map((name) =>
      problem(`reveal-md reads "${name}" only in "revealOptions". Move it there.`, placeOf(name)),
    ),
    ...names(inside, outside, 'options').map((name) =>
      problem(`reveal-md reads "${name}" only at the outermost level. Move it out.`, placeOf(name)),
    ),
  ];
}

/** Reads `reveal.json`: reveal.js's options. Never throws. */
export function readRevealOptions(text: string): SetupReading<Readonly<Record<string, YamlValue>>> {
  const { values, problems } = readJson(text);
  return { values: values && plainRecord(values), problems };
}

/** What reveal-md's keys say, in `reveal-md.json` or as flags of the command. */
export function revealMdValues(
  values: Readonly<Record<string, unknown>>,
  placeOf: (key: string) => TextProblem['span'],
): { readonly values: SetupValues; readonly problems: readonly TextProblem[] } {
  const { separators, problems: inPatterns } = readSeparators(REVEAL_MD_KEYS, (key) => values[key], placeOf);
  const problems = [...inPatterns];
  const text = (key: string): string | undefined => {
    const value = values[key];
    if (typeof value === 'string' && value !== '') return value;
    if (value !== undefined && value !== null && value !== '')
      problems.push(problem(`"${key}" must be text.`, placeOf(key)));
    return undefined;
  };
  /** Several texts, as a list or with commas between them. */
  const texts = (key: string, split: boolean): string[] => {
    const value = values[key];
    if (typeof value === 'string')
      return (split ? value.split(',') : [value]).map((each) => each.trim()).filter((each) => each !== '');
    if (Array.isArray(value) && value.every((each) => typeof each === 'string'))
      return value.slice(0, MAX_TEXTS);
    if (value !== undefined && value !== null)
      problems.push(problem(`"${key}" must be text or a list of texts.`, placeOf(key)));
    return [];
  };
  const options = () => {
    const value = values.revealOptions;
    if (isRecord(value)) return plainRecord(value);
    if (value !== undefined && value !== null)
      problems.push(problem('"revealOptions" must be an object in braces.', placeOf('revealOptions')));
    return {};
  };
  return {
    values: {
      separators,
      theme: text('theme'),
      highlightTheme: text('highlightTheme'),
      template: text('template'),
      preprocessor: text('preprocessor'),
      css: texts('css', true),
      scripts: texts('scripts', true),
      options: options(),
      mermaid: plainValue(values.mermaid),
      globs: texts('glob', false).filter((glob) => glob !== ANY_FILE),
    },
    problems,
  };
}
