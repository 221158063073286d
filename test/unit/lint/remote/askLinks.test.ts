import assert from 'node:assert/strict';
import { type Remote, RemoteError } from '../../../../src/core/files/remote';
import { type Asked, askLinks } from '../../../../src/core/lint/remote/askLinks';
import type { LinkRecord } from '../../../../src/core/lint/remote/linkRecord';
import { remoteClient } from '../../../../src/remote/client';
import type { TimeLimits } from '../../../../src/remote/clock';
import { askOverSockets } from '../../../../src/remote/overSockets';
import { SiteServer } from '../../../remote/siteServer';
import { until } from '../../../vscode/until';

describe('Asking servers for links', () => {
  let site: SiteServer;
  let remote: Remote;

  beforeEach(async () => {
    site = await SiteServer.start();
    remote = remoteWith({ idle: 500, total: 5000 });
  });
  afterEach(() => site.stop());

  const never = new AbortController().signal;
  const ask = (paths: readonly string[], fragments: readonly string[] = [], signal = never) =>
    askLinks(
      paths.map((path) => ({ address: site.at(path), fragments })),
      remote,
      { signal },
    );
  /** What is known of one address, but for the time. */
  async function of(
    path: string,
    ...fragments: readonly string[]
  ): Promise<Omit<LinkRecord, 'asked'> | null> {
    const record = (await ask([path], fragments)).records.get(site.at(path));
    if (!record) return null;
    const { asked, ...rest } = record;
    assert.ok(Date.now() - asked < 10_000);
    return rest;
  }
  const uncheckedOf = async (...paths: readonly string[]) => uncheckedIn(await ask(paths));
  /** Statuses, and why there was no answer. */
  const uncheckedIn = ({ unchecked }: Asked) =>
    [...unchecked.values()].map((reason) => (typeof reason === 'number' ? reason : reason.fault));

  it('takes HEAD for an answer', async () => {
    assert.deepEqual(await of('/page'), {});
    assert.deepEqual(site.requests, ['HEAD /page']);
  });

  it('asks by GET where HEAD is not answered, or not with yes', async () => {
    assert.deepEqual(await of('/no-head'), {});
    assert.deepEqual(await of('/head-lies'), {});
    assert.deepEqual(site.requests, ['HEAD /no-head', 'GET /no-head', 'HEAD /head-lies', 'GET /head-lies']);
  });

  it('finds what is gone, also behind a redirect', async () => {
    assert.deepEqual(await of('/nothing'), { dead: 404 });
    assert.deepEqual(await of('/gone'), { dead: 410 });
    assert.deepEqual(await of('/old/gone'), { dead: 404 });
  });

  it('finds what has moved for good, over several steps', async () => {
    assert.deepEqual(await of('/old'), { moved: site.at('/page') });
    assert.deepEqual(await of('/older'), { moved: site.at('/page') });
    assert.deepEqual(await of('/old/home'), { moved: site.at('/') });
    assert.deepEqual(await of('/old/temporary'), { moved: site.at('/temporary') });
  });

  it('says nothing of temporary redirects, a slash more, and redirects to a login', async () => {
    for (const path of ['/temporary', '/old/slash', '/old/login']) assert.deepEqual(await of(path), {}, path);
  });

  it('says nothing of what is shown to some only', async () => {
    for (const path of ['/private', '/robot']) assert.deepEqual(await of(path), {}, path);
  });

  it('looks for fragments on pages', async () => {
    assert.deepEqual(await of('/page', 'intro', 'usage', 'end'), {
      fragments: ['intro', 'usage', 'end'],
      missing: ['end'],
    });
    assert.deepEqual(site.requests, ['GET /page']);
    assert.deepEqual(await of('/old', 'end'), {
      moved: site.at('/page'),
      fragments: ['end'],
      missing: ['end'],
    });
  });

  it('looks for no fragments where scripts make the page, in pictures and on pages of errors', async () => {
    for (const path of ['/app', '/picture.png', '/private']) {
      assert.deepEqual(await of(path, 'end'), { fragments: ['end'] }, path);
    }
  });

  it('does not know what a server would say that is broken, slow or goes in circles', async () => {
    assert.deepEqual(await uncheckedOf('/broken'), [500]);
    assert.deepEqual(await uncheckedOf('/broken-off'), ['unreachable']);
    assert.deepEqual(await uncheckedOf('/circle'), ['redirects']);
    assert.deepEqual(await uncheckedOf('/slow'), ['time']);
  });

  it('is not led into the private network', async () => {
    assert.deepEqual(await uncheckedOf('/inside'), ['private']);
  });

  it('waits for a busy server that asks for it', async () => {
    site.timesBusy = 2;
    assert.deepEqual(await of('/busy'), {});
    assert.deepEqual(site.requests, ['HEAD /busy', 'HEAD /busy', 'HEAD /busy']);
  });

  it('gives up on a server that stays busy, and asks it for nothing else', async () => {
    site.timesBusy = 1000;
    const paths = ['/busy', ...Array.from({ length: 20 }, (_, index) => `/${index}`)];
    const { unchecked } = await ask(paths);
    assert.equal(unchecked.get(site.at('/busy')), 429);
    assert.equal(unchecked.get(site.at('/19')), 429);
  });

  it('does not wait until tomorrow', async () => {
    const paths = ['/busy/until-tomorrow', ...Array.from({ length: 9 }, (_, index) => `/${index}`)];
    const { unchecked } = await ask(paths);
    assert.equal(unchecked.get(site.at('/busy/until-tomorrow')), 503);
    assert.equal(unchecked.get(site.at('/8')), 503);
  });

  it('asks a server no more that has failed to answer twice', async () => {
    const paths = Array.from({ length: 8 }, (_, index) => `/slow/${index}`);
    const { unchecked } = await ask(paths);
    // Two at once, of which one may begin another before the second has failed.
    assert.ok(site.requests.length <= 3, site.requests.join());
    assert.equal(unchecked.size, paths.length);
  });

  it('takes a name that nobody has for dead if there is a network', async () => {
    const noName = { address: 'http://no.invalid/', fragments: [] };
    const page = { address: site.at('/page'), fragments: [] };
    const { records } = await askLinks([noName, page], remote, { signal: never });
    assert.equal(records.get(noName.address)?.dead, 'name');
    const offline = await askLinks([noName], remote, { signal: never });
    assert.deepEqual(uncheckedIn(offline), ['unreachable']);
  });

  it('returns what was answered until it was canceled', async () => {
    const abort = new AbortController();
    let answers = 0;
    const asking = askLinks(
      ['/page', '/nothing', '/slow'].map((path) => ({ address: site.at(path), fragments: [] })),
      remoteWith({ idle: 60_000, total: 60_000 }),
      { signal: abort.signal, told: () => answers++ },
    );
    await until(() => answers === 2 && site.requests.includes('HEAD /slow'), 'only the slow page is missing');
    abort.abort();
    const { records, unchecked } = await asking;
    assert.deepEqual([...records.keys()], [site.at('/page'), site.at('/nothing')]);
    assert.equal(unchecked.size, 0);
  });
});

function remoteWith(limits: TimeLimits): Remote {
  const ask = askOverSockets({ limits });
  return remoteClient({
    isAllowed: async () => true,
    mayBePrivate: ({ hostname }) => hostname === '127.0.0.1',
    // Not all name servers say so.
    ask: (question) => {
      if (question.url.hostname !== 'no.invalid') return ask(question);
      throw new RemoteError('unreachable', question.url.href, 'getaddrinfo ENOTFOUND no.invalid');
    },
  });
}
