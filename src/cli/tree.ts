import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { SetupFiles } from '../core/setup/findSetup';
import { MAX_SETUP_LENGTH } from '../core/setup/values';
import { decodeUtf8 } from '../core/text/utf8';
import { Unreadable } from '../export/files';
import type { Seen } from './disk';
import { kindOf } from './entryKind';
import { exists, NodeFiles } from './nodeFiles';
import { readText } from './readFile';

/** Where configurations and what sets up decks are read: on the disk, as they will be committed, or as they were. */
export interface Tree {
  /** Whether there is something of this name. */
  exists(file: string): Promise<boolean>;
  /** A file's text, without its byte order mark. Throws `CannotRun`. */
  readText(file: string): Promise<string>;
  /** What a folder holds; nothing if it can't be listed. */
  names(folder: string): Promise<readonly string[]>;
  /** A file's text; empty if it can't be read, or is larger. The limit is in bytes. */
  readShort(file: string, limit: number): Promise<string>;
  setupFiles(root: string, isLoose: boolean): SetupFiles;
}

/** The disk. Takes note of what sets up decks, if that is wanted. */
export function onDisk(seen?: Seen): Tree {
  return {
    exists,
    readText,
    names: (folder) => readdir(folder).catch(() => []),
    readShort,
    setupFiles: (root, isLoose) => setupFiles(root, isLoose, seen),
  };
}

async function readShort(file: string, limit: number): Promise<string> {
  const found = await stat(file).catch(() => null);
  return found?.isFile() && found.size <= limit ? readText(file).catch(() => '') : '';
}

function setupFiles(root: string, isLoose: boolean, seen?: Seen): SetupFiles {
  const files = new NodeFiles(root, root);
  return {
    isLoose,
    async list(folder) {
      seen?.saw('names', path.join(root, folder));
      // A link is a file until it is read, which then fails if it leads out of the repository or to a folder.
      const entries = await readdir(path.join(root, folder), { withFileTypes: true }).catch(() => null);
      return (
        entries &&
        new Map(entries.map((entry) => [entry.name, entry.isSymbolicLink() ? 'file' : kindOf(entry)]))
      );
    },
    async read(file) {
      seen?.saw('text', path.join(root, file));
      try {
        const bytes = await files.read(file);
        return bytes.length > MAX_SETUP_LENGTH ? null : decodeUtf8(bytes);
      } catch (error) {
        if (error instanceof Unreadable) return null;
        throw error;
      }
    },
  };
}
