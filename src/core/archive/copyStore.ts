import type { EntryKind } from '../files/deckFiles';

/** Where copies are kept. Paths are those of `DeckFiles`; nothing outside of the root is reached. */
export interface CopyStore {
  /** The names in a folder, without those of a run before; null if there is no such folder. */
  list(folder: string): Promise<ReadonlyMap<string, EntryKind> | null>;
  /** The first bytes of a file, all of them if it has no more; null if it can't be read. */
  read(path: string, maxBytes: number): Promise<Uint8Array | null>;
  /**
   * Puts a whole new file in place, in a folder that is made if there is none, and never replaces anything: false if
   * something has this name. Throws `CannotWrite`.
   */
  create(path: string, bytes: Uint8Array): Promise<boolean>;
}

/** Why a copy can't be written, in words for the user. */
export class CannotWrite extends Error {
  override readonly name = 'CannotWrite';
}
