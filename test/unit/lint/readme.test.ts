import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../../vscode/paths';

interface Manifest {
  readonly version: string;
  readonly bin: Record<string, string>;
  readonly scripts: Record<string, string>;
}

const read = (file: string) => readFileSync(join(root, file), 'utf8');

describe('the README', () => {
  it('names the version that it comes with, for pre-commit and for the workflow', () => {
    const { version } = JSON.parse(read('package.json')) as Manifest;
    const readme = read('README.md');
    assert.ok(readme.includes(`rev: v${version}\n`));
    assert.ok(readme.includes(`deckwright@${version}\n`));
  });
});

describe('the hooks for pre-commit', () => {
  const manifest = JSON.parse(read('package.json')) as Manifest;

  it('run the command line of the package', () => {
    const hooks = parse(read('.pre-commit-hooks.yaml')) as { id: string; entry: string; language: string }[];
    assert.deepEqual(
      hooks.map(({ id, entry, language }) => [id, entry, language]),
      [
        ['deckwright-lint', 'deckwright lint', 'node'],
        ['deckwright-fix', 'deckwright lint --fix', 'node'],
      ],
    );
    assert.deepEqual(Object.keys(manifest.bin), ['deckwright']);
  });

  it('find a package that npm builds when it installs it, and that it packs without printing more than its name', function () {
    this.timeout(60_000);
    assert.match(manifest.scripts.dependencies!, /esbuild\.js/);
    // It is npm itself that runs the tests.
    const npm = process.env.npm_execpath;
    if (!npm) this.skip();
    const printed = execFileSync(process.execPath, [npm, 'pack', '--dry-run'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    assert.equal(printed, `deckwright-${manifest.version}.tgz\n`);
  });
});
