/** In UTF-16 code units. Longer names are not misspellings of any we know. */
const MAX_LENGTH = 100;

/**
 * The name that was probably meant, for "did you mean": the one that takes the fewest letters to change, at
 * most a third of them, ignoring case. Undefined if none is near.
 */
export function nearest(name: string, known: readonly string[]): string | undefined {
  if (name.length > MAX_LENGTH) return undefined;
  let best: string | undefined;
  let fewest = Math.floor(name.length / 3) + 1;
  const letters = name.toLowerCase();
  for (const candidate of known) {
    // At least as many letters must be added or removed.
    if (Math.abs(name.length - candidate.length) >= fewest) continue;
    const changes = distance(letters, candidate.toLowerCase(), fewest);
    if (changes < fewest) {
      best = candidate;
      fewest = changes;
    }
  }
  return best;
}

/** How many letters must be added, removed, replaced or swapped with their neighbor; `limit` if there are more. */
function distance(a: string, b: string, limit: number): number {
  // Three rows of numbers that take turns: new ones for each row of each name would take longer than all else.
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  let current: number[] = [];
  let leastOfLast = 0;
  for (let row = 1; row <= a.length; row++) {
    current[0] = row;
    let least = row;
    for (let column = 1; column <= b.length; column++) {
      let changes = last[column - 1]!;
      if (a[row - 1] !== b[column - 1]) {
        changes = Math.min(changes, last[column]!, current[column - 1]!) + 1;
        const isSwapped =
          row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
        if (isSwapped) changes = Math.min(changes, beforeLast[column - 2]! + 1);
      }
      current[column] = changes;
      least = Math.min(least, changes);
    }
    // No row has a smaller number than the two before it.
    if (least >= limit && leastOfLast >= limit) return limit;
    [beforeLast, last, current] = [last, current, beforeLast];
    leastOfLast = least;
  }
  return Math.min(last[b.length]!, limit);
}
