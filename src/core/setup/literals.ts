import JSON5 from 'json5';
import type { YamlValue } from '../deck/deck';
import { plainValue } from './plainValue';

/** A string, comment or character. What is not closed reaches to the end, so that no place is read twice. */
const TOKEN =
  /"(?:\\[\s\S]|[^"\\])*(?:"|\\?$)|'(?:\\[\s\S]|[^'\\])*(?:'|\\?$)|`(?:\\[\s\S]|[^`\\])*(?:`|\\?$)|\/\/[^\n\r]*|\/\*(?:[\s\S]*?\*\/|[\s\S]*$)|[\s\S]/y;
const KEY = /(?:([A-Za-z_$][\w$]*)|"([^"\\]*)"|'([^'\\]*)')\s*:/y;

/**
 * What is written out in a JavaScript object that starts with a brace at the offset: text, numbers, lists, objects.
 * Whatever would have to be run, such as a function or a variable, is left out with its key.
 */
export function literalsAt(code: string, start: number): Record<string, YamlValue> {
  const result = Object.create(null) as Record<string, YamlValue>;
  for (let at = start + 1; at < code.length && code[at] !== '}'; ) {
    const token = tokenAt(code, at);
    if (/^(?:[\s,]|\/[/*])/.test(token)) {
      at += token.length;
      continue;
    }
    KEY.lastIndex = at;
    const key = KEY.exec(code);
    const from = at + (key?.[0].length ?? 0);
    at = endOfValue(code, from);
    const name = key?.[1] ?? key?.[2] ?? key?.[3];
    const value = name === undefined ? undefined : literal(code.slice(from, at));
    if (value !== undefined) result[name!] = value;
  }
  return result;
}

function tokenAt(code: string, at: number): string {
  TOKEN.lastIndex = at;
  return TOKEN.exec(code)![0];
}

/** The comma or closing brace after a value. */
function endOfValue(code: string, start: number): number {
  let depth = 0;
  let at = start;
  while (at < code.length) {
    const token = tokenAt(code, at);
    if (depth === 0 && (token === ',' || token === '}')) return at;
    if (/^[([{]$/.test(token)) depth++;
    if (/^[)\]}]$/.test(token)) depth--;
    at += token.length;
  }
  return at;
}

function literal(code: string): YamlValue | undefined {
  try {
    return plainValue(JSON5.parse(code));
  } catch {
    return undefined;
  }
}
