import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { CannotRun, errorCode } from './errors';

export const MARKDOWN = /\.(?:md|markdown)$/i;
const NEVER_ENTERED = new Set(['.git', 'node_modules']);

export interface Targets {
  /** Sorted, without duplicates, relative to the working directory. */
  readonly files: readonly string[];
  /** Folders that can't be listed, by name, and why. */
  readonly unlistable: ReadonlyMap<string, string>;
}

/**
 * The markdown files that are meant: files as named, folders with everything below them, globs by what they
 * match below the working directory. Links to folders are not followed.
 */
export async function findTargets(named: readonly string[]): Promise<Targets> {
  const found = new Set<string>();
  const unlistable = new Map<string, string>();
  for (const name of named) {
    const files = await targetsOf(name, unlistable);
    if (!files) throw new CannotRun(`No file or folder matches "${name}".`);
    for (const file of files) found.add(file);
  }
  return { files: [...found].sort(), unlistable: new Map([...unlistable].sort()) };
}

/** Null if nothing has this name. A folder need not hold any decks. */
async function targetsOf(name: string, unlistable: Map<string, string>): Promise<string[] | null> {
  const kind = await lstat(name).catch(() => null);
  if (kind?.isDirectory()) return filesBelow(name, unlistable);
  if (kind) return [normalized(name)];
  if (!isGlob(name)) return null;
  const glob = normalized(name);
  const below = await filesBelow(fixedPart(name), unlistable);
  const { matchesGlob } = await import('../core/config/globs');
  const files = below.filter((file) => matchesGlob(glob, file));
  return files.length > 0 ? files : null;
}

export function isGlob(name: string): boolean {
  return /[*?[{]/.test(name);
}

/** The folders before the first wildcard. */
function fixedPart(glob: string): string {
  return path.dirname(`${glob.replace(/[*?[{].*$/s, '')}x`);
}

async function filesBelow(folder: string, unlistable: Map<string, string>): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error) => {
    const code = errorCode(error);
    // The folder of a glob that matches nothing.
    if (code !== 'ENOENT') unlistable.set(normalized(folder), `${folder} can't be listed: ${code}.`);
    return [];
  });
  const files: string[] = [];
  for (const entry of entries) {
    const name = path.join(folder, entry.name);
    if (!entry.isDirectory()) {
      if (MARKDOWN.test(entry.name)) files.push(normalized(name));
    } else if (!NEVER_ENTERED.has(entry.name)) {
      for (const file of await filesBelow(name, unlistable)) files.push(file);
    }
  }
  return files;
}

/** A path with `/` between folders, and without detours. */
export function normalized(name: string): string {
  return path.normalize(name).replaceAll(path.sep, '/');
}
