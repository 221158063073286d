import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { isHostNamed, isHostNamedInFull } from '../../../src/core/config/hosts';
import type { RemoteFault } from '../../../src/core/files/remote';
import { remoteClient } from '../../../src/remote/client';
import { askOverSockets, type SocketOptions } from '../../../src/remote/overSockets';
import { proxyFromEnvironment } from '../../../src/remote/proxies';
import * as answers from '../../remote/answers';
import { HedgedocServer } from '../../remote/hedgedocServer';

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

describe('A client of other servers', () => {
  let server: HedgedocServer;
  let other: HedgedocServer;
  before(async () => {
    [server, other] = await Promise.all([HedgedocServer.start(), HedgedocServer.start()]);
  });
  after(() => Promise.all([server.stop(), other.stop()]));
  beforeEach(() => {
    for (const each of [server, other]) each.asked.length = 0;
  });

  function client(allow: readonly string[] = ['127.0.0.1:*'], options?: SocketOptions) {
    return remoteClient({
      isAllowed: async (url) => isHostNamed(url, allow),
      mayBePrivate: (url) => isHostNamedInFull(url, allow),
      ask: askOverSockets(options),
    });
  }

  async function fails(request: Promise<unknown>, fault: RemoteFault, at?: string): Promise<void> {
    await assert.rejects(request, at === undefined ? { fault } : { fault, url: at });
  }

  it('returns what a server answers, whatever its status', async () => {
    server.uploads.set('a.png', PNG);
    const answer = await client().request(server.url('/uploads/a.png'));
    assert.deepEqual([answer.status, answer.type, [...answer.bytes]], [200, 'image/png', [...PNG]]);
    assert.deepEqual(answer.redirects, []);
    const missing = await client().request(server.url('/uploads/b.png'));
    assert.deepEqual([missing.status, missing.type, missing.bytes.length], [404, 'text/html', 0]);
  });

  it('sends nothing but the request', async () => {
    const address = server.url('/a?b=c#d').replace('//', '//user:secret@');
    await client().request(address);
    const { method, path, headers, body } = server.asked[0]!;
    assert.deepEqual([method, path, body], ['GET', '/a?b=c', '']);
    assert.deepEqual(headers, {
      accept: '*/*',
      'accept-encoding': 'gzip, br',
      connection: 'close',
      host: server.host,
      'user-agent': 'Deckwright',
    });
  });

  it('asks only for the headers with HEAD', async () => {
    server.answer('/head', answers.send('', { 'content-type': 'text/html', 'content-length': 1e12 }));
    const answer = await client().request(server.url('/head'), { method: 'HEAD' });
    assert.deepEqual([answer.status, answer.bytes.length], [200, 0]);
    assert.equal(server.asked[0]!.method, 'HEAD');
  });

  it('sends text by POST, and returns the redirect', async () => {
    const body = { type: 'text/markdown', text: '# Grüße\n' };
    const answer = await client().request(server.url('/new'), { method: 'POST', body, staysHere: true });
    assert.equal(answer.status, 302);
    const note = answer.headers.get('location')!;
    assert.equal(server.asked[0]!.headers['content-type'], 'text/markdown');
    const download = await client().request(`${note}/download`);
    assert.equal(download.type, 'text/markdown');
    assert.equal(new TextDecoder().decode(download.bytes), body.text);
  });

  it('unpacks answers', async () => {
    for (const [encoding, pack] of [
      ['gzip', gzipSync],
      ['br', brotliCompressSync],
      ['deflate', deflateSync],
    ] as const) {
      server.answer('/packed', answers.send(pack('text'), { 'content-encoding': encoding }));
      const { bytes } = await client().request(server.url('/packed'));
      assert.equal(new TextDecoder().decode(bytes), 'text');
    }
  });

  describe('at a redirect', () => {
    it('follows it, and says which way it went', async () => {
      other.uploads.set('b.png', PNG);
      server.answer('/uploads/moved.png', answers.redirect('/uploads/there.png', 301));
      server.answer('/uploads/there.png', answers.redirect(other.url('/uploads/b.png')));
      const answer = await client().request(server.url('/uploads/moved.png'));
      assert.equal(answer.url, other.url('/uploads/b.png'));
      assert.deepEqual(answer.redirects, [
        { from: server.url('/uploads/moved.png'), to: server.url('/uploads/there.png'), status: 301 },
        { from: server.url('/uploads/there.png'), to: other.url('/uploads/b.png'), status: 302 },
      ]);
    });

    it('asks no host that is not allowed', async () => {
      server.answer('/away', answers.redirect(other.url('/x')));
      await fails(client([server.host]).request(server.url('/away')), 'host', other.url('/x'));
      assert.deepEqual(other.asked, []);
    });

    it('never goes in circles', async () => {
      server.answer('/loop', answers.redirect('/loop'));
      await fails(client().request(server.url('/loop')), 'redirects');
      assert.equal(server.count('/loop'), 6);
    });

    it('asks nothing but web servers', async () => {
      for (const location of ['file:///etc/passwd', 'ftp://127.0.0.1/', 'javascript:alert(1)', 'http://']) {
        server.answer('/other', answers.redirect(location));
        await fails(client().request(server.url('/other')), 'address');
      }
    });

    it('repeats nothing that was sent by POST', async () => {
      server.answer('/new-way', answers.redirect(other.url('/new'), 307));
      const body = { type: 'text/markdown', text: '# Secret\n' };
      const answer = await client().request(server.url('/new-way'), { method: 'POST', body });
      assert.equal(answer.status, 307);
      assert.deepEqual(other.asked, []);
    });
  });

  describe('under attack', () => {
    const LIMITED = { limits: { idle: 300, total: 10_000 } };

    it('reads no more than it may, packed or unpacked', async () => {
      server.answer('/endless', answers.endless());
      server.answer('/bomb', answers.gzipBomb(2000));
      server.answer('/huge', answers.send('x', { 'content-length': 10e9 }));
      for (const path of ['/endless', '/bomb', '/huge']) {
        await fails(client().request(server.url(path), { maxBytes: 100_000 }), 'size', server.url(path));
      }
    });

    it('waits for no server that says nothing, or no more', async () => {
      server.answer('/silent', answers.silent());
      server.answer('/stalled', answers.stalled(PNG));
      await fails(client(undefined, LIMITED).request(server.url('/silent')), 'time');
      await fails(client(undefined, LIMITED).request(server.url('/stalled')), 'time');
    });

    it('waits for no server that says little for ever', async () => {
      server.answer('/endless', answers.endless());
      const limits = { idle: 10_000, total: 300 };
      await fails(client(undefined, { limits }).request(server.url('/endless'), { maxBytes: 1e12 }), 'time');
    });

    it('takes no part of an answer for the whole', async () => {
      server.answer('/cut', answers.cutOff(PNG));
      server.answer('/short', answers.send(gzipSync('text').subarray(0, -6), { 'content-encoding': 'gzip' }));
      server.answer('/wrong', answers.send('text', { 'content-encoding': 'gzip' }));
      server.answer('/strange', answers.send('text', { 'content-encoding': 'constructor' }));
      for (const path of ['/cut', '/short', '/wrong', '/strange']) {
        await fails(client().request(server.url(path)), 'incomplete', server.url(path));
      }
    });

    it('asks no host in a private network that is not named in full', async () => {
      const port = server.host.replace(/^.*:/, '');
      const all = remoteClient({
        isAllowed: async () => true,
        mayBePrivate: () => false,
        ask: askOverSockets(),
      });
      for (const host of [
        ...['127.0.0.1', 'localhost', '127.1', '0', '0.0.0.0', '0177.0.0.1', '0x7f000001', '2130706433'],
        ...[
          '[::1]',
          '[::]',
          '[::ffff:127.0.0.1]',
          '[::ffff:7f00:1]',
          '[64:ff9b::7f00:1]',
          '[64:ff9b::a9fe:a9fe]',
        ],
        ...['10.0.0.1', '172.16.0.1', '192.168.0.1', '169.254.169.254', '100.64.0.1', '224.0.0.1'],
        ...['255.255.255.255', '[fe80::1]', '[fc00::1]', '[ff02::1]', '[2002:7f00:1::]', '[fec0::1]'],
        ...['127.0.0.1.', '１２７.0.0.1', '[::127.0.0.1]'],
      ]) {
        await fails(all.request(`http://${host}:${port}/`), 'private');
      }
      assert.deepEqual(server.asked, []);
    });

    it('follows no redirect to one', async () => {
      const onlyHere = remoteClient({
        isAllowed: async () => true,
        mayBePrivate: (url) => url.host === server.host,
        ask: askOverSockets(),
      });
      const metadata = 'http://169.254.169.254/latest/meta-data/';
      server.answer('/ssrf', answers.redirect(metadata));
      await fails(onlyHere.request(server.url('/ssrf')), 'private', metadata);
      server.answer('/ssrf', answers.redirect(other.url('/').replace('127.0.0.1', 'localhost')));
      await fails(onlyHere.request(server.url('/ssrf')), 'private');
      assert.deepEqual(other.asked, []);
    });

    it('asks nothing but web servers', async () => {
      for (const address of ['file:///etc/passwd', '//127.0.0.1', '/etc/passwd', '', 'http://', 'data:,x']) {
        await fails(client().request(address), 'address');
      }
    });
  });

  it('says that a server cannot be reached, in the words of the system', async () => {
    const gone = await HedgedocServer.start();
    const address = gone.url('/');
    await gone.stop();
    await assert.rejects(client().request(address), { fault: 'unreachable', detail: /ECONNREFUSED/ });
    const name = 'nothing.invalid';
    await assert.rejects(client([name]).request(`http://${name}/`), {
      fault: 'unreachable',
      detail: /nothing\.invalid/,
    });
  });

  describe('behind a proxy that the environment names', () => {
    const VARIABLES = ['http_proxy', 'https_proxy', 'no_proxy', 'all_proxy'];
    const environment = { ...process.env };
    const proxied: string[] = [];
    let proxy: Server;
    let address: string;
    before(async () => {
      proxy = createServer(({ url = '' }, response) => {
        proxied.push(url);
        response.end('through the proxy');
      });
      proxy.on('connect', ({ url = '' }, socket) => {
        proxied.push(`CONNECT ${url}`);
        socket.end('HTTP/1.1 200 OK\r\n\r\n');
      });
      await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
      address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    });
    after(() => proxy.close());
    beforeEach(() => {
      proxied.length = 0;
      for (const name of VARIABLES) for (const each of [name, name.toUpperCase()]) delete process.env[each];
    });
    afterEach(() => {
      process.env = { ...environment };
    });

    const behind = () => client(['pad.example.invalid', '127.0.0.1:*'], { agentFor: proxyFromEnvironment });

    it('asks through it, also for names that only the proxy knows', async () => {
      process.env.HTTP_PROXY = address;
      const { bytes } = await behind().request('http://pad.example.invalid/a.png');
      assert.equal(new TextDecoder().decode(bytes), 'through the proxy');
      assert.deepEqual(proxied, ['http://pad.example.invalid/a.png']);
    });

    it('tells it only the host where the connection is encrypted', async () => {
      process.env.HTTPS_PROXY = address;
      await fails(behind().request('https://pad.example.invalid/secret'), 'unreachable');
      assert.deepEqual(proxied, ['CONNECT pad.example.invalid:443']);
    });

    it('asks without it what NO_PROXY names', async () => {
      Object.assign(process.env, { HTTP_PROXY: address, NO_PROXY: '127.0.0.1' });
      await behind().request(server.url('/'));
      assert.deepEqual(proxied, []);
    });

    it('asks it for nothing in a private network', async () => {
      process.env.HTTP_PROXY = address;
      const all = remoteClient({
        isAllowed: async () => true,
        mayBePrivate: () => false,
        ask: askOverSockets({ agentFor: proxyFromEnvironment }),
      });
      await fails(all.request('http://169.254.169.254/'), 'private');
      await fails(all.request('http://localhost/'), 'private');
      assert.deepEqual(proxied, []);
    });

    it('says that it cannot be used if it is no such proxy', async () => {
      process.env.HTTP_PROXY = 'socks5://127.0.0.1:1080';
      await assert.rejects(behind().request('http://pad.example.invalid/'), { detail: /proxy/ });
    });
  });

  it('ends a request that is no longer wanted, for the reason it is given', async () => {
    const reason = new Error('enough');
    for (const answer of [answers.silent(), answers.endless(), answers.stalled(PNG)]) {
      const abort = new AbortController();
      server.answer('/slow', (request, response) => {
        answer(request, response);
        abort.abort(reason);
      });
      const request = client().request(server.url('/slow'), { signal: abort.signal, maxBytes: 1e12 });
      await assert.rejects(request, reason);
    }
    const { length } = server.asked;
    await assert.rejects(client().request(server.url('/a'), { signal: AbortSignal.abort(reason) }), reason);
    assert.equal(server.asked.length, length);
  });

  it('asks a host at most twice at once, and all hosts six times', async () => {
    const servers = [server, other, await HedgedocServer.start(), await HedgedocServer.start()];
    const gates = servers.map((each) => {
      const held = answers.held(answers.send('x'));
      each.answer('/held', held.listener);
      return held;
    });
    const remote = client();
    const requests = servers.flatMap((each) => [1, 2, 3].map(() => remote.request(each.url('/held'))));
    const counts = () => servers.map((each) => each.count('/held'));
    while (counts().reduce((sum, count) => sum + count) < 6)
      await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(counts(), [2, 2, 2, 0]);
    for (const gate of gates) gate.release();
    await Promise.all(requests);
    assert.deepEqual(counts(), [3, 3, 3, 3]);
    await Promise.all(servers.slice(2).map((each) => each.stop()));
  });
});
