import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from '../../vscode/paths';
import { type Run, stagedCli } from './stagedCli';

const HEAD = '---\ntitle: A\ntype: slide\n---\n';
const BROKEN = `${HEAD}# A\n\n![a picture](./lost.png)\n`;
const WARNED = `${HEAD}# A\n\nVery ** important ** news\n`;
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>';
/** Put into the cache to see whether a run reads from it. */
const MARK = 'REMEMBERED';

function put(folder: string, files: Record<string, string>): string {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

function repository(files: Record<string, string>): string {
  const folder = temporaryFolder('cache');
  mkdirSync(join(folder, '.git'));
  return put(folder, files);
}

describe('deckwright lint --cache', function () {
  this.timeout(300_000);
  let run: Run;
  before(async () => {
    run = await stagedCli();
  });

  const cacheOf = (folder: string) => join(folder, 'lint-cache.json');
  const lint = (folder: string, ...args: string[]) =>
    run(['lint', '--cache-location', cacheOf(folder), ...args], folder);
  /** Makes all messages in the cache begin with the mark. */
  function markCache(folder: string): void {
    const text = readFileSync(cacheOf(folder), 'utf8');
    writeFileSync(cacheOf(folder), text.replaceAll('"message":"', `"message":"${MARK} `));
  }
  /** What is found in a deck after a first run and this change. */
  function after(change: (folder: string) => void, files: Record<string, string>, ...args: string[]) {
    const folder = repository(files);
    lint(folder);
    markCache(folder);
    change(folder);
    const { stdout } = lint(folder, ...args);
    return { folder, stdout, plain: run(['lint', ...args], folder).stdout };
  }
  function assertLintedAnew(...args: Parameters<typeof after>): void {
    const { stdout, plain } = after(...args);
    assert.doesNotMatch(stdout, new RegExp(MARK));
    assert.equal(stdout, plain);
  }

  it('takes what did not change from the cache', () => {
    assert.match(after(() => {}, { 'deck.md': BROKEN }).stdout, new RegExp(`error: ${MARK} The picture`));
  });

  it('prints and returns the same as without it, in all formats', () => {
    const folder = repository({ 'a.md': BROKEN, 'sub/b.md': WARNED, 'README.md': '# No deck\n' });
    for (const format of ['text', 'terminal', 'json', 'sarif', 'github']) {
      const [plain, first, second] = [
        run(['lint', '--format', format], folder),
        lint(folder, '--format', format),
        lint(folder, '--format', format),
      ].map(({ stdout, stderr, status }) => ({ stdout, stderr, status }));
      assert.deepEqual(first, plain, format);
      assert.deepEqual(second, plain, format);
    }
  });

  it('lints only the deck that changed', () => {
    const { stdout } = after((folder) => put(folder, { 'b.md': `${WARNED}\nMore\n` }), {
      'a.md': BROKEN,
      'b.md': WARNED,
    });
    assert.match(stdout, new RegExp(`^a\\.md.* ${MARK} `, 'm'));
    assert.match(stdout, /^b\.md/m);
    assert.doesNotMatch(stdout, new RegExp(`^b\\.md.* ${MARK} `, 'm'));
  });

  it('notices a picture that appears', () => {
    const { stdout } = after((folder) => put(folder, { 'lost.svg': PICTURE }), {
      'deck.md': BROKEN.replace('lost.png', 'lost.svg'),
    });
    assert.match(stdout, /nothing found/);
  });

  it('notices a picture that goes, and one that changes', () => {
    const files = { 'deck.md': `${BROKEN}\n![a picture](./there.svg)\n`, 'there.svg': PICTURE };
    assertLintedAnew((folder) => rmSync(join(folder, 'there.svg')), files);
    assertLintedAnew((folder) => put(folder, { 'there.svg': 'no picture' }), files);
  });

  it('notices a linked deck whose headings change', () => {
    const files = { 'a.md': `${BROKEN}\n[B](./b.md#part)\n`, 'b.md': `${HEAD}# B\n\n## Part\n` };
    assertLintedAnew((folder) => put(folder, { 'b.md': `${HEAD}# B\n\n## Other\n` }), files);
  });

  it('notices a configuration and a set-up that appear or change', () => {
    const silent = JSON.stringify({ rules: { 'broken-image': 'off' } });
    const loud = JSON.stringify({ rules: { 'broken-image': 'warning' } });
    const files = { 'talks/deck.md': BROKEN };
    assertLintedAnew((folder) => put(folder, { '.deckwright.json': silent }), files);
    assertLintedAnew((folder) => put(folder, { '.deckwright.json': silent }), {
      ...files,
      '.deckwright.json': loud,
    });
    const revealMd = JSON.stringify({ separator: '^====$' });
    assertLintedAnew((folder) => put(folder, { 'talks/reveal-md.json': revealMd }), {
      'talks/deck.md': '# A\n\n====\n\n# B\n\n![a picture](./lost.png)\n',
    });
  });

  it('notices where a link to a deck leads', () => {
    assertLintedAnew(
      (folder) => {
        rmSync(join(folder, 'deck.md'));
        symlinkSync('there/deck.md', join(folder, 'deck.md'));
      },
      { 'deck.md': BROKEN, 'there/deck.md': BROKEN, 'there/lost.png': 'a' },
      'deck.md',
    );
  });

  it('does not serve for other rules on the command line', () => {
    assertLintedAnew(() => {}, { 'deck.md': BROKEN }, '--rule', 'broken-image=warning');
  });

  it('does not serve another version', () => {
    assertLintedAnew(
      (folder) => {
        const text = readFileSync(cacheOf(folder), 'utf8');
        writeFileSync(cacheOf(folder), text.replace(/"version\\":\\"[^"]+/, '"version\\":\\"0.0.0\\'));
      },
      { 'deck.md': BROKEN },
    );
  });

  it('ignores a file that is cut off or holds something else', () => {
    const others = [
      (text: string) => text.slice(0, text.length / 2),
      () => '',
      () => 'null',
      () => '{"key": 1}',
      (text: string) => text.replace('"severity":"error"', '"severity":"\\u001b[2J"'),
      (text: string) => text.replace('"line":7', '"line":"7"'),
    ];
    const folder = repository({ 'deck.md': BROKEN });
    const plain = lint(folder).stdout;
    for (const other of others) {
      markCache(folder);
      writeFileSync(cacheOf(folder), other(readFileSync(cacheOf(folder), 'utf8')));
      assert.equal(lint(folder).stdout, plain);
    }
  });

  it('serves other decks if a run names only some', () => {
    const folder = repository({ 'a.md': BROKEN, 'b.md': BROKEN });
    lint(folder, 'a.md');
    markCache(folder);
    lint(folder, 'b.md');
    assert.match(lint(folder, 'a.md').stdout, new RegExp(MARK));
  });

  it('lints all the same if the file can’t be written', () => {
    const folder = repository({ 'deck.md': BROKEN, file: '' });
    const { stdout, stderr, status } = run(['lint', '--cache-location', 'file/cache.json'], folder);
    assert.deepEqual(
      { stdout, stderr, status },
      { stdout: run(['lint'], folder).stdout, stderr: '', status: 1 },
    );
  });

  it('is not used where more than the files decides', () => {
    const fixable = BROKEN.replace('type: slide', 'type: slide\nlang: en').replace('# A', '# A\t');
    for (const args of [['--fix'], ['--fix-visible'], ['--baseline', 'known.json']]) {
      const { stdout } = after(() => {}, { 'deck.md': fixable }, ...args);
      assert.doesNotMatch(stdout, new RegExp(MARK), args.join(' '));
    }
  });

  it('reports what is wrong in a configuration each time', () => {
    const folder = repository({ 'deck.md': BROKEN, '.deckwright.json': '{"rulez": {}}' });
    const plain = run(['lint'], folder).stdout;
    assert.match(plain, /invalid-configuration/);
    assert.equal(lint(folder).stdout, plain);
    assert.equal(lint(folder).stdout, plain);
  });

  it('is in the system’s folder for caches, not beside the decks', () => {
    const folder = repository({ 'deck.md': BROKEN });
    const home = temporaryFolder('home');
    const before = { ...process.env };
    Object.assign(process.env, { HOME: home, LOCALAPPDATA: home, XDG_CACHE_HOME: '' });
    try {
      run(['lint', '--cache'], folder);
    } finally {
      process.env = before;
    }
    assert.deepEqual(readdirSync(folder).sort(), ['.git', 'deck.md']);
    const made = readdirSync(home, { recursive: true }).map(String);
    assert.ok(
      made.some((name) => /deckwright.\w+\.json$/.test(name)),
      made.join(),
    );
  });
});
