import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, shared } from '../../vscode/paths';
import { diffLines } from './diffLines';
import { git, repository, write } from './repositories';
import { type Run, stagedCli } from './stagedCli';

const picture = (name: string) => readFileSync(join(root, 'test/fixtures/workspace/pictures', name));
const RED = picture('red.png');
const BLUE = picture('blue sky.png');

const HEDGEDOC = '---\ntype: slide\n---\n';
const DECK = `${HEDGEDOC}# One\n\n---\n\n# Two\n\n![](./img/a.png)\n`;
const REVEAL = '---\ntheme: white\ncss: look/own.css\n---\n# One\n\n---\n\n# Two\n';

const pointer = (bytes: Uint8Array) => {
  const hash = createHash('sha256').update(bytes).digest('hex');
  return `version https://git-lfs.github.com/spec/v1\noid sha256:${hash}\nsize ${bytes.length}\n`;
};

describe('deckwright diff, of what is around decks', function () {
  this.timeout(300_000);
  let run: Run;
  before(async () => {
    run = await stagedCli();
  });

  const told = (folder: string, ...args: string[]) => diffLines(run, folder, ...args);

  const commit = (folder: string, files: Record<string, string | Uint8Array>) => {
    write(folder, files);
    git(folder, 'add', '--all');
    git(folder, 'commit', '--quiet', '--message', 'Next');
  };

  const NOTHING = ['No slides have changed.'];
  const OTHER_PICTURE = ['deck.md', '  2  Two  (picture)', '1 slide changed.'];

  describe('tells of a picture that was replaced', () => {
    it('in the working tree', () => {
      const folder = repository({ 'deck.md': DECK, 'img/a.png': RED });
      write(folder, { 'img/a.png': BLUE });
      assert.deepEqual(told(folder), OTHER_PICTURE);
      assert.deepEqual(told(folder, 'deck.md'), OTHER_PICTURE);
    });

    it('between two commits', () => {
      const folder = repository({ 'deck.md': DECK, 'img/a.png': RED, 'other.md': `${HEDGEDOC}# Three\n` });
      commit(folder, { 'img/a.png': BLUE });
      assert.deepEqual(told(folder, 'HEAD~1..HEAD'), OTHER_PICTURE);
      assert.deepEqual(told(folder), NOTHING);
    });

    it('behind a slide', () => {
      const deck = `${HEDGEDOC}<!-- .slide: data-background="./a.png" -->\n\n# One\n`;
      const folder = repository({ 'deck.md': deck, 'a.png': RED });
      write(folder, { 'a.png': BLUE });
      assert.equal(told(folder)[1], '  1  One  (background)');
    });

    it('besides what was edited on its slide', () => {
      const folder = repository({ 'deck.md': DECK, 'img/a.png': RED });
      write(folder, { 'deck.md': DECK.replace('Two', 'Three'), 'img/a.png': BLUE });
      assert.equal(told(folder)[1], '  2  Three  (text, picture)');
    });

    it('beside a deck in another folder, which was renamed', () => {
      const folder = repository({ 'talks/deck.md': DECK, 'talks/img/a.png': RED });
      git(folder, 'mv', 'talks/deck.md', 'talks/renamed.md');
      write(folder, { 'talks/img/a.png': BLUE });
      assert.deepEqual(told(join(folder, 'talks')).slice(0, 2), [
        'renamed.md (was deck.md)',
        '  2  Two  (picture)',
      ]);
    });

    it('with both pictures in the page', () => {
      const folder = repository({ 'deck.md': DECK, 'img/a.png': RED });
      write(folder, { 'img/a.png': BLUE });
      told(folder, '--html', 'out.html');
      const page = readFileSync(join(folder, 'out.html'), 'utf8');
      const [pages] = JSON.parse(/<script type="application\/json">(.*?)<\/script>/s.exec(page)![1]!);
      const marked = (kind: string, bytes: Buffer) =>
        `<img src="data:image/png;base64,${bytes.toString('base64')}" alt="" class="deckwright-${kind}">`;
      assert.ok(pages.before.includes(marked('removed', RED)));
      assert.ok(pages.after.includes(marked('added', BLUE)));
    });
  });

  it('tells of a picture that was missing', () => {
    const folder = repository({ 'deck.md': DECK });
    write(folder, { 'img/a.png': RED });
    assert.deepEqual(told(folder), OTHER_PICTURE);
  });

  it('does not tell of a picture that moved with its deck, or only out of the index', () => {
    const folder = repository({ 'talks/deck.md': DECK, 'talks/img/a.png': RED });
    git(folder, 'rm', '--quiet', '--cached', 'talks/img/a.png');
    assert.deepEqual(told(folder), NOTHING);
    git(folder, 'add', '.');
    git(folder, 'mv', 'talks', 'calls');
    assert.deepEqual(told(folder), ['calls/deck.md (was talks/deck.md)', ...NOTHING]);
  });

  it('takes a picture and its pointer of Git LFS for the same', () => {
    const folder = repository({ 'deck.md': DECK, 'img/a.png': pointer(RED) });
    write(folder, { 'img/a.png': RED });
    assert.deepEqual(told(folder), NOTHING);
    commit(folder, { 'img/a.png': RED });
    assert.deepEqual(told(folder, 'HEAD~1..HEAD'), NOTHING);
    write(folder, { 'img/a.png': pointer(BLUE) });
    assert.deepEqual(told(folder), OTHER_PICTURE);
  });

  it('tells of style sheets, and of what they show', () => {
    const css = '@import "base.css"; .reveal { color: red }';
    const folder = repository({
      'deck.md': REVEAL,
      'look/own.css': css,
      'look/base.css': '.reveal { background: url(paper.png) }',
      'look/paper.png': RED,
      'look/unused.css': '',
    });
    write(folder, { 'look/own.css': `${css} `, 'look/paper.png': BLUE, 'look/unused.css': 'a {}' });
    assert.deepEqual(told(folder, '--dialect', 'reveal-md'), [
      'deck.md',
      '  look/own.css has changed',
      '  look/paper.png has changed',
      ...NOTHING,
    ]);
    const { stdout } = run(['diff', '--json', '--dialect', 'reveal-md'], folder);
    assert.deepEqual(JSON.parse(stdout).decks[0].files, ['look/own.css', 'look/paper.png']);
  });

  it('says nothing of a file that has not changed and cannot be read', () => {
    const folder = repository({
      'deck.md': DECK,
      'img/a.png': RED,
      'old.md': Buffer.from([0xff, 0xfe, 0x41]),
    });
    write(folder, { 'img/a.png': BLUE });
    assert.deepEqual(told(folder), OTHER_PICTURE);
  });

  describe('reads each version as it was set up', () => {
    const config = (entry: object) => JSON.stringify({ decks: [{ files: 'deck.md', ...entry }] });
    const STARS = '# One\n\n***\n\n# Two\n';

    it('by .deckwright.json', () => {
      const folder = repository({
        'deck.md': STARS,
        '.deckwright.json': config({ dialect: 'reveal', separator: '^\\*\\*\\*$' }),
      });
      write(folder, {
        'deck.md': '# One\n\n---\n\n# Two\n',
        '.deckwright.json': config({ dialect: 'reveal', separator: '^---$', theme: 'white' }),
      });
      assert.deepEqual(told(folder), ['deck.md', '  set up differently: separators, theme', ...NOTHING]);
      const { stdout } = run(['diff', '--json'], folder);
      assert.deepEqual(JSON.parse(stdout).decks[0].setup, ['separators', 'theme']);
    });

    it('although nothing else of the deck has changed', () => {
      const entry = { dialect: 'reveal', separator: '^\\*\\*\\*$' };
      const folder = repository({ 'deck.md': STARS, '.deckwright.json': config(entry) });
      commit(folder, { '.deckwright.json': config({ dialect: 'reveal' }) });
      const [, ...lines] = told(folder, 'HEAD~1..');
      assert.deepEqual(lines.slice(-2), ['  set up differently: separators', '1 slide changed, 1 removed.']);
    });

    it('in another dialect', () => {
      const folder = repository({ 'deck.md': STARS, '.deckwright.json': config({ dialect: 'hedgedoc' }) });
      write(folder, { '.deckwright.json': config({ dialect: 'reveal' }) });
      assert.equal(told(folder).at(-2), '  dialect: hedgedoc → reveal');
    });

    it('by the configuration of its tool, which is gone', () => {
      const folder = repository({
        'deck.md': STARS,
        'reveal-md.json': JSON.stringify({ separator: '^\\*\\*\\*$', theme: 'white' }),
      });
      commit(folder, { 'reveal-md.json': JSON.stringify({ separator: '^\\*\\*\\*$', theme: 'black' }) });
      git(folder, 'rm', '--quiet', 'reveal-md.json');
      git(folder, 'commit', '--quiet', '--message', 'Without');
      assert.deepEqual(told(folder, 'HEAD~2..HEAD~1'), [
        'deck.md',
        '  set up differently: theme',
        ...NOTHING,
      ]);
    });

    it('by the other decks of its folder, which is gone', () => {
      const folder = repository({
        'old/deck.md': '# One\n\n---\n\n# Two\n',
        'old/other.md': '---\nrevealOptions:\n  hash: true\n---\n# A\n\n---\n\n# B\n',
      });
      git(folder, 'rm', '-r', '--quiet', 'old');
      assert.match(told(folder).join('\n'), /old\/deck\.md \(deleted\)\n {2}1 {2}One {2}\(removed\)/);
    });

    it('and complains only of the configuration that there is now', () => {
      const folder = repository({ 'deck.md': DECK, '.deckwright.json': '{ "decks": 1 }' });
      write(folder, { 'deck.md': DECK.replace('Two', 'Three'), '.deckwright.json': '{}' });
      assert.equal(told(folder)[1], '  2  Three  (text)');
    });
  });

  it('compares hostile decks, or says why it cannot', function () {
    const hostile = join(shared, 'hostile');
    if (!existsSync(hostile)) this.skip();
    const names = readdirSync(hostile, { recursive: true, encoding: 'utf8' }).filter((name) => {
      const found = lstatSync(join(hostile, name));
      // The others only take long to render.
      return name.endsWith('.md') && found.isFile() && found.size < 20_000;
    });
    const texts = names.map((name) => readFileSync(join(hostile, name)));
    // Each becomes the next one.
    const files = (by: number) =>
      Object.fromEntries(names.map((_, at) => [`${at}.md`, texts[(at + by) % texts.length]!]));
    const folder = repository(files(0));
    write(folder, files(1));
    const { stdout, stderr, status } = run(['diff', '--json'], folder);
    assert.equal(status, 1);
    assert.match(stderr, /^(?:\d+\.md is (?:not )?encoded in .*\n)+$/);
    assert.ok(JSON.parse(stdout).decks.length > 0);
  });
});
