import { lstat, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { MadeFile } from '../export/pictureFiles';
import { CannotRun, errorCode } from './errors';
import { exists } from './nodeFiles';
import { checkTarget, temporaryBeside } from './writeFile';

/** Fails if there is something that is not a folder. */
export async function checkFolder(folder: string): Promise<void> {
  const found = await lstat(folder).catch(() => null);
  if (found && !found.isDirectory()) throw new CannotRun(`${folder} is not a folder.`);
}

/** Puts files into a folder, which is made if there is none, or leaves everything as it was. */
export async function writeFolder(folder: string, files: readonly MadeFile[], force: boolean): Promise<void> {
  for (const { name } of files) await checkTarget(path.join(folder, name), force);
  const temporary = await temporaryBeside(folder);
  try {
    await mkdir(temporary);
    for (const { name, content } of files) await writeFile(path.join(temporary, name), content);
    if (await exists(folder)) {
      for (const { name } of files) await rename(path.join(temporary, name), path.join(folder, name));
    } else {
      await rename(temporary, folder);
    }
  } catch (error) {
    throw new CannotRun(`${folder} can't be written: ${errorCode(error)}.`);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
