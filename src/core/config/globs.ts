import { RE2JS } from 're2js';
import { globSource, quote } from './globSource';

/**
 * Which files and addresses the patterns of a configuration match. Anyone may have written the file with the
 * patterns, so they are run by an engine whose time grows only with the path. Paths are relative to the
 * configuration's folder, with `/` between folders.
 */

/** More than any configuration has. */
const MAX_COMPILED = 1000;
const compiled = new Map<string, RE2JS | null>();

/**
 * Whether the glob matches the path: `**` matches any folders, `*` and `?` parts of a name, `{a,b}` either,
 * `[a-z]` and `[!a-z]` a single character, a trailing slash everything in the folder. False if it is not a
 * valid glob.
 */
export function matchesGlob(glob: string, path: string): boolean {
  return compile(globSource(glob))?.matcher(path).matches() ?? false;
}

/** Whether the pattern matches the address; `*` matches anything, nothing else is special. */
export function matchesAddress(pattern: string, address: string): boolean {
  const source = pattern.split('*').map(quote).join('.*');
  return compile(source)?.matcher(address).matches() ?? false;
}

/** Null if the pattern is not valid. */
function compile(source: string): RE2JS | null {
  let pattern = compiled.get(source);
  if (pattern === undefined) {
    if (compiled.size === MAX_COMPILED) compiled.clear();
    try {
      pattern = RE2JS.compile(source, RE2JS.DOTALL);
    } catch {
      pattern = null;
    }
    compiled.set(source, pattern);
  }
  return pattern;
}
