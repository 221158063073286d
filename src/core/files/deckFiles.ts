import { getOrSet } from '../text/getOrSet';
import { nearest } from '../text/nearest';
import { PICTURE_TYPES } from './pictureTypes';

/** What a name in a folder is. */
export type EntryKind = 'file' | 'folder' | 'other';

/**
 * The files around a deck. Paths are relative to the root (the workspace folder, the repository), have `/`
 * between folders and no `.` or `..`; the root itself is the empty path. The result of a first query may be
 * `undefined`: the caller of the linter then finds it out and runs the linter again.
 */
export interface DeckFiles {
  /** Path of the deck. */
  readonly deck: string;
  /** Path of a file beside the page that loads the deck: relative paths count from there. Undefined without a page. */
  readonly base?: string | undefined;
  /** The folder's names exactly as the file system spells them; null if there is no such folder. */
  list(folder: string): ReadonlyMap<string, EntryKind> | null | undefined;
  /** The first bytes of a file, at least `HEAD_LENGTH` or all of them; null if it can't be read. */
  head(path: string): Uint8Array | null | undefined;
  /** All of a text file; null if it can't be read. */
  text(path: string): string | null | undefined;
  /** Whether a file that is missing only lacks in the commit that is checked. */
  isUncommitted?(path: string): boolean;
}

type Lookup = Pick<DeckFiles, 'deck' | 'base' | 'list' | 'isUncommitted'>;

/** Bytes: enough to know what a picture is and how large, even after a camera's metadata. */
export const HEAD_LENGTH = 256 * 1024;
/** Bytes of the largest text file that is read: markdown for its headings, a style sheet. */
export const MAX_TEXT_SIZE = 4 * 1024 * 1024;

/** What a path in a deck leads to. */
export type FoundFile =
  | { readonly kind: EntryKind; readonly path: string }
  /**
   * Nothing; `nearest` is a path from the root that may have been meant. The root of a site is often another folder:
   * `isOnSite` if nothing here looks like the path's first name. `isUncommitted` if only the commit lacks it.
   */
  | {
      readonly kind: 'missing';
      readonly path: string;
      readonly nearest: string | undefined;
      readonly isOnSite: boolean;
      readonly isUncommitted: boolean;
    }
  /** Outside of the root: never looked at. */
  | { readonly kind: 'outside' };

/**
 * Looks up a path written in the deck: relative to the deck's folder, that of the page that loads it, or to the root if it begins with `/`.
 * Names must be spelled as in the file system, including case and Unicode form, since the deck will be read
 * on other systems. Undefined if the result is not known yet.
 */
export function findFile(files: Lookup, written: string): FoundFile | undefined {
  const { base } = files;
  const path = base === undefined ? pathFrom(files.deck, written) : pathOnServer(base, written);
  if (path === null) return { kind: 'outside' };
  let folder = '';
  let kind: EntryKind = 'folder';
  for (const name of path === '' ? [] : path.split('/')) {
    const names = files.list(folder);
    if (names === undefined) return undefined;
    const found = names?.get(name);
    if (!found) {
      const nearest = nearestIn(files, folder, path);
      const isUncommitted = files.isUncommitted?.(path) ?? false;
      const isOnSite = written.startsWith('/') && folder === '' && nearest === undefined && !isUncommitted;
      return { kind: 'missing', path, nearest, isOnSite, isUncommitted };
    }
    kind = found;
    folder = pathIn(folder, name);
  }
  return { kind, path };
}

/**
 * The path from the root that a path in a deck refers to; null if it leads out of the root. One that begins with `/`
 * cannot: it is for a server, as in `pathOnServer`.
 */
export function pathFrom(deck: string, written: string): string | null {
  return walked(deck, written, written.startsWith('/'));
}

/** The same for a page on a server, as browsers read it: above the root there is the root again. */
export function pathOnServer(page: string, written: string): string {
  return walked(page, written, true)!;
}

function walked(from: string, written: string, staysAtRoot: boolean): string | null {
  const at = written.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const segment of written.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') at.push(segment);
    else if (at.pop() === undefined && !staysAtRoot) return null;
  }
  return at.join('/');
}

/** How the deck writes a path from the root: `./X`, which HedgeDoc needs too. */
export function pathTo(deck: string, path: string): string {
  const from = deck.split('/').slice(0, -1);
  const to = path.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  const up = '../'.repeat(from.length - shared);
  return (up || './') + to.slice(shared).map(encodeURIComponent).join('/');
}

/** About folders nothing is guessed but another case or Unicode form. */
function nearestIn(files: Pick<DeckFiles, 'list'>, folder: string, path: string): string | undefined {
  const names = files.list(folder);
  if (!names) return undefined;
  const [name = '', ...rest] = path.slice(folder === '' ? 0 : folder.length + 1).split('/');
  const isLast = rest.length === 0;
  const known = names.has(name) ? name : undefined;
  const meant = known ?? (isLast ? nearestName(name, names) : indexOf(names).sameLetters.get(folded(name)));
  if (meant === undefined) return undefined;
  const found = pathIn(folder, meant);
  return isLast ? found : nearestIn(files, found, [found, ...rest].join('/'));
}

/**
 * In larger folders only another case or Unicode form is considered: comparing with every name would take too
 * long.
 */
const MAX_COMPARED = 500;

/** The extension must match and does not count as letters: otherwise `no.png` would be near to `a.png`. */
function nearestName(written: string, names: ReadonlyMap<string, EntryKind>): string | undefined {
  const index = indexOf(names);
  return getOrSet(index.nearest, written, () => findNearest(written, names.size, index));
}

function findNearest(written: string, size: number, { sameLetters, stems }: NameIndex): string | undefined {
  const same = sameLetters.get(folded(written));
  if (same !== undefined || size > MAX_COMPARED) return same;
  const { stem, ending } = parts(written.normalize('NFC'));
  const isPicture = Object.hasOwn(PICTURE_TYPES, ending);
  for (const other of [ending, ...(isPicture ? Object.keys(PICTURE_TYPES) : [])]) {
    const byStem = stems.get(other);
    const meant = byStem && nearest(stem, [...byStem.keys()]);
    if (meant !== undefined) return byStem!.get(meant);
  }
  return undefined;
}

interface NameIndex {
  /** Names by their form without regard to case and Unicode form. */
  readonly sameLetters: ReadonlyMap<string, string>;
  /** By extension, then by what precedes it. */
  readonly stems: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** What was meant by names that are missing: several rules ask. */
  readonly nearest: Map<string, string | undefined>;
}

const indexes = new WeakMap<ReadonlyMap<string, EntryKind>, NameIndex>();

function indexOf(names: ReadonlyMap<string, EntryKind>): NameIndex {
  return getOrSet(indexes, names, () => {
    const stems = new Map<string, Map<string, string>>();
    for (const name of names.keys()) {
      const { stem, ending } = parts(name);
      getOrSet(stems, ending, () => new Map<string, string>()).set(stem, name);
    }
    const sameLetters = new Map([...names.keys()].map((name) => [folded(name), name]));
    return { sameLetters, stems, nearest: new Map() };
  });
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function parts(name: string): { stem: string; ending: string } {
  const dot = name.lastIndexOf('.');
  return dot > 0
    ? { stem: name.slice(0, dot), ending: name.slice(dot + 1).toLowerCase() }
    : { stem: name, ending: '' };
}

/** The path of a name in a folder, of which the root is the empty path. */
export function pathIn(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
