import { RemoteError } from '../core/files/remote';
import type { Question } from './client';

/** In milliseconds. */
export interface TimeLimits {
  /** How long nothing may happen. */
  readonly idle: number;
  readonly total: number;
}

/** Ends a request that takes too long or is no longer wanted. */
export class Clock {
  readonly #end = new AbortController();
  readonly #total: NodeJS.Timeout;
  #idle: NodeJS.Timeout;

  constructor(
    readonly question: Question,
    readonly limits: TimeLimits,
  ) {
    this.#total = setTimeout(this.#tooLate, limits.total);
    this.#idle = setTimeout(this.#tooLate, limits.idle);
    question.signal?.addEventListener('abort', this.#notWanted);
    if (question.signal?.aborted) this.#notWanted();
  }

  /** Something has happened. */
  moved(): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(this.#tooLate, this.limits.idle);
  }

  /** Called when the request is over, whether it was ended or not. */
  onEnd(listener: () => void): void {
    this.#end.signal.addEventListener('abort', listener);
  }

  /** What is waited for, or why it is waited for no longer. */
  async within<T>(work: Promise<T>): Promise<T> {
    const { signal } = this.#end;
    const ended = new Promise<never>((_, reject) => {
      if (signal.aborted) reject(signal.reason);
      signal.addEventListener('abort', () => reject(signal.reason));
    });
    return Promise.race([work, ended]);
  }

  stop(): void {
    clearTimeout(this.#total);
    clearTimeout(this.#idle);
    this.question.signal?.removeEventListener('abort', this.#notWanted);
    this.#end.abort();
  }

  #tooLate = () => this.#end.abort(new RemoteError('time', this.question.url.href));
  #notWanted = () => this.#end.abort(this.question.signal!.reason);
}
