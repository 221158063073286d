import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, realpath, rm, stat } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { FLATPAKS } from './findBrowsers';

const PREFIX = 'deckwright-browser-';
/** Milliseconds after which a folder whose owner is gone is certainly not in use, not even in a container. */
const LEFT_BEHIND = 60 * 60 * 1000;

/** A folder for the profile and the page of one browser. */
export class ScratchFolder {
  private constructor(readonly path: string) {}

  /** Takes the opportunity to remove what a process that was killed could not. */
  static async make(browser: string): Promise<ScratchFolder> {
    const parent = await reachableFolder(browser);
    await removeLeftOver(parent);
    return new ScratchFolder(await mkdtemp(path.join(parent, `${PREFIX}${process.pid}-`)));
  }

  /** The processes of a browser that was killed may still be writing. */
  async remove(): Promise<void> {
    await rm(this.path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }

  /** For when the process is about to exit. */
  removeNow(): void {
    rmSync(this.path, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 });
  }
}

/** A folder that the browser sees, too: those in snaps and flatpaks have a temporary folder of their own. */
async function reachableFolder(browser: string): Promise<string> {
  const own = packagedFolder(browser) ?? packagedFolder(await realpath(browser));
  if (!own) return tmpdir();
  await mkdir(own, { recursive: true });
  return own;
}

function packagedFolder(browser: string): string | null {
  const name = path.basename(browser);
  if (browser.startsWith('/snap/')) return path.join(homedir(), 'snap', name, 'common');
  if (FLATPAKS.includes(name)) return path.join(homedir(), '.var', 'app', name, 'cache');
  return null;
}

async function removeLeftOver(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (!pid || isRunning(Number(pid))) continue;
    const folder = path.join(parent, name);
    const found = await stat(folder).catch(() => null);
    if (!found || Date.now() - found.mtimeMs < LEFT_BEHIND) continue;
    // That of another user stays.
    await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
