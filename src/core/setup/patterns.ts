import type { TextProblem } from '../deck/deck';
import { problem } from '../deck/problems';
import { patternOf, patternProblem } from '../deck/separators';
import type { SeparatorSources } from '../deck/setup';
import type { Span } from '../text/spans';

/** The names that a tool has for the three patterns. */
export type SeparatorKeys = Readonly<Record<keyof SeparatorSources, string>>;

/** Of a pattern: its time grows with its length too. */
const MAX_LENGTH = 1000;

/** The patterns found under a tool's names. One that can't be used is reported at its place and left out. */
export function readSeparators(
  keys: SeparatorKeys,
  read: (key: string) => unknown,
  placeOf: (key: string) => Span,
): { readonly separators: SeparatorSources; readonly problems: readonly TextProblem[] } {
  const separators: { -readonly [Name in keyof SeparatorSources]: string } = {};
  const problems: TextProblem[] = [];
  for (const [name, key] of Object.entries(keys) as [keyof SeparatorSources, string][]) {
    const value = read(key);
    // None of the tools looks at an empty pattern.
    if (value === undefined || value === null || value === '') continue;
    if (typeof value !== 'string') problems.push(problem(`"${key}" must be text.`, placeOf(key)));
    else if (value.length > MAX_LENGTH)
      problems.push(problem(`"${key}" is longer than ${MAX_LENGTH} characters.`, placeOf(key)));
    else if (patternOf(value)) separators[name] = onOneLine(value);
    else problems.push(patternProblem(key, value, placeOf(key)));
  }
  return { separators, problems };
}

/** JSON's `"\n"` is a line end, `"\\n"` its escape: as patterns both mean the same. */
function onOneLine(source: string): string {
  return source.replace(/\n/g, '\\n').replace(/\r/g, '\\r');
}
