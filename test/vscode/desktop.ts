import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, type ProgressReporter } from '@vscode/test-electron';
import { hasDisplay } from './display';
import { root, temporaryFolder } from './paths';

export interface Desktop {
  command: string;
  arguments: string[];
}

/** One line: VS Code's own reporter writes one for each of its steps. */
const reporter: ProgressReporter = {
  report({ stage }) {
    if (stage === 'resolvingCDNLocation') console.log('Downloading VS Code ...');
  },
  error() {},
};

const oldestSupported = 100; // the minor version in package.json's engines

/** Returns a desktop VS Code to start: the user's own, else a downloaded one; nothing if neither can show a window. */
export async function findDesktop(): Promise<Desktop | undefined> {
  if (!hasDisplay()) return undefined;
  if (hasSuitableCode()) return { command: 'code', arguments: [] };
  try {
    const command = await downloadAndUnzipVSCode({
      version: 'stable',
      cachePath: join(root, '.vscode-test'),
      reporter,
    });
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const userData = `--user-data-dir=${temporaryFolder('user')}`;
    return { command, arguments: [userData, `--extensions-dir=${temporaryFolder('extensions')}`, ...asRoot] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    console.log(`VS Code for the desktop can't be downloaded (${reason}).`);
    return undefined;
  }
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
