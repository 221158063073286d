import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { SuiteOptions } from '../integration/index';
import { root } from './paths';

const folder = join(root, 'test/integration');

/**
 * Bundles the integration suite for one of VS Code's extension hosts. The file has to be in the extension's folder
 * for VS Code to give it that extension's API.
 * Every `*.test.ts` runs in both, except `*.node.test.ts`, which need Node.
 */
export async function bundleSuite(
  host: 'node' | 'web',
  options: SuiteOptions,
  outfile: string,
): Promise<void> {
  const web = host === 'web';
  const tests = testFiles().filter((file) => !(web && file.endsWith('.node.test.ts')));
  if (tests.length === 0) throw new Error(`There is no test for the ${host} host in ${folder}.`);
  await build({
    stdin: { contents: entry(tests, options), resolveDir: folder, sourcefile: 'suite.ts', loader: 'ts' },
    bundle: true,
    outfile,
    format: 'cjs',
    platform: web ? 'browser' : 'node',
    target: web ? 'es2022' : 'node20',
    external: ['vscode'],
    alias: web ? { 'node:assert/strict': join(__dirname, 'webAssert.ts') } : {},
    define: web ? { global: 'globalThis' } : {},
    inject: web ? [join(__dirname, 'webProcess.ts')] : [],
    plugins: [mochaAsCommonJs],
    sourcemap: true,
    logLevel: 'error',
  });
}

/** Mocha's package calls its browser build an ES module. Bundled as one it would replace the suite's own exports. */
const mochaAsCommonJs: Plugin = {
  name: 'mocha-as-commonjs',
  setup(build) {
    build.onResolve({ filter: /^mocha\/mocha\.js$/ }, () => ({ path: 'mocha', namespace: 'commonjs' }));
    const load = () => ({ contents: readFileSync(require.resolve('mocha/mocha.js'), 'utf8') });
    build.onLoad({ filter: /^mocha$/, namespace: 'commonjs' }, load);
  },
};

function testFiles(): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.test.ts')).sort();
}

/** Imports run in order: the index sets up mocha's globals, then each test file registers its tests. */
function entry(tests: string[], options: SuiteOptions): string {
  return [
    "import { version } from 'vscode';",
    "import { runSuite } from './index';",
    ...tests.map((file) => `import ${JSON.stringify(`./${file}`)};`),
    `export const run = () => runSuite(${JSON.stringify(options)}, version);`,
  ].join('\n');
}
