import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from '../../vscode/paths';
import { type Run, stagedCli } from './stagedCli';

const PNG = Buffer.from('89504e47', 'hex');
const MANIFEST = '.deckwright-site.json';

/** As HedgeDoc's decks begin. */
const deck = (text: string) => `---\ntype: slide\n---\n\n${text}\n`;

describe('deckwright export --to site', function () {
  this.timeout(300_000);
  let run: Run;
  let folder: string;
  const put = (name: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  };
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const exported = (output: string, ...more: string[]) =>
    run(['export', 'decks', '--to', 'site', '-o', output, '--no-thumbnails', ...more], folder);
  const site = (...more: string[]) => exported('out', ...more);
  const assets = (pattern: RegExp) =>
    readdirSync(join(folder, 'out/assets')).filter((name) => pattern.test(name));
  /** All files below a folder, with what tells whether they were written again. */
  const stamps = (name: string) =>
    readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' })
      .filter((file) => statSync(join(folder, name, file)).isFile() && file !== MANIFEST)
      .map((file) => `${file} ${statSync(join(folder, name, file)).ino}`)
      .sort();

  before(async () => {
    run = await stagedCli();
  });

  beforeEach(() => {
    folder = temporaryFolder('site');
    put(
      'decks/calls/20240801.md',
      deck('# Call\n\n![](a.png)\n\n---\n\n# Team Ops\n\n[intro](../intro.md#/1)'),
    );
    put('decks/calls/20240711.md', deck('# Call\n\n![](a.png)'));
    put('decks/calls/a.png', PNG);
    put('decks/intro.md', deck('# Intro\n\n[calls](calls/) [this](calls/20240801.md)'));
    put('decks/README.md', '# About these decks\n');
  });

  it('makes a page of each deck, which share their files, and an index', () => {
    const { status, stdout, stderr } = site();
    assert.deepEqual([status, stdout, stderr], [0, 'out: 3 pages\n', '']);
    assert.deepEqual(readdirSync(join(folder, 'out')).sort(), [
      MANIFEST,
      '.nojekyll',
      'assets',
      'calls',
      'index.html',
      'intro.html',
    ]);
    assert.deepEqual(readdirSync(join(folder, 'out/calls')).sort(), ['20240711.html', '20240801.html']);
    const [picture, ...others] = assets(/\.png$/);
    assert.deepEqual(others, []);
    assert.ok(read('out/calls/20240801.html').includes(`src="../assets/${picture}"`));
    const [script] = assets(/^page\..*\.js$/);
    assert.ok(read('out/intro.html').includes(`"assets/${script}"`));
    assert.ok(statSync(join(folder, 'out/intro.html')).size < 20_000, 'scripts and styles are elsewhere');
  });

  it('lists the decks of each folder in the index, the latest first', () => {
    site();
    const index = read('out/index.html');
    const shown = [...index.matchAll(/<h2>(.*?)<\/h2>|<li><a href="(.*?)"/g)].map(
      ([, title, url]) => title ?? url,
    );
    assert.deepEqual(shown, ['intro.html', 'calls', 'calls/20240801.html', 'calls/20240711.html']);
    assert.match(index, /<time>2024-08-01<\/time> <small>2 slides<\/small>/);
    assert.match(index, /<title>decks<\/title>/);
    site('--title', 'Our <calls>');
    assert.match(read('out/index.html'), /<h1>Our &lt;calls><\/h1>|<h1>Our &lt;calls&gt;<\/h1>/);
  });

  it('has the words of all slides in a script', () => {
    site();
    const [search] = assets(/^search\./);
    assert.ok(read('out/index.html').includes(`data-file="assets/${search}"`));
    assert.ok(read(`out/assets/${search}`).includes('"place":"1","title":"Team Ops"'));
  });

  it('leads links to the pages of decks and to the index, and copies other files', () => {
    put('decks/files/plan.pdf', 'PDF');
    put(
      'decks/intro.md',
      deck('[a](calls/) [b](calls/20240801.md#/1) [c](files/plan.pdf#page=2) [d](./) [e](README.md)'),
    );
    assert.equal(site().status, 0);
    const links = [...read('out/intro.html').matchAll(/<a href="(.*?)"/g)].map(([, url]) => url);
    assert.deepEqual(links, [
      'index.html#folder-calls',
      'calls/20240801.html#/1',
      'files/plan.pdf#page=2',
      'index.html',
      'README.md',
    ]);
    assert.equal(read('out/files/plan.pdf'), 'PDF');
    assert.ok(read('out/calls/20240801.html').includes('href="../intro.html#/1"'));
  });

  it('reports links that lead nowhere, and copies neither hidden files nor others', () => {
    put('.git/config', '');
    put('secret.txt', '');
    put('decks/.env', '');
    put(
      'decks/intro.md',
      deck('[a](gone.md)\n\n[b](.env)\n\n[c](../secret.txt)\n\n[d](https://x.org/gone.md)'),
    );
    const { status, stdout, stderr } = site();
    assert.deepEqual(stderr.trim().split('\n'), [
      'decks/intro.md:5: File not found: gone.md',
      'decks/intro.md:7: Hidden file, so not on the site: .env',
      'decks/intro.md:9: File outside the folder of the site: ../secret.txt',
    ]);
    assert.deepEqual([status, stdout], [1, 'out: 3 pages, 3 problems\n']);
    assert.ok(!existsSync(join(folder, 'out/.env')));
  });

  it('makes only those pages again that would be others', () => {
    site();
    const before = stamps('out');
    const again = site();
    assert.deepEqual([again.status, again.stdout], [0, 'out: 3 pages, nothing new\n']);
    assert.deepEqual(stamps('out'), before);
    put('decks/intro.md', deck('# Introduction'));
    assert.equal(site().stdout, 'out: 3 pages, 1 new or changed\n');
    assert.match(read('out/index.html'), /Introduction/);
    put('decks/calls/a.png', Buffer.concat([PNG, PNG]));
    assert.equal(site().stdout, 'out: 3 pages, 2 new or changed\n');
  });

  it('repeats the problems of decks that have not changed', () => {
    put('decks/intro.md', deck('![](gone.png)'));
    const first = site();
    const second = site();
    assert.deepEqual([second.status, second.stderr], [1, first.stderr]);
    put('decks/gone.png', PNG);
    assert.deepEqual([site().status, site().stderr], [0, '']);
  });

  it('makes a page again that is gone, or whose link leads elsewhere now', () => {
    site();
    rmSync(join(folder, 'out/intro.html'));
    assert.equal(site().stdout, 'out: 3 pages, 1 new or changed\n');
    rmSync(join(folder, 'decks/intro.md'));
    const { status, stdout, stderr } = site();
    assert.equal(stderr, 'decks/calls/20240801.md:13: File not found: ../intro.md#/1\n');
    assert.match(stdout, /^out: 2 pages, 1 new or changed, 1 removed, 1 problem\n$/);
    assert.equal(status, 1);
    assert.ok(!existsSync(join(folder, 'out/intro.html')));
  });

  it('writes over no file that it did not make, unless it is told to', () => {
    put('out/intro.html', 'mine');
    const refused = site();
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, /^out\/intro\.html .*--force/);
    assert.deepEqual(readdirSync(join(folder, 'out')), ['intro.html']);
    assert.equal(site('--force').status, 0);
    assert.match(read('out/intro.html'), /<h1>Intro/);
    put('out/intro.html', 'changed by hand');
    assert.equal(site().status, 2);
    assert.equal(read('out/intro.html'), 'changed by hand');
  });

  it('copies no linked file over another', () => {
    put('decks/plan.pdf', 'PDF');
    put('out/plan.pdf', 'mine');
    put('decks/intro.md', deck('[c](plan.pdf)'));
    const { status, stderr } = site();
    assert.deepEqual([status, read('out/plan.pdf')], [1, 'mine']);
    assert.match(stderr, /^decks\/intro\.md:5: Not on the site, .*: plan\.pdf\n$/);
  });

  it('can be made beside the decks, and removes none of their files', () => {
    put('decks/plan.pdf', 'PDF');
    put('decks/intro.md', deck('[c](plan.pdf)'));
    assert.equal(exported('decks').status, 0);
    assert.equal(exported('decks').stdout, 'decks: 3 pages, nothing new\n');
    rmSync(join(folder, 'decks/intro.md'));
    exported('decks');
    assert.equal(read('decks/plan.pdf'), 'PDF');
    assert.ok(!existsSync(join(folder, 'decks/intro.html')));
  });

  it('takes no deck from the folder of the site', () => {
    put('decks/notes.md', '# Notes\n');
    put('decks/intro.md', deck('[notes](notes.md)'));
    assert.equal(exported('decks/out').status, 0);
    put('decks/out/other.md', deck('# A deck'));
    assert.equal(exported('decks/out').stdout, 'decks/out: 3 pages, nothing new\n');
  });

  it('goes on where it was killed', () => {
    site();
    // As a run leaves it that was killed before it wrote the page.
    const manifest = JSON.parse(read(`out/${MANIFEST}`)) as { files: Record<string, string>; pages: object };
    manifest.files['intro.html'] = '';
    put(`out/${MANIFEST}`, JSON.stringify({ ...manifest, pages: {} }));
    put('out/intro.html', 'half');
    assert.equal(site().status, 0);
    assert.match(read('out/intro.html'), /<h1>Intro/);
  });

  it('believes no list of files that leads out of the folder', () => {
    put('mine.txt', 'mine');
    put(
      `out/${MANIFEST}`,
      '{"maker": "", "files": {"../mine.txt": "", "/x": "", "a/../../mine.txt": ""}, "pages": {}}',
    );
    assert.equal(site().status, 0);
    assert.equal(read('mine.txt'), 'mine');
    put(`out/${MANIFEST}`, 'not JSON');
    assert.equal(site('--force').status, 0);
  });

  it('follows no link out of the folder of the site', function () {
    if (process.platform === 'win32') this.skip();
    mkdirSync(join(folder, 'elsewhere'));
    mkdirSync(join(folder, 'out'));
    symlinkSync('../elsewhere', join(folder, 'out/calls'));
    const { status, stderr } = site();
    assert.equal(status, 2);
    assert.match(stderr, /out\/calls is a link that leads out of out\./);
    assert.deepEqual(readdirSync(join(folder, 'elsewhere')), []);
  });

  it('has cards in place of pictures if there is no browser, and says so', () => {
    const { status, stdout, stderr } = run(
      ['export', 'decks', '--to', 'site', '-o', 'out', '--browser', join(folder, 'none')],
      folder,
    );
    assert.deepEqual([status, stdout], [0, 'out: 3 pages\n']);
    assert.match(stderr, /^The index has no pictures of first slides\. The browser .*none is not a program/);
    assert.match(read('out/index.html'), /class="face" style="background: #191919; color: #fff"/);
  });

  it('says what it needs', () => {
    const said = (...args: string[]) => run(['export', ...args], folder).stderr.trim();
    assert.equal(said('--to', 'site', '-o', 'out'), 'Name one folder.');
    assert.equal(said('decks', '--to', 'site'), 'Name the folder of the site with -o.');
    assert.equal(said('decks/intro.md', '--to', 'site', '-o', 'out'), 'decks/intro.md is not a folder.');
    put('empty/readme.txt', '');
    assert.equal(said('empty', '--to', 'site', '-o', 'out'), 'empty has no decks.');
  });

  it('reports a deck that it cannot read, and makes the pages of the others', () => {
    put('decks/bad.md', Buffer.from('---\ntype: slide\n---\n\n# Gr\xfc\xdfe\n', 'latin1'));
    const { status, stdout, stderr } = site();
    assert.deepEqual(
      [status, stdout, stderr],
      [1, 'out: 3 pages, 1 problem\n', 'decks/bad.md is not encoded in UTF-8.\n'],
    );
  });
});
