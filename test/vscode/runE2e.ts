// Runs test/e2e: mocha here, the workbench in Chromium.
//   --part 2/4   every fourth file, from the second on
// All other arguments go to mocha, for example --grep TEXT.
import { ensureChromium } from './chromium';
import { ensureHost } from './installHost';
import { filesIn } from './paths';
import { runMain } from './processes';
import { runMocha } from './runMocha';

async function main(): Promise<number> {
  // Here, because it may take minutes, which exceeds a test's time limit.
  await ensureHost('host');
  const chromium = await ensureChromium();
  const [part, args] =
    process.argv[2] === '--part' ? [process.argv[3], process.argv.slice(4)] : ['1/1', process.argv.slice(2)];
  return runMocha({
    files: filesOf(part),
    arguments: ['--require', 'test/vscode/e2eHooks.ts', '--timeout', '180000', '--exit', ...args],
    env: { CHROMIUM_PATH: chromium },
  });
}

function filesOf(part = ''): string[] {
  const [number = 1, parts = 1] = part.split('/').map(Number);
  return filesIn('test/e2e', '.e2e.ts')
    .sort()
    .filter((_, at) => at % parts === number - 1);
}

runMain(main);
