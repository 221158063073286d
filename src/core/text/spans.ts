/** Half-open range of UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** How many levels of nested spans are searched. */
const MAX_NESTED = 8;

/** The innermost of the spans, sorted by their start, that contains the offset; undefined if none does. */
export function spanAt<Place extends Span>(sorted: readonly Place[], offset: number): Place | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  for (let index = low - 1; index >= 0 && index >= low - MAX_NESTED; index--) {
    if (offset < sorted[index]!.end) return sorted[index];
  }
  return undefined;
}
