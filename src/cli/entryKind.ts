import { type Dirent, statSync } from 'node:fs';
import path from 'node:path';
import type { EntryKind } from '../core/files/deckFiles';

/** What an entry of a folder is, links followed: one that leads nowhere, or in circles, is not a file. */
export function entryKind(folder: string, entry: Dirent): EntryKind {
  if (!entry.isSymbolicLink()) return kindOf(entry);
  try {
    return kindOf(statSync(path.join(folder, entry.name)));
  } catch {
    return 'other';
  }
}

/** A link by itself is neither a file nor a folder. */
export function kindOf(entry: { isFile(): boolean; isDirectory(): boolean }): EntryKind {
  if (entry.isFile()) return 'file';
  return entry.isDirectory() ? 'folder' : 'other';
}
