import type { Trouble } from '../core/archive/answer';
import type { Remote } from '../core/files/remote';

/** The files around a deck, read for it by whatever host exports it. */
export interface ExportFiles {
  /**
   * The file that a path in the deck means: it starts at the deck's folder, or with a slash at the root of
   * what the deck may read. Rejects with `Unreadable` if the file can't be read.
   */
  read(path: string): Promise<Uint8Array>;
}

/** What fetches files from other servers. */
export interface RemoteFiles {
  readonly remote: Remote;
  /** Why there is none, for the user. */
  inWords(trouble: Trouble): string;
}

/** Why a file can't be read. */
export type Reason = 'missing' | 'outside' | 'tooLarge' | 'unreadable' | 'lfs';

export class Unreadable extends Error {
  constructor(readonly reason: Reason) {
    super(reason);
  }
}

/**
 * Why reading failed. Goes by the error's content, as the exporter's bundle has its own copy of the class.
 */
export function reasonOf(error: unknown): Reason {
  return error instanceof Error && 'reason' in error ? (error as Unreadable).reason : 'unreadable';
}

/** Larger files don't go into a page: browsers refuse to open it. */
export const MAX_FILE_SIZE = 100 * 1024 * 1024;
