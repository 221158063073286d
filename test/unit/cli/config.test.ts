import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Configs } from '../../../src/cli/config';
import { DEFAULT_CONFIG } from '../../../src/core/config/config';
import { temporaryFolder } from '../../vscode/paths';
import { type Run, stagedCli } from './stagedCli';

describe('The configuration on the command line', () => {
  let folder: string;
  const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);

  beforeEach(() => {
    folder = temporaryFolder('config');
    mkdirSync(join(folder, 'repository/.git'), { recursive: true });
    mkdirSync(join(folder, 'repository/talks/2026'), { recursive: true });
  });

  it('is the nearest one above a file, and its globs are relative to it', async () => {
    put('repository/.deckwright.json', '{"ignore": ["a"]}');
    put('repository/talks/.deckwright.json', '{"ignore": ["b"]}');
    const configs = new Configs();
    const near = await configs.of(join(folder, 'repository/talks/2026/deck.md'));
    assert.deepEqual([near.config.ignore, near.path], [['b'], '2026/deck.md']);
    const far = await configs.of(join(folder, 'repository/deck.md'));
    assert.deepEqual([far.config.ignore, far.path], [['a'], 'deck.md']);
  });

  it('never comes from above the repository, or from above the folder if there is none', async () => {
    put('.deckwright.json', '{"ignore": ["a"]}');
    const configs = new Configs();
    assert.deepEqual(await configs.of(join(folder, 'repository/talks/2026/deck.md')), {
      config: DEFAULT_CONFIG,
      path: undefined,
    });
    mkdirSync(join(folder, 'loose'));
    assert.equal((await configs.of(join(folder, 'loose/deck.md'))).path, undefined);
    assert.equal((await configs.of(join(folder, 'deck.md'))).path, 'deck.md');
  });

  it('is reported as wrong once, with the place', async () => {
    put('repository/.deckwright.json', '{\r\n "rules": 1,\r\n "x": []}');
    const configs = new Configs();
    await Promise.all(
      ['deck.md', 'talks/deck.md', 'talks/2026/deck.md'].map((name) => {
        return configs.of(join(folder, 'repository', name));
      }),
    );
    const places = configs.problems.map(({ line, column, endLine, endColumn }) => {
      return [line, column, endLine, endColumn];
    });
    assert.deepEqual(places, [
      [2, 11, 2, 12],
      [3, 2, 3, 5],
    ]);
  });

  it('that cannot be read is reported, and the defaults are used', async function () {
    put('repository/.deckwright.json', Buffer.from('\ufeff{}', 'utf16le'));
    put('repository/talks/.deckwright.json', Buffer.alloc(300 * 1024, ' '));
    const configs = new Configs();
    for (const name of ['deck.md', 'talks/deck.md']) {
      const { config } = await configs.of(join(folder, 'repository', name));
      assert.deepEqual(config, DEFAULT_CONFIG);
    }
    assert.equal(configs.problems.length, 2);
    if (process.platform === 'win32') this.skip();
    execFileSync('mkfifo', [join(folder, 'repository/talks/2026/.deckwright.json')]);
    assert.deepEqual((await configs.of(join(folder, 'repository/talks/2026/a.md'))).config, DEFAULT_CONFIG);
    assert.equal(configs.problems.length, 3);
  });

  describe('of the deck that a command reads', function () {
    this.timeout(300_000);
    let run: Run;
    before(async () => {
      run = await stagedCli();
    });

    it('sets its dialect, unless an option does', () => {
      put('deck.md', '# A\n\n---\n\n# B\n');
      put('.deckwright.json', '{"decks": {"*.md": "reveal-blank-lines"}}');
      const dialect = (...args: string[]) => {
        return JSON.parse(run(['outline', 'deck.md', '--json', ...args], folder).stdout).dialect;
      };
      assert.equal(dialect(), 'reveal-blank-lines');
      assert.equal(dialect('--dialect', 'reveal-md'), 'reveal-md');
    });

    it('is reported with file, line and column, and the command continues', () => {
      put('deck.md', '# A\n');
      put('.deckwright.json', '{"hedgedocHost": []}');
      for (const command of ['outline', 'export']) {
        const { status, stdout, stderr } = run([command, 'deck.md'], folder);
        assert.equal(status, 1, command);
        assert.equal(
          stderr,
          '.deckwright.json:1:2: Unknown key "hedgedocHost". Did you mean "hedgedocHosts"?\n',
        );
        assert.match(stdout, /\w/);
      }
    });
  });
});
