import type { Deck } from '../deck/deck';
import { chooseSeparators, type ParseOptions } from '../deck/parseDeck';
import type { Separators } from '../deck/separators';
import { lineEndOf } from '../text/lineEnds';

/** According to `^` and `$` in patterns, for which U+2028 and U+2029 end lines too. */
export const ENDS_LINE = /[\n\r\u2028\u2029]$/;
/** Matches a line end at the start of a text. */
export const BEGINS_LINE = /^[\n\r\u2028\u2029]/;

/** The properties of a deck that determine how its slides are separated. */
export type SlideRules = Pick<Deck, 'dialect' | 'frontMatter'>;

/** How the deck writes its separators. */
export function separatorsOf({ dialect, frontMatter }: SlideRules, options: ParseOptions): Separators {
  return chooseSeparators(dialect, frontMatter, options).separators;
}

/**
 * What a new separator of the deck looks like. Null if the deck's own pattern doesn't show it, and the deck
 * has no such separator to copy.
 */
export function separatorText(deck: Deck, below: boolean, options: ParseOptions): string | null {
  const lineEnd = lineEndOf(deck.text);
  if (deck.dialect === 'reveal-blank-lines') return lineEnd.repeat(below ? 2 : 3);
  const usual = lineEnd + (below ? '----' : '---') + lineEnd;
  if (deck.dialect === 'hedgedoc') return usual;
  const existing = deck.slides.find(({ index, v }) => index > 0 && v > 0 === below)?.separator;
  if (existing) return deck.text.slice(existing.start, existing.end);
  const separators = separatorsOf(deck, options);
  const own = deck.frontMatter?.values[below ? 'verticalSeparator' : 'separator'];
  const written = typeof own === 'string' ? literalOf(own)?.replaceAll('\n', lineEnd) : undefined;
  return [written, usual].find((text) => text !== undefined && separates(text, below, separators)) ?? null;
}

function separates(text: string, below: boolean, separators: Separators): boolean {
  const sample = `a\n\n${text.replace(/\r\n?/g, '\n')}\n\nb`;
  const [hit, second] = separators.any.matches(sample);
  if (!hit || second) return false;
  return separators.horizontal.test(sample.slice(hit.start, hit.end)) !== below;
}

/** The one text that a simple pattern matches; null for patterns with alternatives or repetitions. */
function literalOf(pattern: string): string | null {
  const source = pattern
    .replace(/^\^/, '')
    .replace(/\$$/, '')
    .replace(/\\r\?\\n|\r?\n/g, '\\n');
  if (!/^(?:[^\\^$.*+?()[\]{}|]|\\[^A-Za-z0-9]|\\n)+$/.test(source)) return null;
  return source.replace(/\\n/g, '\n').replace(/\\(.)/g, '$1');
}
