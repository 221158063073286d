// Runs test/integration in a real VS Code extension host and ends with its result.
//   --host host-min   in the oldest VS Code supported, instead of the newest
//   --web             in the web worker host
//   --grep TEXT       only tests whose title contains it
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { certified } from '../remote/certificates';
import { bundleSuite } from './bundleSuite';
import { launchBrowser } from './chromium';
import { ensureHost, type HostName } from './installHost';
import { originalPositions } from './originalPositions';
import { fixtureWorkspace, makeResultsFolder, temporaryCopy, temporaryFolder } from './paths';
import { runMain } from './processes';
import { forbidOnly, reportCounts } from './results';
import { startServer, testServerArguments, workbenchUrl } from './server';
import { stageExtension } from './stageExtension';
import { SuiteLog } from './suiteLog';

/** Milliseconds: long enough for a busy machine. Only a suite that hangs is ended. */
const timeLimit = 2_400_000;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      host: { type: 'string', default: 'host' },
      web: { type: 'boolean', default: false },
      grep: { type: 'string' },
    },
  });
  const host: HostName = values.host === 'host-min' ? 'host-min' : 'host';
  const suite = { grep: values.grep, forbidOnly };
  const extension = stageExtension();
  const tests = join(extension, 'out/integration.cjs');
  await bundleSuite(values.web ? 'web' : 'node', suite, tests);
  await ensureHost(host);
  const browser = await launchBrowser();
  const server = await startServer({
    host,
    env: trustedCertificates(),
    arguments: [...testServerArguments, '--disable-workspace-trust'],
    // The extension declares both a Node and a web variant; this makes VS Code take the second.
    settings: values.web ? { 'remote.extensionKind': { 'deckwright.deckwright': ['web'] } } : {},
  });
  const folder = temporaryCopy(fixtureWorkspace, 'integration');
  // Nothing here looks at motion, which takes more processor time than everything else.
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  const log = new SuiteLog(originalPositions(tests));
  const name = values.web ? 'web' : host;
  let exitCode: number;
  try {
    const address = workbenchUrl(server.port, { folder, development: extension, tests });
    exitCode = await runSuiteIn(page, address, log);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    await page.screenshot({ path: join(makeResultsFolder(), `${name}-failure.png`) }).catch(() => {});
    exitCode = 1;
  }
  const logFile = join(makeResultsFolder(), `${name}.log`);
  writeFileSync(logFile, `${log.text()}\n${server.log()}`);
  reportCounts(log.counts);
  await browser.close();
  return log.conclude(exitCode, logFile);
}

/** Certificates for servers of the tests, which the host trusts: by a variable of Node, and as the system's. */
function trustedCertificates(): Record<string, string> {
  const folder = temporaryFolder('certificates');
  const authorities = ['extra', 'system'].map((name) => {
    const { key, cert, authority } = certified(name);
    const file = join(folder, `${name}.pem`);
    writeFileSync(file, authority);
    writeFileSync(join(folder, `${name}.json`), JSON.stringify({ key, cert }));
    return file;
  });
  const [NODE_EXTRA_CA_CERTS = '', SSL_CERT_FILE = ''] = authorities;
  return { NODE_EXTRA_CA_CERTS, SSL_CERT_FILE, TEST_CERTIFICATES: folder };
}

/** VS Code's own channel for automation: it calls these two functions of the page when it runs extension tests. */
async function runSuiteIn(page: Page, address: string, log: SuiteLog): Promise<number> {
  const ended = new Promise<number>((resolve, reject) => {
    const late = () => reject(new Error(`The suite did not end within ${timeLimit / 1000} s.`));
    const timer = setTimeout(late, timeLimit);
    const exit = (code: number) => {
      clearTimeout(timer);
      resolve(code);
    };
    void page.exposeFunction('codeAutomationExit', exit);
  });
  await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) =>
    log.add(type, format(...args)),
  );
  await page.goto(address);
  return ended;
}

runMain(main);
