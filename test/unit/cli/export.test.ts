import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import * as answers from '../../remote/answers';
import { HedgedocServer } from '../../remote/hedgedocServer';
import { root, temporaryFolder } from '../../vscode/paths';
import { type Run, type RunAlongside, stagedCli, stagedCliAlongside } from './stagedCli';

const PNG = Buffer.from('89504e47', 'hex');
const RED = readFileSync(join(root, 'test/fixtures/workspace/pictures/red.png'));
const INLINED = `data:image/png;base64,${PNG.toString('base64')}`;

describe('deckwright export', function () {
  this.timeout(300_000);
  let run: Run;
  let folder: string;
  const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
  const page = (name = 'deck.html') => readFileSync(join(folder, name), 'utf8');

  before(async () => {
    run = await stagedCli();
  });

  beforeEach(() => {
    folder = temporaryFolder('export');
    mkdirSync(join(folder, 'pics'));
    put('pics/a.png', PNG);
    put('deck.md', '# A\n\n![](pics/a.png)\n');
  });

  it('writes one file beside the deck', () => {
    const { status, stdout, stderr } = run(['export', 'deck.md'], folder);
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(stdout, /^deck\.html: 1 slide, \d+\.\d MB\n$/);
    assert.ok(page().includes(`src="${INLINED}"`));
    assert.deepEqual(readdirSync(folder).sort(), ['deck.html', 'deck.md', 'pics']);
  });

  it('continues if a picture cannot be read, and says so', () => {
    put('deck.md', '# A\n\n![](gone.png)\n\n---\n\n![](pics/a.png)\n');
    const { status, stdout, stderr } = run(['export', 'deck.md', '-o', 'out.html'], folder);
    assert.equal(status, 1);
    assert.equal(stderr, 'deck.md:3: File not found: gone.png\n');
    assert.match(stdout, /^out\.html: 2 slides, .*, 1 problem\n$/);
    assert.ok(page('out.html').includes(INLINED));
  });

  it('writes the text of the slides, whose pictures are found from the output', () => {
    put('deck.md', '# A\n\n![](pics/a.png) ![](gone.png) ![](https://x.org/b.png)\n\nNote: say it\n');
    const { status, stdout, stderr } = run(['export', 'deck.md', '-o', 'pics/minutes.md'], folder);
    assert.deepEqual([status, stderr], [1, 'deck.md:3: File not found: gone.png\n']);
    assert.match(stdout, /^pics\/minutes\.md: 1 slide, .*, 1 problem\n$/);
    const pictures = '![](../pics/a.png) ![](../gone.png) ![](https://x.org/b.png)';
    assert.equal(page('pics/minutes.md'), `# A\n\n${pictures}\n`);
    run(['export', 'deck.md', '--to', 'text', '--notes', 'below'], folder);
    assert.match(page('deck.text.md'), /!\[\]\(pics\/a\.png\).*\n\n> \*\*Speaker notes\*\*\n>\n> say it\n$/s);
    const wrong = run(['export', 'deck.md', '--to', 'text', '--notes', 'all'], folder);
    assert.deepEqual([wrong.status, wrong.stderr.includes('--notes must be none or below.')], [2, true]);
  });

  it('writes the notes of the slides, beside the deck', () => {
    put('deck.md', '# A\n\nNote: say ![](pics/a.png)\n\n---\n\n# B\n');
    assert.equal(run(['export', 'deck.md', '--to', 'notes'], folder).status, 0);
    assert.equal(page('deck.notes.md'), '# A\n\n## 1 A\n\nsay ![](pics/a.png)\n\n## 2 B\n');
  });

  describe('with --assets fetch', () => {
    let server: HedgedocServer;
    let runAlongside: RunAlongside;
    before(async () => {
      runAlongside = await stagedCliAlongside();
      server = await HedgedocServer.start();
      server.uploads.set('red.png', RED);
      server.answer('/uploads/login.png', answers.login());
    });
    after(() => server.stop());
    beforeEach(() => {
      server.asked.length = 0;
      put('deck.md', `# A\n\n![](${server.url('/uploads/red.png')})\n`);
    });

    it('includes what the deck shows from servers that the configuration allows', async () => {
      put('.deckwright.json', '{ "remote": { "allow": ["127.0.0.1:*"] } }');
      const { status, stderr } = await runAlongside(['export', 'deck.md', '--assets', 'fetch'], folder);
      assert.deepEqual([status, stderr], [0, '']);
      assert.ok(page().includes(`src="data:image/png;base64,${RED.toString('base64')}"`));
    });

    it('asks no server that is not allowed, and names the option that allows it', async () => {
      const { status, stderr } = await runAlongside(['export', 'deck.md', '--assets', 'fetch'], folder);
      assert.equal(status, 1);
      assert.match(stderr, /^deck\.md:3: Not fetched from another server: .*--allow 127\.0\.0\.1:\d+\)\n$/);
      assert.deepEqual(server.asked, []);
      const named = ['export', 'deck.md', '--force', '--assets', 'fetch', '--allow', server.host];
      assert.equal((await runAlongside(named, folder)).status, 0);
    });

    it('refuses a page to log in, and says so', async () => {
      put('deck.md', `# A\n\n![](${server.url('/uploads/login.png')})\n`);
      const args = ['export', 'deck.md', '--assets', 'fetch', '--allow', server.host];
      const { status, stderr } = await runAlongside(args, folder);
      assert.equal(status, 1);
      assert.match(stderr, /^deck\.md:3: Not fetched .*login\.png \(The server sent a web page instead/);
      assert.doesNotMatch(page(), /Sign in/);
    });

    it('puts it onto a site, and asks again only for what it did not get', async () => {
      put('deck.md', `---\ntype: slide\n---\n\n![](${server.url('/uploads/red.png')})\n`);
      put('other.md', `---\ntype: slide\n---\n\n![](${server.url('/uploads/login.png')})\n`);
      const args = ['export', '.', '--to', 'site', '-o', 'site', '--no-thumbnails', '--assets', 'fetch'];
      const first = await runAlongside([...args, '--allow', server.host], folder);
      assert.match(first.stdout, /2 pages, 1 problem/);
      assert.ok(readdirSync(join(folder, 'site/assets')).some((name) => name.endsWith('.png')));
      server.asked.length = 0;
      await runAlongside([...args, '--allow', server.host], folder);
      assert.deepEqual([server.count('/uploads/red.png'), server.count('/uploads/login.png')], [0, 1]);
    });

    it('wants hosts, not addresses', () => {
      const { status, stderr } = run(['export', 'deck.md', '--allow', 'https://a.b/'], folder);
      assert.equal(status, 2);
      assert.match(stderr, /--allow https:\/\/a\.b\/ names no host/);
    });
  });

  it('leads text to the copy of an upload', () => {
    put('.deckwright.json', '{ "hedgedocHosts": ["pad.example.org"] }');
    put('kept.png', PNG);
    put(
      'deck.md',
      '# A\n\n![](https://pad.example.org/uploads/kept.png)![](https://pad.example.org/uploads/x.png)\n',
    );
    assert.equal(run(['export', 'deck.md', '--to', 'text', '-o', 'pics/a.md'], folder).status, 0);
    assert.equal(page('pics/a.md'), '# A\n\n![](../kept.png)![](https://pad.example.org/uploads/x.png)\n');
  });

  it('shows embedded pages live on request', () => {
    put('deck.md', '---\ntype: slide\n---\n\n{%vimeo 76979871 %}\n\n<iframe src="http://x.org/"></iframe>\n');
    assert.equal(run(['export', 'deck.md'], folder).status, 0);
    assert.doesNotMatch(page(), /<iframe /);
    const { status, stderr } = run(['export', 'deck.md', '--force', '--embeds', 'live'], folder);
    assert.equal(stderr, 'deck.md:7: Only pages at https: addresses can be live: http://x.org/\n');
    assert.equal(status, 1);
    assert.match(page(), /<iframe [^>]*data-src="https:\/\/player\.vimeo\.com\/video\/76979871"/);
    const wrong = run(['export', 'deck.md', '--force', '--embeds', 'all'], folder);
    assert.deepEqual([wrong.status, wrong.stderr.includes('--embeds must be card or live.')], [2, true]);
  });

  it('overwrites only on request', () => {
    put('deck.html', 'mine');
    const refused = run(['export', 'deck.md', '-o', 'deck.html'], folder);
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, /deck\.html already exists.*--force/);
    assert.equal(page(), 'mine');
    assert.equal(run(['export', 'deck.md', '-o', 'deck.html', '--force'], folder).status, 0);
    assert.match(page(), /<h1>A<\/h1>/);
    assert.ok(existsSync(join(folder, 'deck.md')));
  });

  it('does not write over the deck or a folder', () => {
    assert.equal(run(['export', 'deck.md', '-o', './deck.md', '--force'], folder).status, 2);
    assert.equal(run(['export', 'deck.md', '-o', 'pics', '--force'], folder).status, 2);
    assert.equal(readFileSync(join(folder, 'deck.md'), 'utf8').slice(0, 3), '# A');
  });

  it('leaves nothing behind if it cannot write', function () {
    const missing = run(['export', 'deck.md', '-o', 'nowhere/x.html'], folder);
    assert.equal(missing.status, 2);
    assert.match(missing.stderr, /can't be written/);
    if (process.getuid?.() === 0 || process.platform === 'win32') this.skip();
    chmodSync(folder, 0o555);
    assert.equal(run(['export', 'deck.md'], folder).status, 2);
    chmodSync(folder, 0o755);
    assert.deepEqual(readdirSync(folder).sort(), ['deck.md', 'pics']);
  });

  it('leaves references as they are with --assets link', () => {
    assert.equal(run(['export', 'deck.md', '--assets', 'link'], folder).status, 0);
    assert.match(page(), /src="pics\/a\.png"/);
  });

  it('takes pictures from the repository of the deck, or from below --root, and nowhere else', () => {
    mkdirSync(join(folder, 'decks'));
    put('decks/deck.md', '![](../pics/a.png) ![](/pics/a.png)\n');
    const alone = run(['export', 'decks/deck.md', '-o', 'x.html'], folder);
    assert.equal(alone.status, 1);
    assert.match(alone.stderr, /^decks\/deck\.md:1: File outside .*: \.\.\/pics\/a\.png$/m);
    assert.equal(run(['export', 'decks/deck.md', '-o', 'y.html', '--root', '.'], folder).status, 0);
    mkdirSync(join(folder, '.git'));
    assert.equal(run(['export', 'decks/deck.md', '-o', 'z.html'], folder).status, 0);
    assert.equal(page('z.html').split(INLINED).length - 1, 2);
  });

  it('is set up by the files up to --root', () => {
    mkdirSync(join(folder, 'decks'));
    put('decks/deck.md', '# A\n\n===\n\n# B\n');
    put('reveal-md.json', '{"separator": "\\n===\\n"}');
    const alone = run(['export', 'decks/deck.md', '-o', 'x.html'], folder);
    assert.match(alone.stdout, /: 1 slide,/);
    const below = run(['export', 'decks/deck.md', '-o', 'y.html', '--root', '.'], folder);
    assert.match(below.stdout, /: 2 slides,/);
  });

  it('follows no links out of there, and waits for no pipe', function () {
    if (process.platform === 'win32') this.skip();
    const outside = join(temporaryFolder('outside'), 'secret.png');
    writeFileSync(outside, 'SECRET');
    symlinkSync(outside, join(folder, 'link.png'));
    symlinkSync('loop.png', join(folder, 'loop.png'));
    execFileSync('mkfifo', [join(folder, 'pipe.png')]);
    mkdirSync(join(folder, 'dir.png'));
    put('deck.md', ['link', 'loop', 'pipe', 'dir'].map((name) => `![](${name}.png)\n`).join(''));
    const { status, stderr } = run(['export', 'deck.md'], folder);
    assert.equal(status, 1);
    assert.deepEqual(stderr.trim().split('\n'), [
      'deck.md:1: File outside the folder that decks may read: link.png',
      'deck.md:2: File not readable: loop.png',
      'deck.md:3: File not readable: pipe.png',
      'deck.md:4: File not readable: dir.png',
    ]);
    assert.ok(!page().includes(Buffer.from('SECRET').toString('base64')));
  });

  it('knows the HedgeDoc hosts that the configuration names', () => {
    put('1234.png', PNG);
    put('deck.md', '![](https://pad.example.org/uploads/1234.png)\n');
    assert.equal(run(['export', 'deck.md'], folder).status, 1);
    put('.deckwright.json', '{"hedgedocHosts": ["pad.example.org"]}');
    const told = run(['export', 'deck.md', '--force'], folder);
    assert.deepEqual([told.status, told.stderr], [0, '']);
  });

  it('says what is wrong with a deck that it cannot read', () => {
    const cases: [string, string | Uint8Array, RegExp][] = [
      ['utf16.md', Buffer.from('\ufeff# A', 'utf16le'), /UTF-16/],
      ['latin1.md', Buffer.from('# \xe4', 'latin1'), /not encoded in UTF-8/],
    ];
    for (const [name, content, words] of cases) {
      put(name, content);
      const { status, stderr } = run(['export', name], folder);
      assert.equal(status, 2);
      assert.match(stderr, words);
    }
    for (const [name, words] of [
      ['none.md', /does not exist/],
      ['pics', /is a folder/],
      ['/dev/zero', /not a regular file|does not exist/],
    ] as const) {
      const { status, stderr } = run(['export', name], folder);
      assert.equal(status, 2, name);
      assert.match(stderr, words);
    }
  });

  it('skips a byte order mark', () => {
    put('deck.md', '\ufeff---\ntitle: Marked\n---\n\n# A\n');
    assert.equal(run(['export', 'deck.md'], folder).status, 0);
    assert.match(page(), /<title>Marked</);
  });

  it('prints nothing a terminal obeys', () => {
    put('deck.md', '<img src="gone\u202e.png">\n\n<img src="x&#27;[31m.png">\n');
    const { stderr } = run(['export', 'deck.md'], folder);
    assert.doesNotMatch(stderr, /[\u001b\u202e]/);
    assert.match(stderr, /gone\\u202e/);
  });
});
