// `npm start`: builds the extension and opens a copy of the sample deck with its preview in VS Code: the desktop's where
// there is one or one can be downloaded, else one from npm that runs in the browser. The script in package.json begins
// with `exec`, so that Ctrl-C ends it with this process's exit code, not with the shell's.
import { randomBytes } from 'node:crypto';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findDesktop } from './desktop';
import { canShowBrowser } from './display';
import { ensureHost } from './installHost';
import { root, temporaryCopy, temporaryFolder } from './paths';
import { run, runMain, spawnGroup } from './processes';
import { startServer } from './server';

/** Opens the deck and its preview as soon as VS Code is up. */
const helper = join(__dirname, 'start-helper');

async function main(): Promise<number> {
  console.log('Building the extension ...');
  const built = await run(process.execPath, ['esbuild.js', '--quiet'], { cwd: root });
  if (built !== 0) return built;
  const sample = temporaryCopy(join(root, 'media/sample'), 'sample');
  const desktop = await findDesktop();
  return desktop ? openInDesktop(desktop, sample) : openInBrowser(sample);
}

function openInDesktop(desktop: { command: string; arguments: string[] }, sample: string): Promise<number> {
  const args = [
    ...desktop.arguments,
    ...[root, helper].map((folder) => `--extensionDevelopmentPath=${folder}`),
    ...['--new-window', '--wait', '--disable-workspace-trust', sample],
  ];
  console.log(`Opening a copy of the sample deck, ${sample}, in ${desktop.command}. Ctrl-C ends it.`);
  return new Promise((resolve) => {
    const child = spawnGroup(desktop.command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

async function openInBrowser(sample: string): Promise<number> {
  // Without a token every web page could talk to the server on its port and run programs through it.
  const secrets = temporaryFolder('token');
  const token = randomBytes(16).toString('hex');
  const tokenFile = join(secrets, 'token');
  writeFileSync(tokenFile, token, { mode: 0o600 });
  const { version } = await ensureHost('host');
  console.log(`Starting VS Code ${version} for the browser ...`);
  const server = await startServer({
    arguments: [
      ...['--connection-token-file', tokenFile, '--extensions-dir', linkExtensions()],
      '--disable-workspace-trust',
    ],
  });
  const address = `http://127.0.0.1:${server.port}/?${new URLSearchParams({ tkn: token, folder: sample })}`;
  console.log(`A copy of the sample deck, ${sample}, is in VS Code at this address. Ctrl-C ends it.`);
  console.log(address);
  if (canShowBrowser()) await openBrowser(address);
  return new Promise<number>((resolve) => server.onEnd((code) => resolve(code ?? 1)));
}

/** Says nothing if that fails: the address is there to be opened by hand. */
async function openBrowser(address: string): Promise<void> {
  const { default: open } = await import('open');
  const opener = await open(address).catch(() => undefined);
  opener?.on('error', () => {});
}

/** Links instead of copies: after a build, reloading the window shows the new state. */
function linkExtensions(): string {
  const folder = temporaryFolder('extensions');
  symlinkSync(root, join(folder, 'deckwright.deckwright'));
  symlinkSync(helper, join(folder, 'deckwright.deckwright-start-helper'));
  return folder;
}

runMain(main, { exitCodeOnSignal: 0 });
