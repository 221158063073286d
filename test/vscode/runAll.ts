// `npm test`: every check, each named and timed. Ends at the first stage that fails; the last line is the sum.
// Two stages run at a time: one window leaves a third of a machine with two processors idle, and one thread half of it.
import { existsSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './chromium';
import { ensureHost } from './installHost';
import { root, temporaryFolder } from './paths';
import { run, runMain } from './processes';
import type { Counts } from './results';

interface Stage {
  name: string;
  command: readonly string[];
  /** Where the stage's tests are, and how their names end. */
  tests?: { folder: string; suffix: string };
}

const runner = (file: string, ...args: string[]) => ['--import', 'tsx', `test/vscode/${file}`, ...args];
const binary = (file: string, ...args: string[]) => [`node_modules/${file}`, ...args];
/** Biome also colors its report in a file. */
const colors = `--colors=${process.stdout.isTTY ? 'force' : 'off'}`;
const integration = { folder: 'test/integration', suffix: '.test.ts' };

/** More parts print reports earlier; each costs the start of a browser. */
const E2E_PARTS = 4;

const first: readonly Stage[] = [
  { name: 'format and lint', command: binary('@biomejs/biome/bin/biome', 'ci', colors, '.') },
  { name: 'types', command: binary('typescript/bin/tsc', '--noEmit') },
  { name: 'types of the pure core', command: binary('typescript/bin/tsc', '--noEmit', '-p', 'src/core') },
  { name: 'build', command: ['esbuild.js'] },
];

const twoAtATime: readonly Stage[] = [
  { name: 'unit tests', command: runner('runUnit.ts'), tests: { folder: 'test/unit', suffix: '.test.ts' } },
  { name: 'integration tests, VS Code 1.139', command: runner('runIntegration.ts'), tests: integration },
  {
    name: 'integration tests, VS Code 1.100',
    command: runner('runIntegration.ts', '--host', 'host-min'),
    tests: integration,
  },
  { name: 'integration tests, web host', command: runner('runIntegration.ts', '--web'), tests: integration },
  {
    name: 'diagrams in a page',
    command: ['--import', 'tsx', 'test/diagrams/run.ts'],
    tests: { folder: 'test/diagrams', suffix: '.browser.ts' },
  },
  {
    name: 'slides as HedgeDoc has them',
    command: ['--import', 'tsx', 'test/fidelity/compare.ts', '--quiet'],
  },
  { name: 'the look of HedgeDoc', command: ['--import', 'tsx', 'test/look/compare.ts'] },
  ...Array.from({ length: E2E_PARTS }, (_, at) => ({
    name: `e2e tests, part ${at + 1} of ${E2E_PARTS}`,
    command: runner('runE2e.ts', '--part', `${at + 1}/${E2E_PARTS}`),
    tests: { folder: 'test/e2e', suffix: '.e2e.ts' },
  })),
];

async function main(): Promise<number> {
  const countsFile = join(temporaryFolder('counts'), 'counts');
  process.env.DECKWRIGHT_TEST_COUNTS = countsFile;
  const exitCode = (await runInOrder(first)) || (await runTwoAtATime(twoAtATime));
  const { passed, failed } = sum(countsFile);
  console.log(`\n${passed} passed, ${failed} failed`);
  return exitCode || (passed > 0 && failed === 0 ? 0 : 1);
}

/** Returns the exit code of the stage that fails. */
async function runInOrder(stages: readonly Stage[]): Promise<number> {
  for (const stage of stages) {
    const exitCode = await runStage(stage);
    if (exitCode !== 0) return exitCode;
  }
  return 0;
}

/** When one fails, the other goes on to its end, and no more start. */
async function runTwoAtATime(stages: readonly Stage[]): Promise<number> {
  // Two stages would install them at the same time.
  for (const host of ['host', 'host-min'] as const) await ensureHost(host);
  await ensureChromium();
  const waiting = [...stages];
  let failure = 0;
  const runWaiting = async () => {
    while (failure === 0 && waiting.length > 0) {
      const exitCode = await runStage(waiting.shift()!, { printsWhenDone: true });
      failure ||= exitCode;
    }
  };
  await Promise.all([runWaiting(), runWaiting()]);
  return failure;
}

async function runStage({ name, command, tests }: Stage, { printsWhenDone = false } = {}): Promise<number> {
  console.log(`\n== ${name}${printsWhenDone ? ': started' : ''}`);
  if (tests && !hasTests(tests)) {
    console.log(`== ${name}: there are none yet in ${tests.folder}`);
    return 0;
  }
  const log = join(temporaryFolder('log'), 'log');
  const output = printsWhenDone ? openSync(log, 'w') : 'inherit';
  const start = Date.now();
  const exitCode = await run(process.execPath, command, { cwd: root, stdio: ['inherit', output, output] });
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  if (printsWhenDone) console.log(`\n== ${name}\n${readFileSync(log, 'utf8')}`);
  console.log(`== ${name}: ${exitCode === 0 ? 'ok' : 'FAILED'} (${seconds} s)`);
  return exitCode;
}

function hasTests({ folder, suffix }: { folder: string; suffix: string }): boolean {
  if (!existsSync(join(root, folder))) return false;
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).some((file) =>
    file.endsWith(suffix),
  );
}

function sum(countsFile: string): Counts {
  const total: Counts = { passed: 0, failed: 0 };
  if (!existsSync(countsFile)) return total;
  for (const line of readFileSync(countsFile, 'utf8').trim().split('\n')) {
    const counts: Counts = JSON.parse(line);
    total.passed += counts.passed;
    total.failed += counts.failed;
  }
  return total;
}

runMain(main);
