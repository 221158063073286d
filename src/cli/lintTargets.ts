import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { matchesGlob } from '../core/config/globs';
import { CannotRun } from './errors';

const MARKDOWN = /\.(?:md|markdown)$/i;
const NEVER_ENTERED = new Set(['.git', 'node_modules']);

/**
 * The markdown files that are meant: files as they are named, folders with all that lies below them, globs by what they
 * match below the working directory. Links to folders are not followed. Sorted, each once, as one would name them from
 * the working directory.
 */
export async function findTargets(named: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const name of named) {
    const files = await targetsOf(name);
    if (!files) throw new CannotRun(`There is no file, folder or glob with matches "${name}".`);
    for (const file of files) found.add(file);
  }
  return [...found].sort();
}

/** Null where there is nothing of this name. A folder need not hold any decks. */
async function targetsOf(name: string): Promise<string[] | null> {
  const kind = await lstat(name).catch(() => null);
  if (kind?.isDirectory()) return filesBelow(name);
  if (kind) return [normalized(name)];
  if (!/[*?[{]/.test(name)) return null;
  const glob = normalized(name);
  const files = (await filesBelow(fixedPart(name))).filter((file) => matchesGlob(glob, file));
  return files.length > 0 ? files : null;
}

/** The folders in front of the first wildcard. */
function fixedPart(glob: string): string {
  return path.dirname(`${glob.replace(/[*?[{].*$/s, '')}x`);
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const files: string[] = [];
  for (const entry of entries) {
    const name = path.join(folder, entry.name);
    if (!entry.isDirectory()) {
      if (MARKDOWN.test(entry.name)) files.push(normalized(name));
    } else if (!NEVER_ENTERED.has(entry.name)) {
      for (const file of await filesBelow(name)) files.push(file);
    }
  }
  return files;
}

function normalized(name: string): string {
  return path.normalize(name).replaceAll(path.sep, '/');
}
