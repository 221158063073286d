import { createHash } from 'node:crypto';
import path from 'node:path';
import { version } from '../../package.json';
import { cachesFolder } from './cachesFolder';
import { LintCache } from './lintCache';
import { MARKDOWN } from './lintTargets';

/** The options that the outcome for a single file depends on. */
interface Matters {
  readonly named: readonly string[];
  readonly rules: readonly string[];
}

/**
 * The cache of the working directory. It is where the system keeps caches: those who write decks have no folder for
 * generated files, a file beside the decks might be committed, and a checkout need not be writable.
 */
export function openCache(location: string | undefined, { named, rules }: Matters): LintCache {
  const folder = process.cwd();
  const file = location ?? path.join(cachesFolder(), `${nameOf(folder)}.json`);
  // Folders on the command line are those that decks may link within.
  const folders = named.filter((name) => !MARKDOWN.test(name)).sort();
  return new LintCache(path.resolve(file), JSON.stringify({ version, folder, folders, rules }));
}

/** The file with what servers answered, for all working directories. */
export function linksFile(): string {
  return path.join(cachesFolder(), 'links.json');
}

function nameOf(folder: string): string {
  return createHash('sha1').update(folder).digest('hex');
}
