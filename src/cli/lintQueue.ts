/** The main thread; others have higher numbers. */
export const MAIN = 1;

/** Files that threads share: each takes the next one that none has taken, until none is left. */
export class LintQueue {
  constructor(
    readonly files: readonly string[],
    /** How many files have been taken, then for each thread, by its number, the index of the last one it has taken. */
    readonly shared: Int32Array,
  ) {}

  static of(files: readonly string[], threads: number): LintQueue {
    const bytes = Int32Array.BYTES_PER_ELEMENT * (1 + threads);
    return new LintQueue(files, new Int32Array(new SharedArrayBuffer(bytes)).fill(-1, 1));
  }

  get taken(): number {
    return Math.min(Atomics.load(this.shared, 0), this.files.length);
  }

  /** Undefined if none is left. */
  take(thread: number): string | undefined {
    const index = Atomics.add(this.shared, 0, 1);
    Atomics.store(this.shared, thread, index);
    return this.files[index];
  }

  /** What a thread is at; undefined if it has not begun or has nothing left to do. */
  lastTakenBy(thread: number): string | undefined {
    return this.files[Atomics.load(this.shared, thread)];
  }
}
