import assert from 'node:assert/strict';
import { isRemoteError, type Remote } from '../../../src/core/files/remote';
import { lostUploads, sendNote } from '../../../src/hedgedoc/requests';
import { remoteClient } from '../../../src/remote/client';
import { askOverSockets } from '../../../src/remote/overSockets';
import { cutOff, login, redirect, send } from '../../remote/answers';
import { type HedgedocOptions, HedgedocServer } from '../../remote/hedgedocServer';

const { signal } = new AbortController();

/** A client that may ask these servers, as if the configuration named them. */
function remoteFor(...servers: HedgedocServer[]): Remote {
  const isNamed = ({ host }: URL) => servers.some((server) => server.host === host);
  return remoteClient({
    isAllowed: async (url) => isNamed(url),
    mayBePrivate: isNamed,
    ask: askOverSockets(),
  });
}

describe('A deck that is sent to HedgeDoc', () => {
  const TEXT = '---\ntype: slide\n---\n\n# Grüße 🎉\n';
  let servers: HedgedocServer[];

  async function start(options?: HedgedocOptions): Promise<HedgedocServer> {
    const server = await HedgedocServer.start(options);
    servers.push(server);
    return server;
  }

  beforeEach(() => {
    servers = [];
  });
  afterEach(() => Promise.all(servers.map((server) => server.stop())));

  /** The server's address, without a slash at its end. */
  const addressOf = (server: HedgedocServer) => server.url('').replace(/\/$/, '');
  const sendTo = (server: HedgedocServer, text = TEXT) =>
    sendNote(text, addressOf(server), remoteFor(...servers), signal);

  for (const prefix of ['', '/pads']) {
    it(`is a new note${prefix && ' below the path of the server'}`, async () => {
      const server = await start({ prefix });
      const made = await sendTo(server);
      const [[id, note] = []] = [...server.notes];
      assert.equal(note?.text, TEXT);
      assert.deepEqual(made, {
        server: addressOf(server),
        page: server.url(`/${id}`),
        download: server.url(`/${id}/download`),
      });
    });
  }

  it('is sent as markdown, with nothing that tells who sends it', async () => {
    const server = await start();
    await sendTo(server);
    const { method, path, headers } = server.asked[0]!;
    assert.deepEqual(
      [method, path, headers['content-type']],
      ['POST', '/new', 'text/markdown; charset=utf-8'],
    );
    assert.deepEqual(
      [headers.cookie, headers.referer, headers.authorization],
      [undefined, undefined, undefined],
    );
  });

  it('is no note where a login is needed', async () => {
    const server = await start({ allowsAnonymous: false });
    assert.deepEqual(await sendTo(server), { fault: 'login', detail: server.url('/') });
    assert.equal(server.notes.size, 0);
  });

  it('is no note where it is too long for the server', async () => {
    const server = await start({ maxLength: 100 });
    assert.deepEqual(await sendTo(server, 'x'.repeat(101)), { fault: 'length', detail: '413' });
  });

  it('is no note where the server is something else', async () => {
    const server = await start();
    server.answer('/new', login('text/html'));
    assert.deepEqual(await sendTo(server), { fault: 'status', detail: '200' });
  });

  it('is not sent to where the server redirects', async () => {
    const server = await start();
    const other = await start();
    server.answer('/new', redirect(other.url('/new'), 307));
    assert.deepEqual(await sendTo(server), { fault: 'moved', detail: other.url('/new') });
    assert.equal(other.asked.length, 0);
  });

  it('is sent once, even if the answer is cut off', async () => {
    const server = await start();
    server.answer('/new', cutOff('a note'));
    await assert.rejects(sendTo(server), (error) => isRemoteError(error) && error.fault === 'incomplete');
    assert.equal(server.count('/new'), 1);
  });

  it('has only uploads that the server still has', async () => {
    const server = await start();
    server.uploads.set('there.png', new Uint8Array(1000));
    server.answer('/uploads/login.png', login());
    server.answer('/uploads/page.png', login('text/html'));
    server.answer('/uploads/gone.png', send('', {}, 410));
    server.answer('/uploads/broken.png', send('', {}, 500));
    const names = ['there', 'missing', 'login', 'page', 'gone', 'broken'];
    const addresses = names.map((name) => server.url(`/uploads/${name}.png`));
    const lost = await lostUploads(addresses, remoteFor(server), signal);
    const lostNames = [...lost].map((address) => /(\w+)\.png$/.exec(address)![1]);
    assert.deepEqual(lostNames.sort(), ['gone', 'missing', 'page']);
    assert.ok(server.asked.every(({ method }) => method === 'HEAD'));
  });

  it('has all uploads if their server can not be asked', async () => {
    const server = await start();
    const lost = await lostUploads([server.url('/uploads/a.png')], remoteFor(), signal);
    assert.equal(lost.size, 0);
    assert.equal(server.asked.length, 0);
  });
});
