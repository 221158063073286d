import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endless, gzipBomb, login, redirect, send } from '../../remote/answers';
import { HedgedocServer } from '../../remote/hedgedocServer';
import { temporaryFolder } from '../../vscode/paths';
import { png } from '../archive/png';
import { start } from './archiveRun';

const MARKDOWN = { 'content-type': 'text/markdown; charset=UTF-8' };

describe('deckwright import', function () {
  this.timeout(300_000);
  let server: HedgedocServer;
  let folder: string;
  const put = (name: string, content: string) => writeFileSync(join(folder, name), content);
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const names = () => readdirSync(folder).filter((name) => name !== '.deckwright.json');
  const run = async (...args: string[]) =>
    (await start(['import', ...args, '--allow', '127.0.0.1:*'], folder)).ended;
  const note = (body: string, title = 'Call') =>
    `---\ntitle: ${JSON.stringify(title)}\ntype: slide\n---\n\n${body}`;
  const withOrigin = (text: string) =>
    text.replace('---\n', `---\n# deckwright: origin ${server.url('/abc')}\n`);

  beforeEach(async () => {
    server = await HedgedocServer.start();
    folder = temporaryFolder('import');
    put('.deckwright.json', JSON.stringify({ hedgedocHosts: [server.host] }));
    server.uploads.set('0123abcd.png', png(1));
  });
  afterEach(() => server.stop());

  it('makes a deck of a note, with its pictures beside it', async () => {
    const text = note(`# Call 2024-08-22\n\n![](${server.url('/uploads/0123abcd.png')})`);
    server.notes.set('abc', { text });
    const { status, stdout, stderr } = await run(server.url('/abc?both'));
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(stdout, new RegExp(`^20240822\\.md was made from ${server.url('/abc')}\\.\n`));
    assert.deepEqual(names(), ['0123abcd.png', '20240822.md']);
    assert.equal(
      read('20240822.md'),
      withOrigin(text.replace(server.url('/uploads/0123abcd.png'), './0123abcd.png')),
    );
  });

  it('requests the note’s markdown and its pictures, and nothing else; a second run only the markdown', async () => {
    server.notes.set('abc', { text: note(`# A\n\n![](${server.url('/uploads/0123abcd.png')})`) });
    await run(server.url('/p/abc#/2'));
    const { status, stdout } = await run(server.url('/abc'));
    assert.equal(status, 0);
    assert.match(stdout, /^Call\.md is up to date with /);
    const paths = server.asked.map(({ path }) => path);
    assert.deepEqual(paths, ['/abc/download', '/uploads/0123abcd.png', '/abc/download']);
  });

  it('leaves pictures where they are if it is told so', async () => {
    const text = note(`# A\n\n![](${server.url('/uploads/0123abcd.png')})`);
    server.notes.set('abc', { text });
    assert.equal((await run(server.url('/abc'), '-o', 'deck.md', '--no-pictures')).status, 0);
    assert.deepEqual([names(), read('deck.md')], [['deck.md'], withOrigin(text)]);
  });

  it('leaves a file alone that differs, unless it is told to overwrite it', async () => {
    server.notes.set('abc', { text: note('# A') });
    put('Call.md', note('# Mine'));
    const refused = await run(server.url('/abc'));
    assert.equal(refused.status, 2);
    assert.match(
      refused.stderr,
      /^Call\.md exists and differs from the note in \d places\. Nothing was changed\.\n/,
    );
    assert.equal(read('Call.md'), note('# Mine'));
    assert.equal((await run(server.url('/abc'), '--force')).status, 0);
    assert.equal(read('Call.md'), withOrigin(note('# A')));
  });

  it('asks only hosts that it may ask', async () => {
    const { ended } = await start(['import', server.url('/abc')], folder);
    const { status, stderr } = await ended;
    assert.equal(status, 2);
    assert.match(stderr, /may not be asked: name it in "remote\.allow"/);
    assert.deepEqual(server.asked, []);
  });

  it('says what is no note, and writes nothing', async () => {
    server.notes.set('private', { text: '# A', isPrivate: true });
    server.answer('/page/download', login('text/html'));
    server.answer('/labeled/download', login('text/markdown'));
    server.answer('/json/download', send('{}', { 'content-type': 'application/json' }));
    server.answer('/utf16/download', send(Buffer.from('\ufeff# A', 'utf16le'), MARKDOWN));
    server.answer('/latin/download', send(Buffer.from([0x23, 0x20, 0xfc]), MARKDOWN));
    const said: [string, RegExp][] = [
      ['/private', /only after a login/],
      ['/page', /sent a web page in place of the note/],
      ['/labeled', /sent a web page in place of the note/],
      ['/json', /a file of another type in place of the note: application\/json/],
      ['/utf16', /not text in UTF-8/],
      ['/latin', /not text in UTF-8/],
      ['/none', /has no note/],
      ['/uploads/0123abcd.png', /not the address of a note/],
    ];
    for (const [path, words] of said) {
      const { status, stderr } = await run(server.url(path));
      assert.equal(status, 2, path);
      assert.match(stderr, words, path);
    }
    assert.deepEqual(names(), []);
  });

  it('keeps a hostile title, file name and origin in the folder', async () => {
    mkdirSync(join(folder, 'inner'));
    const text = note('Hello', '../../x').replace(
      '---\n',
      '---\n# deckwright: origin https://evil.example/x\n',
    );
    const headers = { ...MARKDOWN, 'content-disposition': 'attachment; filename="../../evil.md"' };
    server.answer('/abc/download', send(text, headers));
    const { ended } = await start(
      ['import', server.url('/abc'), '--allow', '127.0.0.1:*'],
      join(folder, 'inner'),
    );
    assert.equal((await ended).status, 0);
    assert.deepEqual(names(), ['inner']);
    assert.deepEqual(readdirSync(join(folder, 'inner')), ['x.md']);
    assert.equal(read('inner/x.md'), withOrigin(note('Hello', '../../x')));
  });

  it('follows no redirect to a host that it may not ask, such as a cloud’s metadata', async () => {
    server.answer('/abc/download', redirect('http://169.254.169.254/latest/meta-data/'));
    server.answer('/other/download', redirect('http://[::1]:1/x'));
    for (const path of ['/abc', '/other']) {
      const { status, stderr } = await run(server.url(path));
      assert.equal(status, 2);
      assert.match(stderr, /^(?:169\.254\.169\.254|\[::1\]:1) may not be asked/);
    }
    assert.deepEqual(names(), []);
  });

  it('takes no endless note, and none that unpacks to very much', async () => {
    server.answer('/endless/download', endless());
    server.answer('/bomb/download', gzipBomb(1024));
    for (const path of ['/endless', '/bomb']) {
      const { status, stderr } = await run(server.url(path));
      assert.equal(status, 2);
      assert.match(stderr, /sends more than is accepted/);
    }
    assert.deepEqual(names(), []);
  });
});
