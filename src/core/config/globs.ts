import { RE2JS } from 're2js';
import { globSource, quote } from './globSource';

/**
 * Which files and addresses the patterns of a configuration mean. The patterns come out of files that anybody may have
 * written, so they are run by an engine whose time grows with the path only. Paths count from the configuration's
 * folder and have `/` between folders.
 */

/** More than any configuration has. */
const MAX_COMPILED = 1000;
const compiled = new Map<string, RE2JS | null>();

/**
 * Whether the glob means the path: `**` stands for any folders, `*` and `?` for parts of a name, `{a,b}` for either,
 * `[a-z]` and `[!a-z]` for one character, a slash at the end for all that the folder holds. False where it is no glob.
 */
export function matchesGlob(glob: string, path: string): boolean {
  return compile(globSource(glob))?.matcher(path).matches() ?? false;
}

/** Whether the pattern means the address; `*` stands for anything, nothing else is special. */
export function matchesAddress(pattern: string, address: string): boolean {
  const source = pattern.split('*').map(quote).join('.*');
  return compile(source)?.matcher(address).matches() ?? false;
}

/** Null where there is no such pattern. */
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
