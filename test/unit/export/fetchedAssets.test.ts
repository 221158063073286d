import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isHostNamed } from '../../../src/core/config/hosts';
import { remoteClient } from '../../../src/remote/client';
import { askOverSockets } from '../../../src/remote/overSockets';
import * as answers from '../../remote/answers';
import { HedgedocServer } from '../../remote/hedgedocServer';
import { root } from '../../vscode/paths';
import { exported } from './exporting';

const RED = readFileSync(join(root, 'test/fixtures/workspace/pictures/red.png'));
const INLINED_RED = `data:image/png;base64,${RED.toString('base64')}`;

describe('an exported page for which other servers may be asked', () => {
  let server: HedgedocServer;
  before(async () => {
    server = await HedgedocServer.start();
    server.uploads.set('red.png', RED);
  });
  after(() => server.stop());
  beforeEach(() => {
    server.asked.length = 0;
  });

  const fetching = (options: { signal?: AbortSignal } = {}) => ({
    remote: {
      remote: remoteClient({
        isAllowed: async (url: URL) => isHostNamed(url, [server.host]),
        mayBePrivate: () => true,
        ask: askOverSockets(),
      }),
      inWords: ({ kind }: { readonly kind: string }) => `Because of ${kind}.`,
    },
    ...options,
  });

  it('has what the deck shows from them, wherever it names it, and asks once', async () => {
    const red = server.url('/uploads/red.png');
    const deck = [
      `---\nslideOptions:\n  parallaxBackgroundImage: ${red}\n---\n`,
      `![](${red}) <video poster="${red}"></video>\n`,
      `<style>.slides { background: url("${red}") }</style>\n`,
      `<!-- .slide: data-background="${red}" -->\n`,
    ].join('\n');
    const { html, problems } = await exported(deck, {}, fetching());
    assert.deepEqual(problems, []);
    assert.equal(html.split(INLINED_RED).length - 1, 5);
    assert.ok(!html.includes(server.host));
    assert.equal(server.count('/uploads/red.png'), 1);
  });

  it('goes by what the bytes are, not by what the server says', async () => {
    server.answer('/picture', answers.send(RED, { 'content-type': 'text/html' }));
    const { html, problems } = await exported(`![](${server.url('/picture')})`, {}, fetching());
    assert.deepEqual(problems, []);
    assert.ok(html.includes(INLINED_RED));
  });

  it('takes the copy beside the deck without asking, if there is one', async () => {
    const options = { ...fetching(), hedgedocHosts: [server.host] };
    const { problems } = await exported(
      `![](${server.url('/uploads/red.png')})`,
      { 'red.png': RED },
      options,
    );
    assert.deepEqual([problems, server.asked], [[], []]);
  });

  it('lacks what is no picture, is missing or may not be asked for, and says why', async () => {
    server.answer('/login.png', answers.login());
    const [login, gone] = [server.url('/login.png'), server.url('/uploads/gone.png')];
    const deck = `![](${login})\n\n![](${gone})\n\n![](http://localhost/a.png)\n`;
    const { html, problems } = await exported(deck, {}, fetching());
    assert.deepEqual(
      problems.map(({ line, message }) => `${line} ${message}`),
      [
        `0 Not fetched from another server: ${login} (Because of html)`,
        `2 Not fetched from another server: ${gone} (Because of status)`,
        '4 Not fetched from another server: http://localhost/a.png (Because of remote)',
      ],
    );
    assert.ok(!html.includes('Sign in'));
    assert.doesNotMatch(html, /src="http/);
  });

  it('follows no links and loads no pages', async () => {
    const deck = `[a](${server.url('/a')}) <iframe src="${server.url('/b')}"></iframe>`;
    await exported(deck, {}, fetching());
    assert.deepEqual(server.asked, []);
  });

  it('is not made if the user cancels', async () => {
    const abort = new AbortController();
    server.answer('/slow.png', () => abort.abort(new Error('canceled')));
    const export_ = exported(`![](${server.url('/slow.png')})`, {}, fetching({ signal: abort.signal }));
    await assert.rejects(export_, /canceled/);
  });
});
