import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { root } from '../../vscode/paths';

/** What belongs into bundles that are loaded when they are used. */
const HEAVY = ['markdown-it', 'marked', 'parse5', 'htmlparser2', 'xss', 'ajv', 'diff', 'puppeteer-core'];

describe('The main file, which VS Code loads with the first markdown file', () => {
  it('has nothing in it that is heavy', async function () {
    this.timeout(60_000);
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: ['src/extension.ts'],
      bundle: true,
      minify: true,
      write: false,
      metafile: true,
      outdir: 'dist',
      platform: 'node',
      external: ['vscode'],
    });
    const [main] = Object.values(metafile.outputs);
    const parts = Object.entries(main!.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
    const packages = parts.flatMap(([path]) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []);
    assert.deepEqual(
      HEAVY.filter((name) => packages.includes(name)),
      [],
    );
  });
});
