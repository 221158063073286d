import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { browsersIn } from '../vscode/browsers';
import { ensureChromium, launchBrowser } from '../vscode/chromium';
import { root, temporaryFolder } from '../vscode/paths';
import { until } from '../vscode/until';

const cli = join(root, 'dist/cli.js');
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==';

const DECKS: Readonly<Record<string, string>> = {
  'calls/20240801.md': `---
type: slide
title: Call
slideOptions:
  transition: none
---

# Call $x^2$

![](pixel.png)

Note: Say *hello*

---

# Team Ops

<!-- .slide: data-background="pixel.png" -->

[intro](../intro.md#/1)
`,
  'intro.md': '---\ntype: slide\n---\n\n# Intro\n\n---\n\n# Goals\n\nThe größte plan\n',
  'hostile.md': `---
type: slide
title: '</title><script>window.pwned = 1</script><img src=x onerror="window.pwned = 2">'
---

# "</script><script>window.pwned = 3</script>

\`</script><script>window.pwned = 4</script>\`
`,
};

describe('a site of decks', () => {
  let browser: Browser;
  let context: BrowserContext;
  let folder: string;
  let server: Server;
  const at = (name: string) => pathToFileURL(join(folder, 'site', name)).href;

  before(async function () {
    this.timeout(600_000);
    browser = await launchBrowser();
    folder = temporaryFolder('site');
    for (const [name, text] of Object.entries(DECKS)) {
      mkdirSync(dirname(join(folder, 'decks', name)), { recursive: true });
      writeFileSync(join(folder, 'decks', name), text);
    }
    writeFileSync(join(folder, 'decks/calls/pixel.png'), Buffer.from(PIXEL, 'base64'));
    const args = [cli, 'export', 'decks', '--to', 'site', '-o', 'site', '--browser', await ensureChromium()];
    await promisify(execFile)(process.execPath, args, { cwd: folder });
    server = await served(join(folder, 'site'));
  });
  after(async () => {
    server.close();
    await browser.close();
  });
  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  });
  afterEach(() => context.close());

  /** A page that says what goes wrong in it. */
  async function opened(url: string): Promise<{ page: Page; problems: string[] }> {
    const page = await context.newPage();
    const problems: string[] = [];
    const isOurs = (asked: string) =>
      /^(?:data|blob|about):/.test(asked) || asked.startsWith(new URL('/', url).href);
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('request', (request) => {
      if (!isOurs(request.url())) problems.push(request.url());
    });
    await page.goto(url);
    return { page, problems };
  }

  const heading = (page: Page, text: string) =>
    page.locator('section.present:not(.stack) h1', { hasText: text }).waitFor();

  for (const place of ['its files', 'a server']) {
    it(`shows slides, pictures, formulas and the speaker view, opened from ${place}`, async () => {
      const { port } = server.address() as AddressInfo;
      const url =
        place === 'a server' ? `http://127.0.0.1:${port}/calls/20240801.html` : at('calls/20240801.html');
      const { page, problems } = await opened(url);
      await heading(page, 'Call');
      await page.locator('.slides mjx-container svg').waitFor({ state: 'attached' });
      const width = await page.locator('.slides img').evaluate((img: HTMLImageElement) => img.naturalWidth);
      assert.equal(width, 1);
      const [speaker] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('s')]);
      await speaker.locator('.speaker-controls-notes .value', { hasText: 'Say hello' }).waitFor();
      await speaker.frameLocator('#current-slide iframe').locator('section.present h1').waitFor();
      await speaker.keyboard.press('ArrowRight');
      await heading(page, 'Team Ops');
      await page.locator('section.present a', { hasText: 'intro' }).click();
      await heading(page, 'Goals');
      assert.match(page.url(), /\/intro\.html#\/1$/);
      assert.deepEqual(problems, []);
    });
  }

  it('leaves neither a browser nor half a file when it is canceled, and is whole the next time', async () => {
    const scratch = temporaryFolder('scratch');
    const site = join(folder, 'many-site');
    mkdirSync(join(folder, 'many'));
    for (let deck = 1; deck <= 20; deck++)
      writeFileSync(join(folder, 'many', `${deck}.md`), `---\ntype: slide\n---\n\n# Deck ${deck}\n`);
    const args = [
      cli,
      'export',
      'many',
      '--to',
      'site',
      '-o',
      'many-site',
      '--browser',
      await ensureChromium(),
    ];
    const options = { cwd: folder, env: { ...process.env, TMPDIR: scratch } };
    const child = spawn(process.execPath, args, options);
    const ended = once(child, 'exit');
    await until(() => browsersIn(scratch).length > 0, 'the browser takes pictures');
    child.kill('SIGINT');
    assert.notDeepEqual(await ended, [0, null]);
    await until(() => browsersIn(scratch).length === 0, 'no browser is left');
    assert.deepEqual(readdirSync(scratch), []);
    const made = existsSync(site) ? readdirSync(site, { recursive: true, encoding: 'utf8' }) : [];
    assert.deepEqual(
      made.filter((name) => name.endsWith('.tmp')),
      [],
    );
    await promisify(execFile)(process.execPath, args, options);
    const index = readFileSync(join(site, 'index.html'), 'utf8');
    assert.equal(index.match(/<img /g)?.length, 20);
  });

  it('lists the decks with pictures of their first slides', async () => {
    const { page, problems } = await opened(at('index.html'));
    const pictures = page.locator('li img');
    assert.equal(await pictures.count(), 3);
    const size = await pictures.first().evaluate(async (picture: HTMLImageElement) => {
      await picture.decode();
      return [picture.naturalWidth, picture.naturalHeight];
    });
    assert.deepEqual(size, [480, 270]);
    assert.deepEqual(problems, []);
  });

  it('is searched by keyboard, and the search is still there when one comes back', async () => {
    const { page, problems } = await opened(at('index.html'));
    await page.keyboard.press('/');
    await page.keyboard.type('GROßTE');
    const hits = page.locator('.hits a');
    await hits.first().waitFor();
    assert.equal(await page.getByRole('status').innerText(), '1 slide found');
    assert.equal(await hits.locator('mark').innerText(), 'größte');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await heading(page, 'Goals');
    await page.goBack();
    await hits.first().waitFor();
    assert.equal(await page.getByRole('searchbox').inputValue(), 'GROßTE');
    await page.getByRole('searchbox').focus();
    await page.keyboard.press('Escape');
    await page.locator('.decks').waitFor();
    assert.equal(await hits.count(), 0);
    assert.deepEqual(problems, []);
  });

  it('lets nothing of a deck run in the index', async () => {
    const { page, problems } = await opened(at('index.html'));
    await page.getByRole('searchbox').fill('script pwned');
    await page.locator('.hits a').first().waitFor();
    assert.equal(await page.evaluate('window.pwned'), undefined);
    assert.deepEqual(problems, []);
  });

  it('has a second line of defense: no other script of the host runs in a page', async () => {
    writeFileSync(join(folder, 'site/evil.js'), 'window.pwned = 1');
    const html = readFileSync(join(folder, 'site/intro.html'), 'utf8');
    const attack =
      '<script src="evil.js"></script><script>window.pwned = 2</script><img src="data:,x" onerror="window.pwned = 3">';
    writeFileSync(join(folder, 'site/attacked.html'), html.replace('<h1>', `${attack}<h1>`));
    const { page, problems } = await opened(at('attacked.html'));
    await heading(page, 'Intro');
    assert.equal(await page.evaluate('window.pwned'), undefined);
    assert.ok(problems.some((problem) => /evil\.js/.test(problem)));
  });

  it('needs no script for the list', async () => {
    const still = await browser.newContext({ javaScriptEnabled: false });
    const page = await still.newPage();
    await page.goto(at('index.html'));
    assert.equal(await page.locator('li a:visible').count(), 3);
    assert.equal(await page.getByRole('searchbox').count(), 0);
    await still.close();
  });
});

/** Any static host. */
async function served(site: string): Promise<Server> {
  const types: Readonly<Record<string, string>> = {
    html: 'text/html',
    js: 'text/javascript',
    css: 'text/css',
  };
  const server = createServer(({ url = '/' }, response) => {
    const file = fileURLToPath(new URL(`.${new URL(url, 'http://x').pathname}`, `${pathToFileURL(site)}/`));
    if (url === '/favicon.ico') return response.writeHead(204).end();
    if (relative(site, file).startsWith('..')) return response.writeHead(404).end();
    try {
      const content = readFileSync(file);
      response
        .writeHead(200, { 'content-type': types[file.replace(/^.*\./, '')] ?? 'image/png' })
        .end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
