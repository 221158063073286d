import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type PageOptions, withPage } from '../../src/export/browser/withPage';
import { browsersIn } from '../vscode/browsers';
import { temporaryFolder } from '../vscode/paths';
import { until } from '../vscode/until';

const HTML = '<title>Ours</title><script>window.whenDrawn = async () => {}</script>';

/** What browsers write, in a folder of this test. */
const scratch = temporaryFolder('scratch');
const bin = temporaryFolder('bin');

function options(more: Partial<PageOptions> = {}): PageOptions {
  const browser = process.env.CHROMIUM_PATH!;
  return { browser, size: { width: 800, height: 600 }, limit: 60_000, ...more };
}

describe('A page in a browser of its own', () => {
  const { TMPDIR } = process.env;
  before(() => {
    process.env.TMPDIR = scratch;
  });
  after(() => {
    process.env.TMPDIR = TMPDIR;
    if (TMPDIR === undefined) delete process.env.TMPDIR;
  });
  /** Processes of a group that was killed are gone a moment after the first. */
  afterEach(async () => {
    assert.deepEqual(readdirSync(scratch), []);
    await until(() => browsersIn(scratch).length === 0, 'no browser is left');
  });

  it('is shown with what follows its address, in the size and scale asked for', async () => {
    const shown = await withPage(HTML, options({ scale: 2, search: '?view=print' }), (page) =>
      page.evaluate('[document.title, location.search, innerWidth, innerHeight, devicePixelRatio]'),
    );
    assert.deepEqual(shown, ['Ours', '?view=print', 800, 600, 2]);
  });

  it('has nothing left when the work fails', async () => {
    const failing = withPage(HTML, options(), () => Promise.reject(new Error('no')));
    await assert.rejects(failing, /^Error: no$/);
  });

  it('has nothing left when the work is aborted in the middle', async () => {
    const abort = new AbortController();
    const working = withPage(HTML, options({ signal: abort.signal }), (page) => {
      assert.notEqual(browsersIn(scratch).length, 0);
      abort.abort(new Error('enough'));
      return page.evaluate('new Promise(() => {})');
    });
    await assert.rejects(working, /^Error: enough$/);
  });

  it('has nothing left when it is never drawn: the time limit ends it', async () => {
    const html = '<script>window.whenDrawn = () => new Promise(() => {})</script>';
    const working = withPage(html, options({ limit: 3000 }), async () => {});
    await assert.rejects(working, { name: 'BrowserError', trouble: 'tooSlow', message: /more than 3 sec/ });
  });

  it('says that the browser has ended, if it has', async () => {
    const working = withPage(HTML, options(), async (page) => {
      process.kill(Number(browsersIn(scratch)[0]!.trim().split(' ')[0]), 'SIGKILL');
      await page.evaluate('new Promise(() => {})');
    });
    await assert.rejects(working, { name: 'BrowserError', trouble: 'ended' });
  });

  it('does not disturb another one', async () => {
    const titles = ['one', 'two'].map((title) =>
      withPage(HTML.replace('Ours', title), options(), (page) => page.title()),
    );
    assert.deepEqual(await Promise.all(titles), ['one', 'two']);
  });

  it('reaches no server, wherever it is', async () => {
    const asked: string[] = [];
    const server = createServer(({ url = '' }, response) => {
      asked.push(url);
      response.end();
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    try {
      const names = ['127.0.0.1', 'localhost', '[::1]'];
      const loading = names.map((name) => `fetch('http://${name}:${port}/${name}').catch(() => 'failed')`);
      const script = `Promise.all([${loading}])`;
      assert.deepEqual(await withPage(HTML, options(), (page) => page.evaluate(script)), [
        'failed',
        'failed',
        'failed',
      ]);
      assert.deepEqual(asked, []);
    } finally {
      server.close();
    }
  });

  it('names the browser that does not start, and what it says', async () => {
    const browser = join(bin, 'chromium');
    writeFileSync(browser, '#!/bin/sh\necho "install me first" >&2\nexit 1\n', { mode: 0o755 });
    await assert.rejects(
      withPage(HTML, options({ browser }), async () => {}),
      {
        name: 'BrowserError',
        trouble: 'notStarted',
        message: /chromium could not be started: install me first/,
      },
    );
  });

  it('ends with the process that shows it, however that is ended', async () => {
    const script = `
      const { withPage } = require(${JSON.stringify(join(__dirname, '../../dist/browser.js'))});
      process.on('SIGTERM', () => process.exit());
      withPage(${JSON.stringify(HTML)}, ${JSON.stringify(options())}, () => {
        console.log('shown');
        return new Promise(() => {});
      });`;
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
      await once(child.stdout, 'data');
      assert.notEqual(browsersIn(scratch).length, 0);
      child.kill(signal);
      await once(child, 'exit');
      await until(() => browsersIn(scratch).length === 0, 'the browser has ended');
      if (signal === 'SIGKILL') {
        // Only the next browser can remove what a killed process left, and not before it is certainly unused.
        const [left] = readdirSync(scratch);
        utimesSync(join(scratch, left!), 0, 0);
        await withPage(HTML, options(), async () => {});
      }
    }
  });

  it('leaves the folders of processes that run, and others', async () => {
    const names = [`deckwright-browser-${process.pid}-abc`, 'deckwright-other'];
    for (const name of names) {
      mkdirSync(join(scratch, name));
      utimesSync(join(scratch, name), 0, 0);
    }
    await withPage(HTML, options(), async () => {});
    assert.deepEqual(readdirSync(scratch).sort(), names);
    for (const name of names) execFileSync('rmdir', [join(scratch, name)]);
  });
});
