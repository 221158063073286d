/** Lets only so many things happen at once, in all and for each host. */
export class Slots {
  readonly #running = new Map<string, number>();
  #total = 0;
  #waiting: { readonly host: string; start(): void }[] = [];

  constructor(
    readonly most: number,
    readonly mostPerHost: number,
  ) {}

  /** Does something as soon as there is room for it, unless it is no longer wanted by then. */
  async use<T>(host: string, signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
    await this.#take(host, signal);
    try {
      return await work();
    } finally {
      this.#count(host, -1);
      this.#startNext();
    }
  }

  #take(host: string, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiting = {
        host,
        start: () => {
          signal?.removeEventListener('abort', giveUp);
          this.#count(host, 1);
          resolve();
        },
      };
      const giveUp = () => {
        this.#waiting = this.#waiting.filter((each) => each !== waiting);
        reject(signal!.reason);
      };
      signal?.addEventListener('abort', giveUp);
      this.#waiting.push(waiting);
      this.#startNext();
    });
  }

  #startNext(): void {
    const next = this.#waiting.find(({ host }) => this.#hasRoom(host));
    if (!next) return;
    this.#waiting = this.#waiting.filter((each) => each !== next);
    next.start();
    this.#startNext();
  }

  #hasRoom(host: string): boolean {
    return this.#total < this.most && (this.#running.get(host) ?? 0) < this.mostPerHost;
  }

  #count(host: string, change: 1 | -1): void {
    const running = (this.#running.get(host) ?? 0) + change;
    if (running === 0) this.#running.delete(host);
    else this.#running.set(host, running);
    this.#total += change;
  }
}
