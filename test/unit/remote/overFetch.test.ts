import assert from 'node:assert/strict';
import type { RemoteFault } from '../../../src/core/files/remote';
import { remoteClient } from '../../../src/remote/client';
import { askOverFetch } from '../../../src/remote/overFetch';
import * as answers from '../../remote/answers';
import { HedgedocServer } from '../../remote/hedgedocServer';

describe('A client of other servers in a browser', () => {
  let server: HedgedocServer;
  before(async () => {
    server = await HedgedocServer.start();
  });
  after(() => server.stop());
  beforeEach(() => {
    server.asked.length = 0;
  });

  const client = (mayBePrivate = true) =>
    remoteClient({ isAllowed: async () => true, mayBePrivate: () => mayBePrivate, ask: askOverFetch });
  const fails = (path: string, fault: RemoteFault) =>
    assert.rejects(client().request(server.url(path), { maxBytes: 100_000 }), { fault });

  it('returns what a server answers, without credentials', async () => {
    server.notes.set('abc', { text: '# Grüße\n' });
    const address = server.url('/abc/download').replace('//', '//user:secret@');
    const { status, type, bytes } = await client().request(address);
    assert.deepEqual([status, type, new TextDecoder().decode(bytes)], [200, 'text/markdown', '# Grüße\n']);
    const { headers } = server.asked[0]!;
    assert.deepEqual(
      [headers.authorization, headers.cookie, headers.referer],
      [undefined, undefined, undefined],
    );
    const missing = await client().request(server.url('/none/download'));
    assert.deepEqual([missing.status, missing.bytes.length], [404, 0]);
  });

  it('reads no more than it may, packed or unpacked', async () => {
    server.answer('/endless', answers.endless());
    server.answer('/bomb', answers.gzipBomb(2000));
    await fails('/endless', 'size');
    await fails('/bomb', 'size');
  });

  it('takes no part of an answer for the whole', async () => {
    server.answer('/cut', answers.cutOff('part'));
    await fails('/cut', 'incomplete');
  });

  it('asks no address of a private network that is not named in full', async () => {
    const port = server.host.replace(/^.*:/, '');
    for (const host of ['127.0.0.1', 'localhost', 'a.localhost', '[::1]', '2130706433', '192.168.0.1']) {
      await assert.rejects(client(false).request(`http://${host}:${port}/`), { fault: 'private' });
    }
    assert.deepEqual(server.asked, []);
  });

  it('ends a request that is no longer wanted, for the reason it is given', async () => {
    const abort = new AbortController();
    const reason = new Error('enough');
    server.answer('/silent', () => abort.abort(reason));
    await assert.rejects(client().request(server.url('/silent'), { signal: abort.signal }), reason);
  });
});
