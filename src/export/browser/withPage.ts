import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core/internal/api/Page.js';
import { _connectToCdpBrowser } from 'puppeteer-core/internal/cdp/BrowserConnector.js';
import { BrowserError } from './browserError';
import { BrowserProcess } from './browserProcess';
import { findBrowsers } from './findBrowsers';
import { ScratchFolder } from './scratchFolder';

export interface PageOptions {
  /** The program that the user names; null: one that is installed. */
  readonly browser: string | null;
  /** In CSS pixels. */
  readonly size: { readonly width: number; readonly height: number };
  /** Pixels of a picture of the page for each CSS pixel; 1 if not given. */
  readonly scale?: number;
  /** What follows the address of the page, such as `?view=print`. */
  readonly search?: string;
  /** Milliseconds after which all of it fails. */
  readonly limit: number;
  readonly signal?: AbortSignal | undefined;
}

/** Milliseconds in which a browser has to start. */
const START_LIMIT = 60_000;

/**
 * Shows an exported page in a browser of its own, and has the work done when the page is drawn whole. When the
 * work is done, fails, is aborted or takes too long, nothing of the browser is left. Throws a `BrowserError`, or
 * the reason of the signal.
 */
export async function withPage<T>(
  html: string,
  options: PageOptions,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const stop = new Stop(options);
  try {
    const { process, page } = await startOne(options, stop);
    return await endingAfter(process, stop, async () => {
      page.once('error', () => stop.because(new BrowserError('ended')));
      const file = path.join(process.folder.path, 'deck.html');
      await writeFile(file, html);
      await page.goto(`${pathToFileURL(file)}${options.search ?? ''}`, { timeout: 0 });
      await page.evaluate('whenDrawn()');
      return await work(page);
    });
  } finally {
    stop.dispose();
  }
}

/** What ends the work early: the user, the time limit, or the browser. */
class Stop {
  readonly #abort = new AbortController();
  readonly #timer: NodeJS.Timeout;
  readonly #user: AbortSignal | undefined;
  readonly #follow = () => this.because(this.#user?.reason);

  constructor({ limit, signal }: PageOptions) {
    const seconds = `${limit / 1000}`;
    this.#timer = setTimeout(() => this.because(new BrowserError('tooSlow', seconds)), limit);
    this.#user = signal;
    if (signal?.aborted) this.#follow();
    signal?.addEventListener('abort', this.#follow);
  }

  because(reason: unknown): void {
    this.#abort.abort(reason);
  }

  throwIfStopped(): void {
    this.#abort.signal.throwIfAborted();
  }

  /** The work's result, or the reason to stop, which does not wait for the work. */
  async race<T>(work: Promise<T>): Promise<T> {
    const { signal } = this.#abort;
    let stopped = () => {};
    const stop = new Promise<never>((_, reject) => {
      stopped = () => reject(signal.reason);
      if (signal.aborted) stopped();
      signal.addEventListener('abort', stopped);
    });
    return Promise.race([stop, work]).finally(() => signal.removeEventListener('abort', stopped));
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#user?.removeEventListener('abort', this.#follow);
  }
}

interface Started {
  readonly process: BrowserProcess;
  readonly page: Page;
}

/** Tries one browser after the other: one may be there only to say how to install it. */
async function startOne(options: PageOptions, stop: Stop): Promise<Started> {
  let trouble: BrowserError | undefined;
  for (const program of findBrowsers(options.browser)) {
    stop.throwIfStopped();
    const process = new BrowserProcess(program, await ScratchFolder.make(program));
    const page = await stop.race(firstPage(process, options)).catch(() => null);
    if (page) return { process, page };
    await process.end();
    stop.throwIfStopped();
    trouble ??= process.complaint;
  }
  throw trouble;
}

/** Null if the browser does not start. */
async function firstPage(process: BrowserProcess, { size, scale = 1 }: PageOptions): Promise<Page | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), START_LIMIT);
  });
  const connected = _connectToCdpBrowser(process.transport, '', {
    defaultViewport: { ...size, deviceScaleFactor: scale },
    // There are limits of our own.
    protocolTimeout: 0,
  }).then(async (browser) => (await browser.pages())[0] ?? (await browser.newPage()));
  const failed = process.ended.then(() => null);
  return Promise.race([connected, failed, late]).finally(() => clearTimeout(timer));
}

async function endingAfter<T>(process: BrowserProcess, stop: Stop, work: () => Promise<T>): Promise<T> {
  void process.ended.then(() => stop.because(new BrowserError('ended')));
  try {
    return await stop.race(work());
  } catch (error) {
    // A browser that ends answers the questions that are open in this way.
    throw error instanceof Error && error.name === 'TargetCloseError' ? new BrowserError('ended') : error;
  } finally {
    await process.end();
  }
}
