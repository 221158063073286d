import { pathIn } from '../files/deckFiles';
import { inAnyCase, numberedNames } from '../files/pictureNames';
import { isRemoteError, type Remote } from '../files/remote';
import { haveSameBytes } from '../text/sameBytes';
import { readAnswer, type Trouble } from './answer';
import { fittingName } from './copyName';
import type { CannotWrite, CopyStore } from './copyStore';
import type { FileType, FileUse } from './fileType';
import type { PlannedCopy, PlannedFile } from './plan';

/** Bytes of the largest file that is fetched, and of all that one run fetches. */
const MAX_FILE = 100 * 1024 * 1024;
const MAX_RUN = 1024 * 1024 * 1024;
/** How many files are held in memory. */
const AT_ONCE = 6;

/** What became of a remote file. */
export interface ArchivedFile {
  readonly file: PlannedFile;
  /** Paths of its copies by the folder that needs them; empty if there is trouble. */
  readonly copies: ReadonlyMap<string, string>;
  /** Bytes that were fetched; null if nothing was. */
  readonly fetched: number | null;
  readonly trouble: Trouble | null;
}

/** What is needed to archive files. */
export interface ArchiveTools {
  readonly remote: Remote;
  readonly store: CopyStore;
  readonly signal?: AbortSignal | undefined;
  /** Is told of each file that is done. */
  readonly onDone?: (done: ArchivedFile) => void;
}

/** A file that was fetched and is what it should be, or why there is none. */
export type Fetched = FetchedFile | { readonly trouble: Trouble };

/** A file that was fetched. */
export interface FetchedFile {
  readonly bytes: Uint8Array;
  readonly type: FileType;
}

/** Requests a remote file and checks what arrives. Throws only the reason of the signal. */
export async function fetchFile(
  address: string,
  uses: ReadonlySet<FileUse>,
  { remote, signal }: Pick<ArchiveTools, 'remote' | 'signal'>,
): Promise<Fetched> {
  try {
    const answer = await remote.request(address, { maxBytes: MAX_FILE, signal });
    const type = readAnswer(answer, uses);
    return 'trouble' in type ? type : { bytes: answer.bytes, type };
  } catch (error) {
    if (isRemoteError(error)) return { trouble: { kind: 'remote', error } };
    throw error;
  }
}

/**
 * Fetches what has no copy yet and puts it in place, each file as soon as it has arrived. What fails is told in the
 * result; only cancellation throws, and what is in place then stays.
 */
export async function archiveFiles(
  plan: readonly PlannedFile[],
  tools: ArchiveTools,
): Promise<ArchivedFile[]> {
  const run = new ArchiveRun(tools);
  const results: ArchivedFile[] = [];
  const left = [...plan.entries()];
  const work = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      tools.signal?.throwIfAborted();
      const [index, file] = next;
      const done = await run.archive(file);
      results[index] = done;
      tools.onDone?.(done);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return results;
}

class ArchiveRun {
  #bytes = 0;
  /** Copies are named one after the other: two files may want the same name. */
  #naming: Promise<unknown> = Promise.resolve();

  constructor(readonly tools: ArchiveTools) {}

  async archive(file: PlannedFile): Promise<ArchivedFile> {
    const copies = new Map(
      file.copies.flatMap(({ folder, there }) => (there === null ? [] : [[folder, there]])),
    );
    const missing = file.copies.filter(({ there }) => there === null);
    if (missing.length === 0) return { file, copies, fetched: null, trouble: null };
    const failed = (trouble: Trouble) => ({ file, copies, fetched: null, trouble });
    if (this.#bytes >= MAX_RUN) return failed({ kind: 'enough' });
    const found = await fetchFile(file.address, file.uses, this.tools);
    if ('trouble' in found) return failed(found.trouble);
    this.#bytes += found.bytes.length;
    try {
      for (const copy of missing) copies.set(copy.folder, await this.#keep(copy, found));
    } catch (error) {
      if (!isCannotWrite(error)) throw error;
      return failed({ kind: 'write', message: error.message });
    }
    return { file, copies, fetched: found.bytes.length, trouble: null };
  }

  #keep(copy: PlannedCopy, { bytes, type }: FetchedFile): Promise<string> {
    const kept = this.#naming.then(() => keepCopy(copy, bytes, type, this.tools.store));
    this.#naming = kept.catch(() => {});
    return kept;
  }
}

/** Under the first name that is free or whose file is the same, byte for byte. */
async function keepCopy(
  { folder, name }: PlannedCopy,
  bytes: Uint8Array,
  { ending }: FileType,
  store: CopyStore,
): Promise<string> {
  const names = (await store.list(folder)) ?? new Map<string, never>();
  const taken = new Set([...names.keys()].map(inAnyCase));
  for (const each of numberedNames(fittingName(name, ending))) {
    const path = pathIn(folder, each);
    if (!taken.has(inAnyCase(each)) && (await store.create(path, bytes))) return path;
    const there = await store.read(path, bytes.length + 1);
    if (there && haveSameBytes(there, bytes)) return path;
  }
  throw new Error('There are always further names.');
}

function isCannotWrite(error: unknown): error is CannotWrite {
  return error instanceof Error && error.name === 'CannotWrite';
}
