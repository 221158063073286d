import type { Deck } from '../deck/deck';
import { splitsAtBlankLines } from '../deck/namedSetups';
import type { ParseOptions } from '../deck/parseDeck';
import { type Separators, separatorsFor } from '../deck/separators';
import { lineEndOf } from '../text/lineEnds';

/** According to `^` and `$` in patterns, for which U+2028 and U+2029 end lines too. */
export const ENDS_LINE = /[\n\r\u2028\u2029]$/;
/** Matches a line end at the start of a text. */
export const BEGINS_LINE = /^[\n\r\u2028\u2029]/;

/** The properties of a deck that determine how its slides are separated. */
export type SlideRules = Pick<Deck, 'setup' | 'frontMatter'>;

/** How the deck writes its separators. */
export function separatorsOf(
  { setup, frontMatter }: SlideRules,
  { allowCustomSeparators = true }: ParseOptions,
): Separators {
  return separatorsFor(setup, frontMatter, allowCustomSeparators).separators;
}

/**
 * What a new separator of the deck looks like. Null if the deck's own pattern doesn't show it, and the deck
 * has no such separator to copy.
 */
export function separatorText(deck: Deck, below: boolean, options: ParseOptions): string | null {
  const lineEnd = lineEndOf(deck.text);
  if (splitsAtBlankLines(deck.setup)) return lineEnd.repeat(below ? 2 : 3);
  const usual = (below ? ['----', '--', '-v-'] : ['---']).map((mark) => lineEnd + mark + lineEnd);
  if (deck.dialect === 'hedgedoc') return usual[0]!;
  const existing = deck.slides.find(({ index, v }) => index > 0 && v > 0 === below)?.separator;
  if (existing) return deck.text.slice(existing.start, existing.end);
  const separators = separatorsOf(deck, options);
  const own = separators.sources[below ? 'verticalSeparator' : 'separator'];
  const written = own === undefined ? undefined : literalOf(own)?.replaceAll('\n', lineEnd);
  return [written, ...usual].find((text) => text !== undefined && separates(text, below, separators)) ?? null;
}

function separates(text: string, below: boolean, separators: Separators): boolean {
  const sample = `a\n\n${text.replace(/\r\n?/g, '\n')}\n\nb`;
  const [hit, second] = separators.any.matches(sample);
  if (!hit || second) return false;
  return separators.horizontal.test(sample.slice(hit.start, hit.end)) !== below;
}

/** The one text that a simple pattern matches; null for patterns with alternatives or repetitions. */
export function literalOf(pattern: string): string | null {
  const source = pattern
    .replace(/^\^/, '')
    .replace(/\$$/, '')
    .replace(/\\r\?\\n|\(\\r\?\)\\n|\r?\n/g, '\\n');
  if (!/^(?:[^\\^$.*+?()[\]{}|]|\\[^A-Za-z0-9]|\\n)+$/.test(source)) return null;
  return source.replace(/\\n/g, '\n').replace(/\\(.)/g, '$1');
}
