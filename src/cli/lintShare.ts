import type { LinkRecord } from '../core/lint/remote/linkRecord';
import type { ConfigProblem } from './config';
import type { Linted } from './outcome';

/** What each thread of a run must know, besides the files that it takes. */
export interface ShareRequest {
  readonly named: readonly string[];
  readonly rule: readonly string[];
  readonly baseline?: string | undefined;
  /** The file of the cache for which it takes note of what it looks at; null without one. */
  readonly cacheFile: string | null;
  /** What servers answered, by address; null if they are not asked. */
  readonly answers: ReadonlyMap<string, LinkRecord> | null;
}

/** What a further thread is given. */
export interface ThreadData extends ShareRequest {
  readonly files: readonly string[];
  readonly shared: Int32Array;
  /** Its number. */
  readonly thread: number;
}

/** What one thread has found. */
export interface Share {
  readonly linted: ReadonlyMap<string, Linted>;
  /** What is wrong in the files around the decks. */
  readonly problems: readonly ConfigProblem[];
  readonly surroundings: ReadonlyMap<string, string>;
}
