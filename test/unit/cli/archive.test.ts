import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { held, login, redirect, send } from '../../remote/answers';
import { HedgedocServer } from '../../remote/hedgedocServer';
import { temporaryFolder } from '../../vscode/paths';
import { PNG, png } from '../archive/png';
import { archive, start } from './archiveRun';

describe('deckwright archive', function () {
  this.timeout(300_000);
  let server: HedgedocServer;
  let folder: string;
  const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const names = (below = '') =>
    readdirSync(join(folder, below)).filter((name) => name !== '.deckwright.json');
  const configure = (more: object = {}) =>
    put('.deckwright.json', JSON.stringify({ hedgedocHosts: [server.host], ...more }));
  /** A deck of HedgeDoc's with this markdown. */
  const deck = (text: string) => `---\ntype: slide\n---\n\n# A\n\n${text}\n`;
  const upload = (name: string) => server.url(`/uploads/${name}`);

  beforeEach(async () => {
    server = await HedgedocServer.start();
    folder = temporaryFolder('archive');
    for (const [number, name] of ['a.png', 'b.png', 'c.png'].entries()) server.uploads.set(name, png(number));
    configure();
  });
  afterEach(() => server.stop());

  it('puts pictures beside the deck and has it use them; a second run does and requests nothing', async () => {
    const text = (a: string, b: string, c: string) =>
      deck(
        `![](${a} =200x) ![x](${b})\n\n---\n\n<img src="${a}">\n\n<!-- .slide: data-background="${c}" -->`,
      );
    put('deck.md', text(upload('a.png'), upload('b.png'), upload('c.png')));
    const { status, stdout, stderr } = await archive(['--rewrite'], folder);
    assert.deepEqual([status, stderr], [0, '']);
    assert.equal(
      stdout,
      `deck.md:7 (and 1 more place): ${upload('a.png')}: to fetch\ndeck.md:7: ${upload('b.png')}: to fetch\n` +
        `deck.md:13: ${upload('c.png')}: to fetch\n` +
        '3 files fetched (0.0 MB), 0 there already, 4 references changed in 1 file\n',
    );
    assert.equal(read('deck.md'), text('./a.png', './b.png', './c.png'));
    assert.deepEqual(names(), ['a.png', 'b.png', 'c.png', 'deck.md']);
    assert.deepEqual(readFileSync(join(folder, 'b.png')), png(1));
    assert.equal(server.asked.length, 3);
    const again = await archive(['--rewrite'], folder);
    assert.deepEqual([again.status, again.stdout], [0, '0 files fetched (0.0 MB), 0 there already\n']);
    assert.equal(server.asked.length, 3);
  });

  it('leaves the deck alone if it is not told to rewrite it, and does not fetch uploads twice', async () => {
    const text = deck(`![](${upload('a.png')})`);
    put('deck.md', text);
    assert.equal((await archive([], folder)).status, 0);
    assert.deepEqual([read('deck.md'), names()], [text, ['a.png', 'deck.md']]);
    const again = await archive([], folder);
    assert.match(
      again.stdout,
      /^deck\.md:7: \S+: there already as a\.png\n0 files fetched .*, 1 there already\n$/,
    );
    assert.equal(server.asked.length, 1);
  });

  it('lists what it would do, and does nothing', async () => {
    const text = deck(`![](${upload('a.png')})`);
    put('deck.md', text);
    const { status, stdout } = await archive(['--rewrite', '--dry-run'], folder);
    assert.deepEqual(
      [status, stdout],
      [0, `deck.md:7: ${upload('a.png')}: to fetch\n1 file to fetch, 0 there already\n`],
    );
    assert.deepEqual([read('deck.md'), names(), server.asked.length], [text, ['deck.md'], 0]);
  });

  it('has decks use the copy that is beside them, without a request', async () => {
    put('a.png', PNG);
    put('deck.md', deck(`![](${upload('a.png')})`));
    assert.equal((await archive(['--rewrite'], folder)).status, 0);
    assert.deepEqual([read('deck.md'), server.asked.length], [deck('![](./a.png)'), 0]);
  });

  it('asks nobody who is not allowed, and says so once a host', async () => {
    const text = deck(`![](${upload('a.png')}) ![](${upload('b.png')})`);
    put('deck.md', text);
    const { status, stderr } = await (await start(['archive', '--rewrite'], folder)).ended;
    assert.equal(status, 1);
    assert.equal(stderr.match(/may not be asked: name it in "remote\.allow"/g)?.length, 1);
    assert.deepEqual([read('deck.md'), server.asked.length], [text, 0]);
    configure({ remote: { allow: [server.host] } });
    assert.equal((await (await start(['archive', '--rewrite'], folder)).ended).status, 0);
    assert.equal(read('deck.md'), deck('![](./a.png) ![](./b.png)'));
  });

  it('refuses what is not a picture, tells where, and archives the rest', async () => {
    server.answer('/uploads/b.png', login());
    put('deck.md', deck(`![](${upload('a.png')})\n\n![](${upload('b.png')}) ![](${upload('gone.png')})`));
    const { status, stdout, stderr } = await archive(['--rewrite'], folder);
    assert.equal(status, 1);
    assert.equal(
      stderr,
      `deck.md:9: ${upload('b.png')}: The server sent a web page instead. You may have to log in.\n` +
        `deck.md:9: ${upload('gone.png')}: The server does not have it (404).\n`,
    );
    assert.match(
      stdout,
      /1 file fetched \(0\.0 MB\), 0 there already, 1 reference changed in 1 file, 2 problems\n$/,
    );
    assert.equal(read('deck.md'), deck(`![](./a.png)\n\n![](${upload('b.png')}) ![](${upload('gone.png')})`));
    assert.deepEqual(names(), ['a.png', 'deck.md']);
  });

  it('never replaces another file of the name, but uses one that is the same', async () => {
    put('a.png', '<!DOCTYPE html>');
    put('logo.png', 'mine');
    put('LOGO-2.png', 'mine, too');
    put('same.png', png(8));
    server.answer('/logo.png', send(png(7)));
    server.answer('/same.png', send(png(8)));
    put(
      'deck.md',
      deck(`![](${upload('a.png')}) ![](${server.url('/logo.png')}) ![](${server.url('/same.png')})`),
    );
    assert.equal((await archive(['--rewrite'], folder)).status, 0);
    assert.equal(read('deck.md'), deck('![](./a-2.png) ![](./logo-3.png) ![](./same.png)'));
    assert.deepEqual(
      [read('a.png'), read('logo.png'), read('LOGO-2.png')],
      ['<!DOCTYPE html>', 'mine', 'mine, too'],
    );
  });

  it('puts pictures into the configured folder, and follows redirects', async () => {
    configure({ pictureFolder: 'pics' });
    server.answer('/uploads/moved.png', redirect(upload('a.png')));
    put('deck.md', deck(`![](${upload('moved.png')})`));
    assert.equal((await archive(['--rewrite'], folder)).status, 0);
    assert.deepEqual([read('deck.md'), names('pics')], [deck('![](./pics/moved.png)'), ['moved.png']]);
  });

  it('rewrites style sheets that a deck names, and no others', async () => {
    mkdirSync(join(folder, 'theme'));
    const css = (url: string) => `.a { background: url(${url}) }\n`;
    put('theme/own.css', css(upload('a.png')));
    put('theme/other.css', css(upload('b.png')));
    put('deck.md', '---\ncss: theme/own.css\nrevealOptions:\n  width: 960\n---\n\n# A\n');
    configure({ decks: { '*.md': 'reveal-md' } });
    const { status, stderr } = await archive(['--rewrite'], folder);
    assert.deepEqual([status, stderr], [0, '']);
    assert.deepEqual(
      [read('theme/own.css'), read('theme/other.css')],
      [css('./a.png'), css(upload('b.png'))],
    );
    assert.deepEqual(names('theme').sort(), ['a.png', 'other.css', 'own.css']);
  });

  it('changes only the decks that are named', async () => {
    const text = deck(`![](${upload('a.png')})`);
    put('one.md', text);
    put('two.md', text);
    assert.equal((await archive(['--rewrite', 'one.md'], folder)).status, 0);
    assert.deepEqual([read('one.md'), read('two.md')], [deck('![](./a.png)'), text]);
    const { stdout } = await archive(['--rewrite'], folder);
    assert.match(stdout, /0 files fetched \(0\.0 MB\), 1 there already, 1 reference changed in 1 file\n$/);
    assert.equal(server.asked.length, 1);
  });

  it('puts pictures beside the deck that a link leads to', async () => {
    mkdirSync(join(folder, 'may'));
    put('may/deck.md', deck(`![](${upload('a.png')})`));
    symlinkSync(join('may', 'deck.md'), join(folder, 'latest.md'));
    assert.equal((await archive(['--rewrite', 'latest.md'], folder)).status, 0);
    assert.deepEqual(
      [read('may/deck.md'), names(), names('may')],
      [deck('![](./a.png)'), ['latest.md', 'may'], ['a.png', 'deck.md']],
    );
    assert.equal(readlinkSync(join(folder, 'latest.md')), join('may', 'deck.md'));
  });

  it('uses a copy of any name, even where the server is gone', async () => {
    put('Plan 1.png', PNG);
    put('deck.md', deck(`![](<${upload('Plan%201.png')}>)`));
    assert.equal((await archive(['--rewrite'], folder)).status, 0);
    assert.deepEqual([read('deck.md'), server.asked.length], [deck('![](<./Plan%201.png>)'), 0]);
  });

  it('keeps byte order marks and line ends', async () => {
    put('deck.md', `\ufeff${deck(`![](${upload('a.png')})`).replaceAll('\n', '\r\n')}`);
    assert.equal((await archive(['--rewrite'], folder)).status, 0);
    assert.equal(read('deck.md'), `\ufeff${deck('![](./a.png)').replaceAll('\n', '\r\n')}`);
  });

  it('stops when it is interrupted: what has arrived stays, and nothing else is left', async () => {
    const late = held(send(PNG));
    server.answer('/uploads/late.png', late.listener);
    const text = deck(`![](${upload('a.png')}) ![](${upload('late.png')})`);
    put('deck.md', text);
    const { child, ended } = await start(['archive', '--rewrite', '--allow', '127.0.0.1:*'], folder);
    const isWaiting = () => names().includes('a.png') && server.count('/uploads/late.png') === 1;
    while (!isWaiting()) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGINT');
    const { status, stderr } = await ended;
    late.release();
    assert.deepEqual([status, stderr], [2, 'Interrupted.\n']);
    assert.deepEqual([read('deck.md'), names()], [text, ['a.png', 'deck.md']]);
  });

  it('removes what runs have left that were killed, and nothing of those that are running', async () => {
    put('deck.md', deck(`![](${upload('a.png')})`));
    const dead = spawnSync(process.execPath, ['--version']).pid;
    const running = `.deckwright-${process.pid}-0123456789ab.tmp`;
    for (const name of [`.deckwright-${dead}-0123456789ab.tmp`, running, '.mine.tmp']) put(name, 'half');
    assert.equal((await archive([], folder)).status, 0);
    assert.deepEqual(names(), [running, '.mine.tmp', 'a.png', 'deck.md']);
  });

  it('says that there are no decks', async () => {
    put('README.md', '# A\n\ntext\n');
    const { stderr } = await archive([], folder);
    assert.match(stderr, /^No decks found\./);
  });
});
