import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endless, gzipBomb, redirect, send } from '../../remote/answers';
import { HedgedocServer } from '../../remote/hedgedocServer';
import { temporaryFolder } from '../../vscode/paths';
import { PNG } from '../archive/png';
import { archive, type Ended } from './archiveRun';

describe('A hostile deck, archived', function () {
  this.timeout(300_000);
  let server: HedgedocServer;
  /** Holds the repository, and what must stay as it is. */
  let outer: string;
  let folder: string;
  const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');

  beforeEach(async () => {
    server = await HedgedocServer.start();
    outer = temporaryFolder('attack');
    folder = join(outer, 'repository');
    mkdirSync(join(folder, '.git'), { recursive: true });
    put('.deckwright.json', JSON.stringify({ hedgedocHosts: [server.host] }));
  });
  afterEach(() => server.stop());

  /** Archives a deck with these pictures, and returns what there is now besides the deck. */
  async function attack(addresses: readonly string[]): Promise<Ended & { names: string[] }> {
    const pictures = addresses.map((address) => `![](<${address}>)`).join('\n\n');
    put('deck.md', `---\ntype: slide\n---\n\n# A\n\n${pictures}\n`);
    const ended = await archive(['--rewrite'], folder);
    assert.deepEqual(readdirSync(outer), ['repository']);
    const mine = ['.deckwright.json', '.git', 'deck.md'];
    return { ...ended, names: readdirSync(folder).filter((name) => !mine.includes(name)) };
  }

  async function attackWith(...addresses: string[]): Promise<readonly string[]> {
    return (await attack(addresses)).names;
  }

  it('writes nothing into another folder by names with dots and slashes', async () => {
    for (const path of ['/x/..%2f..%2fa.png', '/x/%2e%2e%5c%2e%2e%5cb.png', '/uploads/..%2f..%2fc.png'])
      server.answer(path, send(PNG));
    const names = await attackWith(
      server.url('/x/..%2f..%2fa.png'),
      server.url('/x/%2e%2e%5c%2e%2e%5cb.png'),
      server.url('/uploads/..%2f..%2fc.png'),
    );
    assert.deepEqual(names, ['a.png', 'b.png', 'c.png']);
  });

  it('writes to no absolute path', async () => {
    for (const path of ['/%2Ftmp%2Fa.png', '/C%3A%5Cb.png']) server.answer(path, send(PNG));
    assert.deepEqual(await attackWith(server.url('/%2Ftmp%2Fa.png'), server.url('/C%3A%5Cb.png')), [
      'a.png',
      'b.png',
    ]);
  });

  it('writes no hidden file and none of a device', async () => {
    for (const path of ['/.bashrc', '/con.png', '/aux']) server.answer(path, send(PNG));
    assert.deepEqual(await attackWith(server.url('/.bashrc'), server.url('/con.png'), server.url('/aux')), [
      'bashrc.png',
      'file-aux.png',
      'file-con.png',
    ]);
  });

  it('does not have the server choose names', async () => {
    const headers = { 'content-disposition': 'attachment; filename="../../evil.sh"' };
    server.answer('/a.png', send(PNG, headers));
    assert.deepEqual(await attackWith(server.url('/a.png')), ['a.png']);
  });

  it('contacts no private address, by itself or by a redirect', async () => {
    const metadata = 'http://169.254.169.254/latest/meta-data/';
    server.answer('/a.png', redirect(metadata));
    const { status, stderr, names } = await attack([
      server.url('/a.png'),
      metadata,
      'http://localhost:1/a.png',
    ]);
    assert.deepEqual([status, names], [1, []]);
    assert.match(stderr, /169\.254\.169\.254 may not be asked/);
    assert.match(stderr, /localhost:1 may not be asked/);
    assert.ok(read('deck.md').includes(metadata));
  });

  it('fetches only so much, whether it is said or not', async () => {
    server.answer('/said.png', send('', { 'content-length': 10e9 }));
    server.answer('/endless.png', endless());
    server.answer('/bomb.png', gzipBomb(2000));
    const { stderr, names } = await attack(
      ['/said.png', '/endless.png', '/bomb.png'].map((path) => server.url(path)),
    );
    assert.deepEqual(names, []);
    assert.equal(stderr.match(/sends more than is accepted/g)?.length, 3, stderr);
  });

  it('writes through no link', async () => {
    const target = join(folder, '.git', 'config');
    writeFileSync(target, 'kept');
    symlinkSync(target, join(folder, 'a.png'));
    symlinkSync(join(folder, '.git', 'new'), join(folder, 'b.png'));
    for (const name of ['a.png', 'b.png']) server.uploads.set(name, PNG);
    const names = await attackWith(server.url('/uploads/a.png'), server.url('/uploads/b.png'));
    assert.deepEqual(names, ['a-2.png', 'a.png', 'b-2.png', 'b.png']);
    assert.equal(readFileSync(target, 'utf8'), 'kept');
    assert.equal(readlinkSync(join(folder, 'b.png')), join(folder, '.git', 'new'));
    assert.deepEqual(readdirSync(join(folder, '.git')), ['config']);
  });

  it('writes into no folder outside of the repository, even behind a link', async () => {
    const elsewhere = temporaryFolder('elsewhere');
    symlinkSync(elsewhere, join(folder, 'pics'));
    server.uploads.set('a.png', PNG);
    put('.deckwright.json', JSON.stringify({ hedgedocHosts: [server.host], pictureFolder: 'pics/new' }));
    const { status, stderr } = await attack([server.url('/uploads/a.png')]);
    assert.deepEqual([status, readdirSync(elsewhere)], [1, []]);
    assert.match(stderr, /pics\/new leads out of/);
    put('.deckwright.json', JSON.stringify({ hedgedocHosts: [server.host], pictureFolder: '../..' }));
    assert.deepEqual(await attackWith(server.url('/uploads/a.png')), ['a.png', 'pics']);
  });

  it('is content with another name where a folder has the right one', async () => {
    mkdirSync(join(folder, 'a.png'));
    server.uploads.set('a.png', PNG);
    assert.deepEqual(await attackWith(server.url('/uploads/a.png')), ['a-2.png', 'a.png']);
    assert.match(read('deck.md'), /!\[\]\(<\.\/a-2\.png>\)/);
  });
});
