import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { CannotRun } from './errors';
import { LintQueue, MAIN } from './lintQueue';
import type { Share, ShareRequest, ThreadData } from './lintShare';

/** A further thread takes as long to start as linting this many files takes. */
const FILES_PER_THREAD = 16;
/** Each takes some 50 MB. */
const MAX_THREADS = 8;

/** Files to lint, and further threads that take their share of them. They start at once. */
export class LintThreads {
  readonly queue: LintQueue;
  /** What the further threads found. Rejects if one fails, and names the deck that it was at. */
  readonly shares: Promise<readonly Share[]>;
  readonly #workers: readonly Worker[];

  constructor(files: readonly string[], request: ShareRequest, count = threadsFor(files.length)) {
    this.queue = LintQueue.of(files, count);
    const { shared } = this.queue;
    const numbers = Array.from({ length: count - 1 }, (_, index) => MAIN + 1 + index);
    this.#workers = numbers.map((thread) => {
      const workerData: ThreadData = { ...request, files, shared, thread };
      return new Worker(path.join(__dirname, 'lintThread.js'), { workerData });
    });
    this.shares = Promise.all(this.#workers.map((worker, index) => this.#shareOf(worker, numbers[index]!)));
    // It is waited for when the main thread has nothing left to do.
    this.shares.catch(() => {});
  }

  /** Ends the further threads, whatever they are at. */
  end(): void {
    for (const worker of this.#workers) worker.terminate();
  }

  #shareOf(worker: Worker, thread: number): Promise<Share> {
    return new Promise((resolve, reject) => {
      const fail = (reason: string) => {
        const file = this.queue.lastTakenBy(thread) ?? 'A thread';
        reject(new CannotRun(`${file} can't be linted: ${reason}`));
      };
      worker.once('message', resolve);
      worker.once('error', (error) => fail(error.stack ?? error.message));
      worker.once('exit', (code) => fail(`its thread ended with exit code ${code}.`));
    });
  }
}

function threadsFor(files: number): number {
  return Math.max(1, Math.min(availableParallelism(), MAX_THREADS, Math.floor(files / FILES_PER_THREAD)));
}
