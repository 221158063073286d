import { printTable, type Rows, type Run } from '../measure';

/** What an attacker could write: what comes once, what is repeated, what ends it. */
export type Pattern = readonly [head: string, repeated: string | ((index: number) => string), tail?: string];

/** Work whose time could grow faster than the text it is done on. */
export interface Growth {
  title: string;
  /** In UTF-16 code units. */
  size: number;
  patterns: Record<string, Pattern>;
  work(text: string): Run;
}

/** How much larger the large text is. */
const FACTOR = 8;
/** Linear work takes 8 times as long, give or take the noise; quadratic work takes 64 times. */
const LIMIT = 3 * FACTOR;
/** Times are rounded up to this many ms, below which everything is noise. */
const FLOOR = 5;
/** How often a bad result is measured again before it is believed. */
const RETRIES = 3;

/** Prints how the time grows, and returns the names of the patterns whose time grows faster than the text. */
export async function measureGrowth({ title, size, patterns, work }: Growth): Promise<string[]> {
  const rows: Rows = {};
  for (const [name, pattern] of Object.entries(patterns)) {
    const runs = [size, FACTOR * size].map((length) => work(textOf(pattern, length)));
    for (let tries = 0; tries <= RETRIES; tries++) {
      const [small, large] = [await fastest(runs[0]!), await fastest(runs[1]!)];
      const ratio = Math.max(large, FLOOR) / Math.max(small, FLOOR);
      rows[name] = [small, large, ratio];
      if (ratio < LIMIT) break;
    }
  }
  printTable(title, [inThousands(size), inThousands(FACTOR * size), 'ratio'], rows);
  return Object.keys(rows).filter((name) => rows[name]![2]! >= LIMIT);
}

async function fastest(run: Run): Promise<number> {
  return Math.min(await run(), await run());
}

function textOf([head, repeated, tail = '']: Pattern, size: number): string {
  const parts = [head];
  for (let length = head.length + tail.length, index = 0; length < size; index++) {
    const part = typeof repeated === 'string' ? repeated : repeated(index);
    parts.push(part);
    length += part.length;
  }
  return parts.join('') + tail;
}

const inThousands = (size: number) => `${size / 1000}k`;
