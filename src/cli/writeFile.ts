import { chmod, link, lstat, readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CannotRun, errorCode } from './errors';
import { exists } from './nodeFiles';

/** Fails if there is something that must not be replaced. */
export async function checkTarget(file: string, force: boolean): Promise<void> {
  const found = await lstat(file).catch(() => null);
  if (!found) return;
  if (found.isDirectory()) throw new CannotRun(`${file} is a folder.`);
  if (!found.isFile() && !found.isSymbolicLink()) throw new CannotRun(`${file} is not a regular file.`);
  if (!force) throw new CannotRun(`${file} already exists. Use --force to overwrite it.`);
}

/** Puts another text into an existing file: links to it and its permissions stay. */
export async function replaceText(file: string, text: string): Promise<void> {
  const real = await realpath(file);
  const { mode } = await stat(real);
  await writeAtomically(real, text, true, mode);
}

/** Puts a whole new file in place, or leaves everything as it was. */
export async function writeAtomically(
  file: string,
  content: string | Uint8Array,
  force: boolean,
  mode?: number,
): Promise<void> {
  const temporary = await temporaryBeside(file);
  try {
    await writeFile(temporary, content, { flag: 'wx' });
    if (mode !== undefined) await chmod(temporary, mode);
    // Once more: making the text took time.
    await checkTarget(file, force);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    if (error instanceof CannotRun) throw error;
    throw new CannotRun(`${file} can't be written: ${errorCode(error)}.`);
  }
}

/** Puts a whole new file in place; false if something has its name. What is there is never replaced. */
export async function createFile(file: string, content: Uint8Array): Promise<boolean> {
  const temporary = await temporaryBeside(file);
  try {
    await writeFile(temporary, content, { flag: 'wx' });
    return await linkOrRename(temporary, file);
  } finally {
    await rm(temporary, { force: true });
  }
}

/** A link, unlike a renamed file, never replaces anything. Some file systems have none. */
async function linkOrRename(temporary: string, file: string): Promise<boolean> {
  try {
    await link(temporary, file);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    if (await exists(file)) return false;
    await rename(temporary, file);
    return true;
  }
}

/** What is written before it takes the place of a file or folder. Its name tells which process it belongs to. */
export async function temporaryBeside(target: string): Promise<string> {
  const { randomBytes } = await import('node:crypto');
  const suffix = randomBytes(6).toString('hex');
  return path.join(path.dirname(target), `.deckwright-${process.pid}-${suffix}.tmp`);
}

const TEMPORARY = /^\.deckwright-(\d+)-[\da-f]{12}\.tmp$/;

/** Removes what processes that were killed have left in a folder. */
export async function removeStale(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const owner = TEMPORARY.exec(name)?.[1];
    if (owner && !isRunning(Number(owner))) {
      await rm(path.join(folder, name), { recursive: true, force: true });
    }
  }
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    // Somebody else's.
    return errorCode(error) === 'EPERM';
  }
}
