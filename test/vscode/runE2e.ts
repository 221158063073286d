// Runs test/e2e: mocha here, the workbench in Chromium. Arguments go to mocha, for example --grep TEXT.
import { ensureChromium } from './chromium';
import { ensureHost } from './installHost';
import { runMain } from './processes';
import { runMocha } from './runMocha';

async function main(): Promise<number> {
  // Here, because it may take minutes, which exceeds a test's time limit.
  await ensureHost('host');
  const chromium = await ensureChromium();
  return runMocha({
    files: 'test/e2e/**/*.e2e.ts',
    arguments: [
      '--require',
      'test/vscode/e2eHooks.ts',
      '--timeout',
      '180000',
      '--exit',
      ...process.argv.slice(2),
    ],
    env: { CHROMIUM_PATH: chromium },
  });
}

runMain(main);
