import { printable } from '../core/text/printable';

const MIN_WIDTH = 40;
const DEFAULT_WIDTH = 80;

/** JSON that is safe to view in a terminal; its meaning is the same. */
export function printableJson(value: unknown): string {
  return printable(JSON.stringify(value, null, 2));
}

export function print(text: string): void {
  process.stdout.write(printable(text));
}

/** For text that holds colors, and in which everything else is printable already. */
export function printStyled(text: string): void {
  process.stdout.write(text);
}

/** How wide lines on the standard output may be, in cells. */
export function outputWidth(): number {
  return Math.max(MIN_WIDTH, process.stdout.columns ?? DEFAULT_WIDTH);
}

/** Whether the standard output shows colors: as `FORCE_COLOR` and `NO_COLOR` say, else if it is a terminal. */
export function hasColors(isTerminal: boolean, env: NodeJS.ProcessEnv = process.env): boolean {
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return isTerminal && !env.NO_COLOR && env.TERM !== 'dumb';
}

export function complain(line: string): void {
  process.stderr.write(`${printable(line)}\n`);
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
