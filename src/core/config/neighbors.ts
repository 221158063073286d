import { recognizeDeck } from '../deck/dialects';
import { parseFrontMatter } from '../deck/frontMatter';
import type { Setup } from '../deck/setup';

/** More files than these, or longer ones in bytes, say no more about a folder. */
export const MAX_NEIGHBORS = 40;
/** See `MAX_NEIGHBORS`. */
export const MAX_NEIGHBOR_SIZE = 256 * 1024;

/**
 * How most decks of a folder are read, by their texts alone; null if none of them shows that it is a deck. Those that
 * are certain count first.
 */
export function usualSetup(texts: Iterable<string>): Setup | null {
  const certain = new Map<Setup, number>();
  const guessed = new Map<Setup, number>();
  for (const text of texts) {
    const { isDeck, isGuess, setup } = recognizeDeck(text, parseFrontMatter(text));
    if (!isDeck) continue;
    const counts = isGuess ? guessed : certain;
    counts.set(setup, (counts.get(setup) ?? 0) + 1);
  }
  return mostOf(certain) ?? mostOf(guessed);
}

function mostOf(counts: ReadonlyMap<Setup, number>): Setup | null {
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first?.[0] ?? null;
}
