/**
 * How many UTF-16 code units two texts share at their starts and, apart from these, at their ends. Found by
 * bisection, because comparing two slices is far faster than looking at each character.
 */
export function commonEnds(one: string, other: string): { prefix: number; suffix: number } {
  const shorter = Math.min(one.length, other.length);
  const prefix = longest(shorter, (from, to) => one.slice(from, to) === other.slice(from, to));
  const suffix = longest(shorter - prefix, (from, to) => fromEnd(one, from, to) === fromEnd(other, from, to));
  return { prefix, suffix };
}

/** The length up to which everything is the same, at most `limit`. */
function longest(limit: number, same: (from: number, to: number) => boolean): number {
  let known = 0;
  let most = limit;
  while (known < most) {
    const middle = (known + most + 1) >> 1;
    if (same(known, middle)) known = middle;
    else most = middle - 1;
  }
  return known;
}

function fromEnd(text: string, from: number, to: number): string {
  return text.slice(text.length - to, text.length - from);
}
