import assert from 'node:assert/strict';
import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import JSZip from 'jszip';
import { browsersIn } from '../vscode/browsers';
import { root, temporaryFolder } from '../vscode/paths';
import { until } from '../vscode/until';

const DECK = `---
title: Talk
slideOptions:
  width: 800
  height: 400
  margin: 0
---

# One

[web](https://x.org/) [file](more/x.md) [next](#/1/1)

Note: say

- this

---

# Two

----

## Down

- a <!-- .element: class="fragment" -->

---

# Two

![](gone.png)
`;

/** What browsers write, in a folder of this test. */
const scratch = temporaryFolder('scratch');
const folder = temporaryFolder('slides');
const cli = join(root, 'dist/cli.js');
const env = { ...process.env, TMPDIR: scratch, CHROME_PATH: process.env.CHROMIUM_PATH };

function run(...args: string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [cli, 'export', ...args], { cwd: folder, env, encoding: 'utf8' });
}

function sizeOf(picture: Buffer): number[] {
  return [picture.readUInt32BE(16), picture.readUInt32BE(20)];
}

describe('The command line makes of slides', () => {
  before(() => writeFileSync(join(folder, 'deck.md'), DECK));

  afterEach(async () => {
    assert.deepEqual(readdirSync(scratch), []);
    await until(() => browsersIn(scratch).length === 0, 'no browser is left');
  });

  it('pictures in a folder, named by their number', () => {
    const { status, stdout, stderr } = run('deck.md', '--to', 'png', '--scale', '0.5');
    assert.equal(stderr, 'deck.md:31: File not found: gone.png\n');
    assert.match(stdout, /^deck-slides: 4 pictures, .*, 1 problem\n$/);
    assert.equal(status, 1);
    const names = readdirSync(join(folder, 'deck-slides')).sort();
    assert.deepEqual(names, ['deck-01.png', 'deck-02.png', 'deck-03.png', 'deck-04.png']);
    const pictures = names.map((name) => readFileSync(join(folder, 'deck-slides', name)));
    assert.deepEqual(pictures.map(sizeOf), Array(4).fill([400, 225]));
    assert.equal(new Set(pictures.map((picture) => picture.toString('hex'))).size, 4);
  });

  it('no picture over another one, if not told so', () => {
    mkdirSync(join(folder, 'kept'));
    writeFileSync(join(folder, 'kept/deck-02.png'), 'mine');
    const refused = run('deck.md', '--to', 'png', '-o', 'kept');
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, /kept\/deck-02\.png already exists.*--force/);
    assert.deepEqual(readdirSync(join(folder, 'kept')), ['deck-02.png']);
    assert.equal(run('deck.md', '--to', 'png', '-o', 'kept', '--force').status, 1);
    assert.equal(readdirSync(join(folder, 'kept')).length, 4);
    assert.deepEqual(sizeOf(readFileSync(join(folder, 'kept/deck-02.png'))), [1600, 900]);
  });

  it('one picture, if it is one slide', () => {
    assert.match(run('deck.md', '-o', 'one.png').stderr, /one\.png names one picture for 4 slides/);
    assert.equal(run('deck.md', '--slides', '2.2', '-o', 'one.png', '--size', '1920x1080').status, 0);
    assert.deepEqual(sizeOf(readFileSync(join(folder, 'one.png'))), [3840, 2160]);
    writeFileSync(join(folder, 'single.md'), '# One\n');
    assert.equal(run('single.md', '-o', 'single.png', '--size', 'canvas', '--scale', '1').status, 0);
    assert.deepEqual(sizeOf(readFileSync(join(folder, 'single.png'))), [1000, 729]);
  });

  it('a PowerPoint file with titles, notes and links', async () => {
    mkdirSync(join(folder, 'out'));
    const { status } = run('deck.md', '-o', 'out/deck.pptx', '--scale', '1');
    assert.equal(status, 1);
    const zip = await JSZip.loadAsync(readFileSync(join(folder, 'out/deck.pptx')));
    const read = async (path: string) => (await zip.file(path)?.async('string')) ?? '';
    const titles = await Promise.all(
      [1, 2, 3, 4, 5].map(
        async (number) => /<a:t>(.*?)<\/a:t>/.exec(await read(`ppt/slides/slide${number}.xml`))?.[1],
      ),
    );
    assert.deepEqual(titles, ['One', 'Two', 'Down', 'Two', undefined]);
    assert.match(await read('ppt/slides/slide3.xml'), /descr="Down a"/);
    assert.match(await read('ppt/notesSlides/notesSlide1.xml'), /<a:t>say<.*<a:t>• this</);
    const links = await read('ppt/slides/_rels/slide1.xml.rels');
    assert.match(links, /Target="https:\/\/x\.org\/" TargetMode="External"/);
    assert.match(links, /Target="\.\.\/more\/x\.md" TargetMode="External"/);
    assert.match(links, /Target="slide3\.xml"/);
  });

  it('leaving nothing when it is interrupted', async () => {
    writeFileSync(join(folder, 'long.md'), Array(200).fill('# Slide\n').join('\n---\n\n'));
    for (const output of ['long.pptx', 'long-slides']) {
      const to = output.endsWith('x') ? 'pptx' : 'png';
      const child = spawn(process.execPath, [cli, 'export', 'long.md', '--to', to], { cwd: folder, env });
      const ended = once(child, 'exit');
      await until(() => browsersIn(scratch).length > 0, 'the browser runs');
      child.kill('SIGINT');
      assert.notDeepEqual(await ended, [0, null]);
      assert.equal(existsSync(join(folder, output)), false);
    }
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.startsWith('.')),
      [],
    );
  });

  it('two at once', async () => {
    const children = ['a', 'b'].map((name) => {
      writeFileSync(join(folder, `${name}.md`), `# ${name}\n\n---\n\n# more\n`);
      const args = [cli, 'export', `${name}.md`, '-o', `${name}.pptx`];
      return spawn(process.execPath, args, { cwd: folder, env });
    });
    const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0]));
    assert.deepEqual(codes, [0, 0]);
    for (const name of ['a', 'b']) {
      const zip = await JSZip.loadAsync(readFileSync(join(folder, `${name}.pptx`)));
      assert.match(
        await zip.file('ppt/slides/slide1.xml')!.async('string'),
        new RegExp(`<a:t>${name}</a:t>`),
      );
    }
  });

  it('nothing without a browser, and says where it looked', () => {
    const without = { ...env, CHROME_PATH: '/nowhere/chrome' };
    const args = [cli, 'export', 'deck.md', '--to', 'pptx', '-o', 'none.pptx'];
    const { status, stderr } = spawnSync(process.execPath, args, {
      cwd: folder,
      env: without,
      encoding: 'utf8',
    });
    assert.equal(status, 2);
    assert.match(stderr, /The browser \/nowhere\/chrome is not a program/);
    assert.equal(existsSync(join(folder, 'none.pptx')), false);
  });
});
