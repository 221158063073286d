import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../vscode/paths';
import { type Run, stagedCli } from './stagedCli';

const HEAD = '---\ntitle: A\ntype: slide\n---\n';

describe('deckwright hook', function () {
  this.timeout(300_000);
  let run: Run;
  before(async () => {
    run = await stagedCli();
  });

  function repository(): string {
    const folder = temporaryFolder('hook');
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    return folder;
  }

  function commit(folder: string, text: string) {
    writeFileSync(join(folder, 'deck.md'), text);
    execFileSync('git', ['add', '.'], { cwd: folder });
    const who = ['-c', 'user.name=Tests', '-c', 'user.email=tests@example.org', '-c', 'commit.gpgsign=false'];
    return spawnSync('git', [...who, 'commit', '--message', 'Deck'], { cwd: folder, encoding: 'utf8' });
  }

  it('has git refuse commits of decks with errors', () => {
    const folder = repository();
    mkdirSync(join(folder, 'sub'));
    const { status, stdout } = run(['hook'], join(folder, 'sub'));
    assert.equal(status, 0);
    assert.match(stdout, /pre-commit was written\./);
    const refused = commit(folder, `${HEAD}# A\n\n![a](./lost.png)\n`);
    assert.equal(refused.status, 1);
    assert.match(refused.stdout + refused.stderr, /deck\.md:7:6: error: /);
    assert.equal(commit(folder, `${HEAD}# A\n`).status, 0);
    assert.match(run(['hook'], folder).stdout, /checks decks already\.\n$/);
  });

  it('leaves a hook alone that exists, and hooks that several repositories use', () => {
    const folder = repository();
    const hook = join(folder, '.git/hooks/pre-commit');
    mkdirSync(join(folder, '.git/hooks'), { recursive: true });
    writeFileSync(hook, '#!/bin/sh\n');
    const { status, stderr } = run(['hook'], folder);
    assert.equal(status, 2);
    assert.match(
      stderr,
      /exists and was left as it is\. Add this command to it:\ndeckwright lint --staged\n$/,
    );
    assert.equal(readFileSync(hook, 'utf8'), '#!/bin/sh\n');
    execFileSync('git', ['config', 'core.hooksPath', temporaryFolder('hooks')], { cwd: folder });
    assert.match(
      run(['hook'], folder).stderr,
      /^Other repositories use the hooks in .* Nothing was written\./,
    );
  });

  it('adds the hook to the configuration of pre-commit where there is one, once', () => {
    const folder = repository();
    const config = join(folder, '.pre-commit-config.yaml');
    writeFileSync(config, 'repos:\n  - repo: local\n    hooks: []\n');
    assert.match(run(['hook'], folder).stdout, /now has the hook deckwright-lint\./);
    const written = readFileSync(config, 'utf8');
    assert.match(written, /^repos:\n {2}- repo: local\n {4}hooks: \[\]\n {2}- repo: https:/);
    assert.match(run(['hook'], folder).stdout, /has the hook deckwright-lint already\.\n$/);
    assert.equal(readFileSync(config, 'utf8'), written);
    writeFileSync(config, 'repos: []\n');
    assert.match(run(['hook'], folder).stderr, /was left as it is\. Add this to its repos:\n- repo: /);
    assert.equal(readFileSync(config, 'utf8'), 'repos: []\n');
  });

  it('needs a repository', () => {
    const { status, stderr } = run(['hook'], temporaryFolder('outside'));
    assert.equal(status, 2);
    assert.match(stderr, /is not in a git repository\.\n$/);
  });
});
