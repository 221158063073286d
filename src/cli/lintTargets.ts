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

/** Null where there is nothing of that name. A folder may well be without any. */
async function targetsOf(name: string): Promise<string[] | null> {
  const kind = await lstat(name).catch(() => null);
  if (kind?.isDirectory()) {
    const files: string[] = [];
    await walk(name, files);
    return files;
  }
  if (kind) return [normalized(name)];
  if (!/[*?[{]/.test(name)) return null;
  const files: string[] = [];
  await walk(fixedPart(name), files);
  const glob = normalized(name);
  const matches = files.filter((file) => matchesGlob(glob, file));
  return matches.length > 0 ? matches : null;
}

/** The folders in front of the first wildcard. */
function fixedPart(glob: string): string {
  return path.dirname(`${glob.replace(/[*?[{].*$/s, '')}x`);
}

async function walk(folder: string, files: string[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!NEVER_ENTERED.has(entry.name)) await walk(name, files);
    } else if (MARKDOWN.test(entry.name)) {
      files.push(normalized(name));
    }
  }
}

function normalized(name: string): string {
  return path.normalize(name).replaceAll(path.sep, '/');
}
