import { filled } from '../text/filled';
import type { Span } from '../text/spans';
import type { DeckProblem } from './deck';

/** What can be wrong with a deck itself, in English, with `{0}` for a value. An editor translates it. */
export const PROBLEMS = {
  misplaced: 'The frontmatter must be the first thing in the file: HedgeDoc shows it as text on a slide.',
  tooLong: 'The frontmatter is longer than {0} kB.',
  tooDeep: 'The frontmatter is nested too deeply.',
  unreadable: "The frontmatter can't be read: {0}",
  repetitive: 'The frontmatter repeats its aliases too often.',
  keyTwice: 'The key "{0}" appears twice here.',
  noPattern:
    '"{0}" is not a pattern that can be used here: lookahead, lookbehind and backreferences are not supported.',
} as const;

/** A problem at a place of the document. A library's message is its own template: it has no translation. */
export function problem(template: string, span: Span, ...values: string[]): DeckProblem {
  return { message: values.length > 0 ? filled(template, values) : template, template, values, span };
}
