import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { ConnectionTransport } from 'puppeteer-core/internal/common/ConnectionTransport.js';
import { PipeTransport } from 'puppeteer-core/internal/node/PipeTransport.js';
import { BrowserError } from './browserError';
import type { ScratchFolder } from './scratchFolder';

/** The end of what a browser says before it fails. */
const MAX_SAID = 2000;

/** Those that run, for when this process exits. */
const running = new Set<BrowserProcess>();

/**
 * A browser that nobody sees. It obeys this process alone, through pipes: there is no port, and if this process
 * is killed, the pipes close and the browser ends by itself.
 */
export class BrowserProcess {
  readonly #child: ChildProcess;
  #said = '';

  constructor(
    readonly program: string,
    readonly folder: ScratchFolder,
  ) {
    this.#child = spawn(program, switches(folder.path), {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...temporaryFolder(folder.path) },
      // In a group of its own, all its processes can be ended at once, and Ctrl-C in a terminal is left to us.
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    this.#child.on('error', ({ message }) => this.#hear(message));
    this.#child.stderr!.on('data', (data: Buffer) => this.#hear(data.toString()));
    if (running.size === 0) process.on('exit', endAll);
    running.add(this);
  }

  get transport(): ConnectionTransport {
    const [, , , write, read] = this.#child.stdio;
    return new PipeTransport(write as Writable, read as Readable);
  }

  /** Resolves when it ends, whatever the reason, and at once if it can't be run at all. */
  get ended(): Promise<void> {
    const { pid, exitCode, signalCode } = this.#child;
    const hasEnded = pid === undefined || exitCode !== null || signalCode !== null;
    return hasEnded ? Promise.resolve() : new Promise((resolve) => this.#child.once('exit', () => resolve()));
  }

  /** Why it did not start, as far as that is known. */
  get complaint(): BrowserError {
    if (/No usable sandbox|sandbox host|Operation not permitted.*namespace/i.test(this.#said)) {
      return new BrowserError('noSandbox', this.program);
    }
    const lines = this.#said.split('\n').filter((line) => line.trim() !== '');
    return new BrowserError('notStarted', this.program, lines.at(-1) ?? '');
  }

  /** Ends it, however busy it is, and removes what it has written. */
  async end(): Promise<void> {
    const { ended } = this;
    this.#kill();
    await ended;
    await this.folder.remove();
    running.delete(this);
    if (running.size === 0) process.off('exit', endAll);
  }

  endNow(): void {
    this.#kill();
    this.folder.removeNow();
  }

  #kill(): void {
    const { pid } = this.#child;
    if (!pid) return;
    try {
      if (process.platform === 'win32') this.#child.kill();
      else process.kill(-pid, 'SIGKILL');
    } catch {
      // All of them have ended.
    }
  }

  #hear(text: string): void {
    this.#said = (this.#said + text).slice(-MAX_SAID);
  }
}

/** On macOS, whose folder for it has a long path, a socket in ours would have one that is too long. */
function temporaryFolder(path: string): NodeJS.ProcessEnv {
  return process.platform === 'darwin' ? {} : { TMPDIR: path, TEMP: path, TMP: path };
}

function endAll(): void {
  for (const each of running) each.endNow();
}

/** What keeps a browser from doing anything but showing our page. */
function switches(folder: string): string[] {
  return [
    '--headless=new',
    '--remote-debugging-pipe',
    `--user-data-dir=${folder}/profile`,
    // Nothing is fetched, neither by the page nor by the browser itself.
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--no-proxy-server',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-extensions',
    '--disable-sync',
    '--disable-features=Translate,MediaRouter,OptimizationHints',
    '--no-default-browser-check',
    '--no-first-run',
    '--no-service-autorun',
    '--disable-breakpad',
    '--disable-crash-reporter',
    // Nor are passwords of the user's.
    '--password-store=basic',
    '--use-mock-keychain',
    // What nobody sees is drawn as fast and as well as what somebody does.
    '--disable-background-timer-throttling',
    '--disable-backgrounding-occluded-windows',
    '--disable-renderer-backgrounding',
    '--force-color-profile=srgb',
    '--hide-scrollbars',
    '--mute-audio',
    // Containers have little shared memory.
    '--disable-dev-shm-usage',
    // As root, the browser runs only without a sandbox; see SECURITY.md.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    'about:blank',
  ];
}
