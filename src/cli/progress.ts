/** Milliseconds that may pass before anything is shown, and between two changes of it. */
const PATIENCE = 1000;
const PAUSE = 100;
/** Back to the start of the line, which is cleared. */
const CLEAR = '\r\u001b[K';

/** How far a run is, in a line that goes again; only in terminals, and only if it takes longer than a second. */
export class Progress {
  #next: number;
  #isShown = false;

  constructor(
    readonly output: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>,
    readonly now: () => number = () => performance.now(),
  ) {
    this.#next = now() + PATIENCE;
  }

  at(words: string): void {
    if (!this.output.isTTY || this.now() < this.#next) return;
    this.#next = this.now() + PAUSE;
    this.#isShown = true;
    this.output.write(CLEAR + words);
  }

  end(): void {
    if (this.#isShown) this.output.write(CLEAR);
  }
}
