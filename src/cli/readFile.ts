import { readFileSync, statSync } from 'node:fs';
import { MAX_DECK_SIZE } from '../core/deck/limits';
import { decodeUtf8, isUtf16 } from '../core/text/utf8';
import { CannotRun, errorCode } from './errors';

/** A file's text, without its byte order mark. */
export async function readText(file: string): Promise<string> {
  return decode(file, await readRegularFile(file));
}

/**
 * Checks before reading: a pipe or a device might never end. Nothing else is to be done meanwhile, and going through
 * other threads takes longer than reading.
 */
export async function readRegularFile(file: string): Promise<Uint8Array> {
  try {
    const found = statSync(file);
    if (found.isDirectory()) throw new CannotRun(`${file} is a folder.`);
    if (!found.isFile()) throw new CannotRun(`${file} is not a regular file.`);
    if (found.size > MAX_DECK_SIZE) return tooLarge(file);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof CannotRun) throw error;
    const code = errorCode(error);
    throw new CannotRun(code === 'ENOENT' ? `${file} does not exist.` : `${file} can't be read: ${code}.`);
  }
}

export function tooLarge(file: string): never {
  throw new CannotRun(`${file} is larger than ${MAX_DECK_SIZE / 1024 / 1024} MB.`);
}

/** UTF-8 without its byte order mark. */
export function decode(file: string, bytes: Uint8Array): string {
  if (isUtf16(bytes)) {
    throw new CannotRun(`${file} is encoded in UTF-16. Save it as UTF-8.`);
  }
  const text = decodeUtf8(bytes);
  if (text === null) throw new CannotRun(`${file} is not encoded in UTF-8.`);
  return text;
}
