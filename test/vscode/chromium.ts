import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { installWithApt, isRootWithApt } from './apt';
import { run } from './processes';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const macApplications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Returns the path of a Chromium, downloading one if there is none. */
export async function ensureChromium(): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (works(named)) return named;
    throw new Error(`CHROMIUM_PATH is ${named}, which is no Chromium that starts.`);
  }
  const found = findChromium() ?? (await installPackage()) ?? (await installWithPlaywright());
  if (found) return found;
  throw new Error(
    'The tests need Chromium and could not fetch it: install Chromium or Google Chrome, or set CHROMIUM_PATH.',
  );
}

function findChromium(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin'];
  const onPath = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...macApplications, chromium.executablePath()].find(works);
}

/** Ubuntu has a `chromium-browser` that only says how to install it: its presence is not enough. */
function works(path: string): boolean {
  if (!existsSync(path)) return false;
  const { status, stdout } = spawnSync(path, ['--version', '--no-sandbox'], {
    encoding: 'utf8',
    timeout: 30_000,
  });
  return status === 0 && /\d+\.\d+\.\d+/.test(stdout);
}

async function installPackage(): Promise<string | undefined> {
  await installWithApt('Chromium', 'chromium', 'fonts-dejavu-core');
  return findChromium();
}

async function installWithPlaywright(): Promise<string | undefined> {
  console.log("Installing Chromium with Playwright's installer (about 400 MB on disk, once) ...");
  const cli = join(dirname(require.resolve('playwright-core/package.json')), 'cli.js');
  const install = [cli, 'install', '--no-shell', 'chromium'];
  const withLibraries = isRootWithApt() ? await run(process.execPath, [...install, '--with-deps']) : 1;
  if (withLibraries !== 0) await run(process.execPath, install);
  return findChromium();
}

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await ensureChromium(),
    headless: true,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
      // Nothing that the tests show can have come from outside; a request for it fails fast.
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    ],
  });
}
