import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { root, temporaryFolder } from './paths';

export interface Desktop {
  command: string;
  arguments: string[];
}

const oldestSupported = 100; // the minor version in package.json's engines

/** Gives a desktop VS Code to start: the user's own, else a fetched one; nothing where neither can show a window. */
export async function findDesktop(): Promise<Desktop | undefined> {
  if (!hasDisplay()) return undefined;
  if (hasSuitableCode()) return { command: 'code', arguments: [] };
  try {
    console.log('There is no VS Code (`code`) to start. Fetching one ...');
    const command = await downloadAndUnzipVSCode({
      version: 'stable',
      cachePath: join(root, '.vscode-test'),
    });
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const userData = `--user-data-dir=${temporaryFolder('user')}`;
    return { command, arguments: [userData, `--extensions-dir=${temporaryFolder('extensions')}`, ...asRoot] };
  } catch (error) {
    console.log(`It cannot be fetched (${error instanceof Error ? error.message : error}).`);
    return undefined;
  }
}

function hasDisplay(): boolean {
  if (process.platform === 'darwin') return !process.env.SSH_CONNECTION;
  return !!(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** In a terminal of VS Code on another machine, `code` is a stand-in that cannot load an extension from a folder. */
function hasSuitableCode(): boolean {
  if (process.env.VSCODE_IPC_HOOK_CLI) return false;
  const { status, stdout } = spawnSync('code', ['--version'], { encoding: 'utf8', timeout: 30_000 });
  const [, major = 0, minor = 0] = /^(\d+)\.(\d+)/.exec(stdout ?? '') ?? [];
  if (status !== 0) return false;
  if (Number(major) > 1 || Number(minor) >= oldestSupported) return true;
  console.log(`The VS Code on the PATH is ${major}.${minor}, older than Deckwright supports.`);
  return false;
}
