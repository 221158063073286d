import type * as vscode from 'vscode';

/** Brings something up to date on request. Requests made while one update runs share the next one. */
export class Updates implements vscode.Disposable {
  #running: Promise<void> | null = null;
  #isDue = false;
  #isDisposed = false;

  constructor(
    readonly update: () => Promise<void>,
    readonly log: vscode.LogOutputChannel,
  ) {}

  dispose(): void {
    this.#isDisposed = true;
  }

  request(): void {
    this.#isDue = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
  }

  /** Does something once everything is up to date. */
  afterwards(then: () => void): void {
    (this.#running ?? Promise.resolve())
      .then(() => {
        if (!this.#isDisposed) then();
      })
      .catch((error) => this.#logFailure(error));
  }

  async #run(): Promise<void> {
    // Leaves the caller's turn, so that all changes of one edit are handled together.
    await Promise.resolve();
    while (this.#isDue && !this.#isDisposed) {
      this.#isDue = false;
      await this.update().catch((error) => this.#logFailure(error));
    }
  }

  #logFailure(error: Error): void {
    this.log.error('The preview could not be updated', error);
  }
}
