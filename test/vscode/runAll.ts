// `npm test`: every check, each named and timed. Ends at the first stage that fails; the last line is the sum.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

const stages: readonly Stage[] = [
  { name: 'format and lint', command: binary('@biomejs/biome/bin/biome', 'ci', colors, '.') },
  { name: 'types', command: binary('typescript/bin/tsc', '--noEmit') },
  { name: 'types of the pure core', command: binary('typescript/bin/tsc', '--noEmit', '-p', 'src/core') },
  { name: 'unit tests', command: runner('runUnit.ts'), tests: { folder: 'test/unit', suffix: '.test.ts' } },
  { name: 'build', command: ['esbuild.js'] },
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
  { name: 'e2e tests', command: runner('runE2e.ts'), tests: { folder: 'test/e2e', suffix: '.e2e.ts' } },
];

async function main(): Promise<number> {
  const countsFile = join(temporaryFolder('counts'), 'counts');
  const env = { ...process.env, DECKWRIGHT_TEST_COUNTS: countsFile };
  let exitCode = 0;
  for (const stage of stages) {
    console.log(`\n== ${stage.name}`);
    if (stage.tests && !hasTests(stage.tests)) {
      console.log(`== ${stage.name}: there are none yet in ${stage.tests.folder}`);
      continue;
    }
    const start = Date.now();
    exitCode = await run(process.execPath, stage.command, { cwd: root, env });
    const seconds = ((Date.now() - start) / 1000).toFixed(1);
    console.log(`== ${stage.name}: ${exitCode === 0 ? 'ok' : 'FAILED'} (${seconds} s)`);
    if (exitCode !== 0) break;
  }
  const { passed, failed } = sum(countsFile);
  console.log(`\n${passed} passed, ${failed} failed`);
  return exitCode || (passed > 0 && failed === 0 ? 0 : 1);
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
