import { filled } from '../text/filled';
import type { Span } from '../text/spans';
import type { DeckProblem } from './deck';

/** What can be wrong with a deck itself, in English, with `{0}` for a value. An editor translates it. */
export const PROBLEMS = {
  inConflict: 'A merge conflict is not resolved. Where its two sides differ, each has slides of its own.',
  misplaced: 'The frontmatter must be the first thing in the file: HedgeDoc shows it as text on a slide.',
  tooLong: 'The frontmatter is longer than {0} kB.',
  tooDeep: 'The frontmatter is nested too deeply.',
  unreadable: "The frontmatter can't be read: {0}",
  repetitive: 'The frontmatter repeats its aliases too often.',
  keyTwice: 'The key "{0}" appears twice here. Remove one of them.',
  tab: 'YAML does not allow tabs here. Indent with spaces.',
  needsQuotes: 'A value cannot begin with "{0}". Put quotation marks around it.',
  noEscape:
    '"{0}" means nothing between double quotation marks. Use single ones, or write the backslash twice.',
  colonInValue: 'This value contains a colon before a space. Put quotation marks around it.',
  keysBelow: 'What "{0}" contains goes on lines of its own below it, indented.',
  notAligned: 'This line is not indented like the others of its level. Start all of them in the same column.',
  noSpace: 'A space is missing after "{0}". Insert one.',
  noColon: 'This line is not a key with a value. Write it as "key: value", or remove it.',
  itemHere: 'A list cannot be here: it goes below a key that has no other value.',
  conflict: 'This is left over from a merge conflict. Keep what is right, and remove the markers.',
  noComment: 'This is not a comment in YAML. Begin comments with "#".',
  openQuote: 'The quotation mark {0} is never closed. Write another one after the value.',
  openBracket: 'The bracket "{0}" is not closed. Write "{1}" at its end, and indent all lines between them.',
  noOpening: 'The bracket "{0}" closes nothing. Remove it, or put quotation marks around the value.',
  afterEnd: 'The value ends at {0}, but text follows. Put quotation marks around all of it.',
  notYaml: 'This is not valid YAML.',
  noPattern:
    '"{0}" is not a valid regular expression, so reveal.js shows no slides. Put a backslash before each bracket, "+", "*" or "?" that stands for itself.',
  unusedPattern:
    'Deckwright cannot use the pattern in "{0}" and ignores it: lookahead, lookbehind and backreferences are not supported.',
} as const;

/** A problem at a place of the document. */
export function problem(template: string, span: Span, ...values: string[]): DeckProblem {
  return { message: values.length > 0 ? filled(template, values) : template, template, values, span };
}
