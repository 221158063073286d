import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../vscode/chromium';
import { root, temporaryFolder } from '../vscode/paths';

const HOST = 'https://embedded.example';

const DECK = `---
type: slide
---

# First

---

## Film

<iframe src="${HOST}/near" width="400" height="300"></iframe>

---

## Last

<!-- .slide: data-background-iframe="${HOST}/back" data-background-interactive="true" -->
`;

const REVEAL = `# First

---

<!-- .slide: data-visibility="visible" -->

<iframe data-src="${HOST}/lazy" data-autoplay title="A film"></iframe>

---

# Last
`;

/** A page that tells what it hears, and tries what it must not do. */
const EMBEDDED = `<!DOCTYPE html><body>
<p>Hello</p>
<script>
  document.body.dataset.heard = '';
  addEventListener('message', ({ data }) => { document.body.dataset.heard += data + ' '; });
  alert('pwned');
  try { top.document.title = 'pwned'; } catch {}
  try { top.location = '${HOST}/away'; } catch {}
  document.body.dataset.origin = self.origin;
</script>`;

describe('embedded pages in an exported page', () => {
  let browser: Browser;
  let context: BrowserContext;
  let folder: string;
  let page: Page;
  let requests: string[];
  let dialogs: string[];

  before(async () => {
    browser = await launchBrowser();
    folder = temporaryFolder('embeds');
  });
  after(() => browser.close());
  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    page = await context.newPage();
    requests = [];
    dialogs = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await context.route(/^https?:/, (route) => {
      requests.push(route.request().url());
      return route.fulfill({ contentType: 'text/html', body: EMBEDDED });
    });
  });
  afterEach(() => context.close());

  function exportLive(name: string, text: string, ...options: string[]): string {
    writeFileSync(join(folder, `${name}.md`), text);
    const args = [
      join(root, 'dist/cli.js'),
      'export',
      `${name}.md`,
      '--force',
      '--embeds',
      'live',
      ...options,
    ];
    const { stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    assert.equal(stderr, '');
    return join(folder, `${name}.html`);
  }

  async function visit(url: string): Promise<void> {
    await page.goto(url);
    await page.waitForSelector('.reveal.ready');
  }

  const open = (file: string, query = '') => visit(pathToFileURL(file).href + query);
  const show = (place: string) =>
    page.evaluate((hash) => {
      location.hash = hash;
    }, place);

  it('run in a sandbox, and cannot leave their frame', async () => {
    await open(exportLive('hedgedoc', DECK));
    await show('#/1');
    const frame = page.frameLocator('section.present iframe');
    await frame.locator(`body[data-origin="${HOST}"]`).waitFor();
    assert.equal(await frame.locator('p').innerText(), 'Hello');
    assert.deepEqual(dialogs, []);
    assert.notEqual(await page.title(), 'pwned');
    assert.ok(!requests.includes(`${HOST}/away`));
  });

  it('are a background that can be used, in a sandbox as well', async () => {
    await open(exportLive('hedgedoc', DECK));
    await show('#/2');
    const background = page.locator('.slide-background.present iframe');
    assert.match((await background.getAttribute('sandbox')) ?? '', /^allow-scripts allow-same-origin /);
    const body = page.frameLocator('.slide-background.present iframe').locator(`body[data-origin="${HOST}"]`);
    await body.waitFor();
    await body.click();
    assert.deepEqual(dialogs, []);
    assert.ok(!requests.includes(`${HOST}/away`));
  });

  it('are the background of the slide on which the page is opened', async () => {
    await open(exportLive('hedgedoc', DECK), '#/2');
    const background = page.locator('.slide-background.present iframe');
    await page
      .frameLocator('.slide-background.present iframe')
      .locator(`body[data-origin="${HOST}"]`)
      .waitFor();
    await show('#/0');
    await page.locator('.slide-background iframe:not([src])').waitFor({ state: 'attached' });
    assert.equal(await background.count(), 0);
    await show('#/2');
    await page.frameLocator('.slide-background.present iframe').locator('p').waitFor();
  });

  it('are loaded, started and unloaded with their slide', async () => {
    await open(exportLive('reveal', REVEAL, '--dialect', 'reveal-md'));
    const frame = page.locator('.slides iframe');
    assert.deepEqual([requests, await frame.getAttribute('src')], [[], null]);
    await show('#/1');
    await page.frameLocator('.slides iframe').locator('body[data-heard~="slide:start"]').waitFor();
    assert.deepEqual(requests, [`${HOST}/lazy`]);
    await show('#/2');
    await page.locator('.slides iframe:not([src])').waitFor({ state: 'attached' });
  });

  it('may come from no other host', async () => {
    const file = exportLive('other', DECK);
    const other = '<iframe data-src="https://other.example/"></iframe>';
    writeFileSync(file, readFileSync(file, 'utf8').replace('First</h1>', `$&${other}`));
    const blocked = page.waitForEvent('console', (message) => /frame-src/.test(message.text()));
    await open(file);
    await blocked;
    assert.ok(!requests.some((url) => url.includes('other.example')), requests.join());
  });

  it('of the same site cannot take off their sandbox', async () => {
    const html = readFileSync(exportLive('own', DECK), 'utf8');
    await context.route(`${HOST}/deck.html`, (route) =>
      route.fulfill({ contentType: 'text/html', body: html }),
    );
    await visit(`${HOST}/deck.html`);
    await show('#/2');
    const frames = page.locator('.slides iframe[src], .backgrounds iframe[src]');
    await frames.nth(1).waitFor({ state: 'attached' });
    for (const frame of await frames.all()) {
      assert.match((await frame.getAttribute('sandbox')) ?? '', /^allow-scripts allow-forms /);
    }
    await page.frameLocator('.backgrounds iframe[src]').locator('body[data-origin="null"]').waitFor();
    assert.notEqual(await page.title(), 'pwned');
  });

  it('are links in print, where nothing of them is loaded', async () => {
    await open(exportLive('reveal', REVEAL, '--dialect', 'reveal-md'), '?view=print');
    const link = page.locator('.pdf-page a', { hasText: 'A film' });
    assert.equal(await link.getAttribute('href'), `${HOST}/lazy`);
    assert.equal(await page.locator('.pdf-page iframe').count(), 0);
    assert.deepEqual(requests, []);
  });

  it('do not keep a click in the overview from choosing their slide', async () => {
    await open(exportLive('reveal', REVEAL, '--dialect', 'reveal-md'));
    await show('#/1');
    await page.frameLocator('.slides iframe').locator('p').waitFor();
    await page.evaluate(() => {
      const { Reveal } = window as unknown as { Reveal: import('reveal.js').RevealApi };
      Reveal.slide(2);
      Reveal.toggleOverview(true);
    });
    await page.waitForSelector('.reveal.overview');
    const box = await page.locator('.slides iframe').boundingBox();
    await page.mouse.click(box!.x + box!.width / 2, box!.y + box!.height / 2);
    await page.waitForSelector('.reveal:not(.overview)');
    assert.match(page.url(), /#\/1$/);
  });

  it('leave the speaker view as it is', async () => {
    await open(exportLive('hedgedoc', DECK));
    const [speaker] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('s')]);
    await speaker.frameLocator('#current-slide iframe').locator('section.present h1').waitFor();
    await speaker.keyboard.press('ArrowRight');
    await page.frameLocator('section.present iframe').locator(`body[data-origin="${HOST}"]`).waitFor();
  });
});
