import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LintCache } from '../../../src/cli/lintCache';
import { LintQueue, MAIN } from '../../../src/cli/lintQueue';
import { temporaryFolder } from '../../vscode/paths';
import { type Run, stagedCli } from './stagedCli';

const HEAD = '---\ntitle: A\ntype: slide\n---\n';
/** Enough for several threads. */
const DECKS = 48;

describe('deckwright lint in several threads', function () {
  this.timeout(300_000);
  let run: Run;
  before(async () => {
    run = await stagedCli();
  });

  /** As many threads as there are processors, and in each of them this code. */
  function lint(folder: string, args: readonly string[], processors: number, code = '') {
    const preload = join(temporaryFolder('threads'), 'preload.cjs');
    const parallelism = `require('node:os').availableParallelism = () => ${processors};`;
    writeFileSync(preload, `${parallelism}\n${code}`);
    const env = { NODE_OPTIONS: `--require ${preload}` };
    const { stdout, stderr, status } = run(['lint', ...args], folder, undefined, env);
    return { stdout, stderr, status };
  }

  function repository(): string {
    const folder = temporaryFolder('threads');
    for (const name of ['.git', 'a', 'b', 'c']) mkdirSync(join(folder, name));
    for (let index = 0; index < DECKS; index++) {
      const name = join(folder, 'abc'[index % 3]!, `deck-${index}.md`);
      writeFileSync(
        name,
        `${HEAD}# Deck ${index}\n\n![](./lost-${index}.png) ${'** no **\n'.repeat(index % 5)}`,
      );
    }
    writeFileSync(join(folder, 'README.md'), '# No deck\n');
    writeFileSync(join(folder, 'b', 'utf16.md'), Buffer.from(`\ufeff${HEAD}# A\n`, 'utf16le'));
    writeFileSync(join(folder, 'b', '.deckwright.json'), '{"rules": {"broken-image": "warning"}, "no": 1}');
    writeFileSync(join(folder, 'c', '.deckwright.json'), '{"rules": {"no-rule": "off"}}');
    return folder;
  }

  it('prints and returns the same as in one', () => {
    const folder = repository();
    for (const options of [
      ['--format', 'json'],
      ['--format', 'terminal', '--rule', 'broken-image=off'],
    ]) {
      const alone = lint(folder, options, 1);
      for (const shown of [/deck-47\.md/, /invalid-configuration/]) assert.match(alone.stdout, shown);
      assert.deepEqual(lint(folder, options, 4), alone, options.join(' '));
    }
  });

  it('writes the same baseline as in one, and honors it', () => {
    const folder = repository();
    const first = lint(folder, ['--baseline', 'baseline.json'], 4);
    assert.match(first.stderr, /was written with \d+ findings/);
    const [alone, shared] = [1, 4].map((count) => lint(folder, ['--baseline', 'baseline.json'], count));
    assert.deepEqual(shared, alone);
    assert.doesNotMatch(shared!.stdout, /lost/);
  });

  it('keeps what all of them found in the cache', () => {
    const folder = repository();
    for (const name of ['b', 'c']) writeFileSync(join(folder, name, '.deckwright.json'), '{}');
    const cache = ['--cache-location', join(temporaryFolder('threads'), 'cache.json')];
    const alone = lint(folder, [], 1);
    assert.deepEqual(lint(folder, cache, 4), alone);
    const broken = "const { Worker } = require('node:worker_threads'); Worker.prototype.once = null;";
    assert.deepEqual(lint(folder, cache, 4, broken), alone, 'no thread is needed');
    writeFileSync(join(folder, 'c', '.deckwright.json'), '{"rules": {"broken-image": "off"}}');
    assert.deepEqual(lint(folder, cache, 4), lint(folder, [], 1));
  });

  for (const [how, end, reason] of [
    ['ends', 'process.exit(3)', /its thread ended with exit code 3/],
    ['fails', 'queueMicrotask(() => { throw new Error("broken"); })', /Error: broken/],
  ] as const) {
    it(`names the deck that a thread was at when it ${how}`, () => {
      const folder = repository();
      // The main thread waits until another one has taken a deck.
      const code = `
        const fs = require('node:fs');
        const { isMainThread } = require('node:worker_threads');
        const { readFileSync } = fs;
        const mark = ${JSON.stringify(join(folder, 'mark'))};
        fs.readFileSync = (file, ...rest) => {
          if (/deck-\\d+/.test(String(file))) {
            if (isMainThread) while (!fs.existsSync(mark)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
            else {
              fs.writeFileSync(mark, '');
              ${end};
            }
          }
          return readFileSync(file, ...rest);
        };`;
      const { stdout, stderr, status } = lint(folder, [], 2, code);
      assert.equal(stdout, '');
      assert.match(stderr, /^[abc]\/deck-\d+\.md can't be linted: /);
      assert.match(stderr, reason);
      assert.equal(status, 2);
    });
  }
});

describe('LintQueue', () => {
  it('gives each file to one thread, and knows what each is at', () => {
    const queue = LintQueue.of(['a.md', 'b.md', 'c.md'], 2);
    const other = new LintQueue(queue.files, queue.shared);
    assert.equal(queue.lastTakenBy(2), undefined);
    assert.deepEqual([queue.take(MAIN), other.take(2), queue.take(MAIN)], ['a.md', 'b.md', 'c.md']);
    assert.deepEqual([queue.lastTakenBy(MAIN), queue.lastTakenBy(2)], ['c.md', 'b.md']);
    assert.deepEqual([other.take(2), queue.lastTakenBy(2), queue.taken], [undefined, undefined, 3]);
  });
});

describe('LintCache', () => {
  it('keeps nothing if two threads have seen a configuration in different states', async () => {
    const file = join(temporaryFolder('threads'), 'cache.json');
    const kept = { isDeck: true, findings: [], answers: new Map<string, string>() };
    const asked = `presence ${file}.absent`;
    for (const [second, isKnown] of [
      ['-', true],
      ['there', false],
    ] as const) {
      const cache = new LintCache(file, second);
      cache.addSurroundings(new Map([[asked, '-']]));
      cache.addSurroundings(new Map([[asked, second]]));
      cache.addSurroundings(new Map([[asked, '-']]));
      cache.keep(__filename, kept);
      await cache.write();
      assert.equal(new LintCache(file, second).outcomeOf(__filename) !== null, isKnown);
    }
  });
});
