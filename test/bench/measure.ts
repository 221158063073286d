/** One thing to measure: does it once and returns how long it took, in ms. */
export type Run = () => number | Promise<number>;

/** Measures synchronous work from its start to its end. */
export function timed(work: () => void): Run {
  return () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
}

interface Limits {
  rounds: number;
  /** No further round begins after this many seconds, but at least three are run. */
  seconds: number;
}

/**
 * Medians of interleaved runs: each round does everything once, so that other load on the machine affects all alike.
 * The first round warms up and does not count.
 */
export async function medians<Name extends string>(
  runs: Record<Name, Run>,
  { rounds, seconds }: Limits = { rounds: 40, seconds: 8 },
): Promise<Record<Name, number>> {
  const names = Object.keys(runs) as Name[];
  const times = new Map<Name, number[]>(names.map((name) => [name, []]));
  const start = performance.now();
  for (let round = 0; round <= rounds; round++) {
    if (round > 3 && performance.now() - start > seconds * 1000) break;
    for (const name of names) {
      const time = await runs[name]();
      if (round > 0) times.get(name)!.push(time);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name)!)])) as Record<Name, number>;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export type Rows = Record<string, number[]>;

/** Appends the times of one size to those of the previous sizes. */
export function addColumn(rows: Rows, times: Record<string, number>): void {
  for (const [name, time] of Object.entries(times)) rows[name] = [...(rows[name] ?? []), time];
}

/** Prints one row for each thing measured, one column for each size. */
export function printTable(title: string, columns: readonly string[], rows: Rows): void {
  const width = Math.max(...Object.keys(rows).map(({ length }) => length));
  const line = (name: string, cells: readonly string[]) =>
    console.log(`  ${name.padEnd(width)}${cells.map((cell) => cell.padStart(12)).join('')}`);
  console.log(`\n${title}`);
  line('', columns);
  for (const [name, values] of Object.entries(rows)) line(name, values.map(inMs));
}

const inMs = (value: number) => (value < 10 ? value.toFixed(2) : value.toFixed(0));
