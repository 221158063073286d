import type { TextProblem, YamlValue } from '../deck/deck';
import { problem } from '../deck/problems';
import { keySpan, readJson } from './json';
import { readSeparators, type SeparatorKeys } from './patterns';
import { isRecord, plainRecord, plainValue } from './plainValue';
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
  return values ? revealMdValues(values, (key) => keySpan(text, key)) : { values: null, problems };
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
