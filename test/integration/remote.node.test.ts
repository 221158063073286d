import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as vscode from 'vscode';
import { Configs } from '../../src/services/config';
import { Remotes } from '../../src/services/remote';
import { login } from '../remote/answers';
import { certified } from '../remote/certificates';
import { HedgedocServer } from '../remote/hedgedocServer';
import { closeAllEditors, extensionUri, fixture, openFixture, removeConfig, writeConfig } from './workspace';

const { fs } = vscode.workspace;

describe('Other servers', () => {
  let server: HedgedocServer;
  let configs: Configs;
  let remotes: Remotes;
  let log: vscode.LogOutputChannel;
  before(async () => {
    server = await HedgedocServer.start();
    server.uploads.set('red.png', await fs.readFile(fixture('pictures/red.png')));
    server.answer('/uploads/login.png', login());
    log = vscode.window.createOutputChannel('Deckwright, other servers', { log: true });
  });
  after(async () => {
    log.dispose();
    await server.stop();
  });
  beforeEach(() => {
    server.asked.length = 0;
    configs = new Configs(extensionUri);
    remotes = new Remotes(extensionUri, configs, log);
  });
  afterEach(async () => {
    configs.dispose();
    await removeConfig();
  });

  it('are asked if the configuration of the deck allows it', async () => {
    await writeConfig({ remote: { allow: [server.host] } });
    const remote = await remotes.of(fixture('deck.md'));
    assert.equal((await remote.request(server.url('/uploads/red.png'))).type, 'image/png');
    assert.equal(await remote.allow([server.url()]), true);
  });

  it('are not asked in a private network unless the configuration names them in full', async () => {
    const remote = await remotes.chosen(['*.0.0.1:*']);
    await assert.rejects(remote.request(server.url()), { fault: 'private' });
    assert.deepEqual(server.asked, []);
  });

  it('are asked through the proxy that VS Code is set to', async () => {
    const proxied: string[] = [];
    const proxy: Server = createServer(({ url = '' }, response) => {
      proxied.push(url);
      response.end('through the proxy');
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const settings = vscode.workspace.getConfiguration('http');
    const { port } = proxy.address() as AddressInfo;
    await settings.update('proxy', `http://127.0.0.1:${port}`, vscode.ConfigurationTarget.Global);
    try {
      const remote = await remotes.chosen([]);
      const { bytes } = await remote.request('http://pad.deckwright.invalid/a.png');
      assert.equal(new TextDecoder().decode(bytes), 'through the proxy');
      assert.deepEqual(proxied, ['http://pad.deckwright.invalid/a.png']);
    } finally {
      await settings.update('proxy', undefined, vscode.ConfigurationTarget.Global);
      proxy.close();
    }
  });

  describe('over an encrypted connection', () => {
    const settings = () => vscode.workspace.getConfiguration('http');
    const set = (name: string, value: boolean | undefined) =>
      settings().update(name, value, vscode.ConfigurationTarget.Global);
    let secure: HedgedocServer;
    afterEach(() => secure.stop());

    /** Asks a server with this certificate for a picture. */
    async function ask({ key, cert }: { key: string; cert: string }): Promise<number> {
      secure = await HedgedocServer.start({ certified: { key, cert } });
      secure.uploads.set('red.png', await fs.readFile(fixture('pictures/red.png')));
      return askAgain();
    }

    async function askAgain(): Promise<number> {
      const remote = await remotes.chosen([secure.host]);
      return (await remote.request(secure.url('/uploads/red.png'))).status;
    }

    /** One whose authority the host of the tests trusts. */
    async function trusted(test: Mocha.Context, name: 'extra' | 'system') {
      const folder = process.env.TEST_CERTIFICATES;
      if (folder === undefined) return test.skip();
      const file = vscode.Uri.joinPath(vscode.Uri.file(folder), `${name}.json`);
      return JSON.parse(new TextDecoder().decode(await fs.readFile(file)));
    }

    it('are not asked if nothing speaks for their certificate, unless VS Code is set to trust all', async () => {
      await assert.rejects(ask(certified('nobody')), { fault: 'certificate' });
      assert.deepEqual(secure.asked, []);
      await set('proxyStrictSSL', false);
      try {
        assert.equal(await askAgain(), 200);
      } finally {
        await set('proxyStrictSSL', undefined);
      }
      await assert.rejects(askAgain(), { fault: 'certificate' });
    });

    it('are asked if Node is told to trust their authority', async function () {
      // Before Node 22, VS Code loses them where it adds the system's.
      const isLost = Number.parseInt(process.versions.node, 10) < 22;
      if (isLost) await set('systemCertificates', false);
      try {
        assert.equal(await ask(await trusted(this, 'extra')), 200);
      } finally {
        if (isLost) await set('systemCertificates', undefined);
      }
    });

    it('are asked if the system trusts their authority, unless VS Code is set not to', async function () {
      // Elsewhere, and before this setting, VS Code reads only places that a test can't change.
      const isReadByNode = settings().inspect('systemCertificatesNode')?.defaultValue !== undefined;
      if (process.platform !== 'linux' || !isReadByNode) this.skip();
      await set('systemCertificatesNode', true);
      try {
        const certificate = await trusted(this, 'system');
        assert.equal(await ask(certificate), 200);
        await secure.stop();
        await set('systemCertificates', false);
        // Another server: with the first one, Node resumes the session.
        await assert.rejects(ask(certificate), { fault: 'certificate' });
      } finally {
        await set('systemCertificates', undefined);
        await set('systemCertificatesNode', undefined);
      }
    });
  });

  describe('in an exported page', () => {
    const target = fixture('fetched.html');
    const text = async () => new TextDecoder().decode(await fs.readFile(target));

    beforeEach(async () => {
      await writeConfig({ remote: { allow: [server.host] } });
      const pictures = ['red.png', 'login.png'].map((name) => `![](${server.url(`/uploads/${name}`)})`);
      await fs.writeFile(
        fixture('fetched.md'),
        new TextEncoder().encode(`---\ntype: slide\n---\n\n# A\n\n${pictures.join('\n')}\n`),
      );
      await openFixture('fetched.md');
    });
    afterEach(async () => {
      await closeAllEditors();
      await fs.delete(fixture('fetched.md'));
      await fs.delete(target).then(undefined, () => {});
    });

    it('are left out by default, and not asked', async () => {
      await vscode.commands.executeCommand('deckwright.exportHtml', fixture('fetched.md'), target);
      assert.ok(!(await text()).includes('data:image/png'));
      assert.deepEqual(server.asked, []);
    });

    it('are asked for its pictures if a setting says so', async () => {
      const settings = vscode.workspace.getConfiguration('deckwright');
      await settings.update('export.remoteFiles', true, vscode.ConfigurationTarget.Workspace);
      try {
        await vscode.commands.executeCommand('deckwright.exportHtml', fixture('fetched.md'), target);
        const page = await text();
        assert.ok(page.includes('src="data:image/png'));
        assert.ok(!page.includes('Sign in'));
        assert.equal(server.count('/uploads/red.png'), 1);
      } finally {
        await settings.update('export.remoteFiles', undefined, vscode.ConfigurationTarget.Workspace);
      }
    });
  });
});
