/** What terminals obey, hide or reorder by. */
const UNPRINTABLE = /[\0-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Text out of decks and file names may hold anything; here it can't do more than be read. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, escaped);
}

/** JSON that is safe to look at in a terminal; what it says is the same. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(UNPRINTABLE, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

export function print(text: string): void {
  process.stdout.write(printable(text));
}

export function complain(line: string): void {
  process.stderr.write(`${printable(line)}\n`);
}
