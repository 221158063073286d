import { closeSync, existsSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { type DeckFiles, type EntryKind, HEAD_LENGTH, MAX_TEXT_SIZE } from '../core/files/deckFiles';
import type { Question, Seen } from './disk';
import { entryKind } from './entryKind';
import { isWithin } from './nodeFiles';
import { once } from './once';

/** What is below one root. Each folder is listed once and each file read once, however many decks name it. */
export class RootOnDisk {
  readonly #lists = new Map<string, ReadonlyMap<string, EntryKind> | null>();
  readonly #heads = new Map<string, Uint8Array | null>();
  readonly #texts = new Map<string, string | null>();
  readonly #realRoot: string;

  constructor(readonly root: string) {
    this.#realRoot = realpathSync(root);
  }

  /** Whether a file is within the root, wherever links lead. */
  holds(file: string): boolean {
    return isWithin(this.#realRoot, realpathSync(file));
  }

  /** What a link leads to, wherever it is between the root and the file; null without one, or without the file. */
  targetOf(file: string): string | null {
    if (!existsSync(file)) return null;
    const real = realpathSync(file);
    return real === path.join(this.#realRoot, path.relative(this.root, file)) ? null : real;
  }

  /** Path of a file from the root, links resolved. */
  pathOf(file: string): string {
    return path.relative(this.#realRoot, realpathSync(file)).replaceAll(path.sep, '/');
  }

  /** The files as a deck sees them. Takes note of what it looks at, if that is wanted. */
  around(deckFile: string, seen?: Seen): DeckFiles {
    const deck = path.relative(this.root, deckFile).replaceAll(path.sep, '/');
    const saw = (question: Question, file: string) => seen?.saw(question, path.join(this.root, file));
    return {
      deck,
      list: (folder) => {
        saw('names', folder);
        return once(this.#lists, folder, () => this.#list(folder));
      },
      head: (file) => {
        saw('stamp', file);
        return once(this.#heads, file, () => this.#read(file, HEAD_LENGTH));
      },
      text: (file) => {
        saw('text', file);
        return once(this.#texts, file, () => this.#text(file));
      },
    };
  }

  #list(folder: string): ReadonlyMap<string, EntryKind> | null {
    try {
      const real = realpathSync.native(path.join(this.root, folder));
      if (!isWithin(this.#realRoot, real)) return null;
      const entries = readdirSync(real, { withFileTypes: true });
      return new Map(entries.map((entry) => [entry.name, entryKind(real, entry)]));
    } catch {
      return null;
    }
  }

  /** Null for anything but a regular file within the root: pipes and devices are never opened. */
  #read(file: string, length: number): Uint8Array | null {
    try {
      const real = realpathSync.native(path.join(this.root, file));
      if (!isWithin(this.#realRoot, real)) return null;
      const found = statSync(real);
      if (!found.isFile()) return null;
      const bytes = new Uint8Array(Math.min(length, found.size));
      const descriptor = openSync(real, 'r');
      try {
        return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, 0));
      } finally {
        closeSync(descriptor);
      }
    } catch {
      return null;
    }
  }

  #text(file: string): string | null {
    const bytes = this.#read(file, MAX_TEXT_SIZE + 1);
    return bytes && bytes.length <= MAX_TEXT_SIZE ? new TextDecoder().decode(bytes) : null;
  }
}
