import { printable } from '../core/text/printable';

/** JSON that is safe to view in a terminal; its meaning is the same. */
export function printableJson(value: unknown): string {
  return printable(JSON.stringify(value, null, 2));
}

export function print(text: string): void {
  process.stdout.write(printable(text));
}

export function complain(line: string): void {
  process.stderr.write(`${printable(line)}\n`);
}
