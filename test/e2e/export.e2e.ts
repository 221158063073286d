import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { parseDeck } from '../../src/core/deck/parseDeck';
import { launchBrowser } from '../vscode/chromium';
import { root, shared, temporaryFolder } from '../vscode/paths';
import { GLIDING, movesAfterNext } from './motion';

const cli = join(root, 'dist/cli.js');

const DECK = `---
title: Talk
type: slide
slideOptions:
  transition: slide
---

# One $x^2$

![](pixel.png)

Note: Say *hello*

---

## Two

- first <!-- .element: class="fragment" -->

[web](https://example.org/)

----

## Below

\`\`\`mermaid
graph TD; A-->B
\`\`\`

---

## Three

Note: the end
`;

const NUMBERED = `---
title: Numbered
type: slide
slideOptions:
  slideNumber: FORMAT
---

# One

- step <!-- .element: class="fragment" -->

---

# Two

----

# Below

---

<!-- .slide: data-visibility="uncounted" -->
# Aside

---

# Three
`;

const HOSTILE = `---
title: "</title><script>window.pwned = 1</script>"
type: slide
slideOptions:
  parallaxBackgroundSize: "</script><script>window.pwned = 2</script>"
---

# <script>window.pwned = 3</script> <img src=x onerror="window.pwned = 4">

[a](javascript:window.pwned=5) <iframe src="https://evil.example/frame"></iframe>

![](https://evil.example/picture.png) <form action="https://evil.example/"><input type=submit></form>

<style>@import url(https://evil.example/a.css); .slides { background: url(https://evil.example/b.png) }</style>

<!-- .slide: data-background-iframe="https://evil.example/c" onclick="window.pwned = 6" -->

Note: <img src=x onerror="window.pwned = 7"> [n](javascript:window.pwned=8) ![](https://evil.example/n.png)

---

# Later

<div id="Reveal"></div><div id="slides" class="slides">text</div>
`;

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==';

interface Visit {
  readonly page: Page;
  /** What went wrong, as the console says it. */
  readonly problems: string[];
  /** Everything that was requested besides the page itself. */
  readonly requests: string[];
}

describe('an exported page, opened from its file without a network', () => {
  let browser: Browser;
  let context: BrowserContext;
  let folder: string;

  before(async () => {
    browser = await launchBrowser();
    folder = temporaryFolder('pages');
    writeFileSync(join(folder, 'pixel.png'), Buffer.from(PIXEL, 'base64'));
  });
  after(() => browser.close());
  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1280, height: 720 }, offline: true });
  });
  afterEach(() => context.close());

  async function exportText(name: string, text: string): Promise<string> {
    writeFileSync(join(folder, `${name}.md`), text);
    await runCli('export', join(folder, `${name}.md`), '--force');
    return join(folder, `${name}.html`);
  }

  async function visit(file: string, query = ''): Promise<Visit> {
    const page = await context.newPage();
    const seen: Visit = { page, problems: [], requests: [] };
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) seen.problems.push(message.text());
    });
    page.on('pageerror', (error) => seen.problems.push(error.message));
    page.on('dialog', (dialog) => {
      seen.problems.push(dialog.message());
      void dialog.dismiss();
    });
    const url = pathToFileURL(file).href + query;
    // What the page's policy stops is announced, too, but gets no further than this.
    await context.route(/^(?!file:|data:|blob:|about:)/, (route) => {
      seen.requests.push(route.request().url());
      return route.abort();
    });
    page.on('request', (request) => {
      const asked = request.url();
      if (asked.startsWith('file:') && asked.split(/[?#]/)[0] !== pathToFileURL(file).href) {
        seen.requests.push(asked);
      }
    });
    await page.goto(url);
    await page.waitForSelector('.reveal.ready');
    return seen;
  }

  /** Goes through all slides, as a presenter does. */
  async function showAll(page: Page): Promise<number> {
    return page.evaluate(async () => {
      const reveal = (window as unknown as { Reveal: import('reveal.js').RevealApi }).Reveal;
      const slides = reveal.getSlides();
      for (const slide of slides) {
        const { h, v } = reveal.getIndices(slide);
        reveal.slide(h, v);
        // What a slide loads it begins to load with its styles, and no later than the page's next turn.
        document.body.getBoundingClientRect();
        await new Promise((resolve) => setTimeout(resolve));
      }
      await new Promise(requestAnimationFrame);
      return slides.length;
    });
  }

  it('shows slides, picture, formula and diagram', async () => {
    const { page, problems, requests } = await visit(await exportText('talk', DECK));
    assert.equal(await page.title(), 'Talk');
    await page.locator('.slides pre.mermaid svg').waitFor({ state: 'attached' });
    assert.equal(await showAll(page), 4);
    const width = await page.locator('.slides img').evaluate((img: HTMLImageElement) => img.naturalWidth);
    assert.equal(width, 1);
    assert.equal(await page.locator('.slides mjx-container svg').count(), 1);
    assert.equal(await page.locator('.slides [inert]').count(), 0);
    assert.deepEqual([problems, requests], [[], []]);
  });

  it('names a missing background in the corner of its slide, on the screen and in print', async () => {
    const lost =
      '<!-- .slide: data-background="gone.png" -->\n# One\n\n---\n\n<!-- .slide: data-background-video="gone.mp4" -->\n# Two\n';
    const file = await exportText('lost', lost);
    for (const query of ['', '?view=print']) {
      const { page, problems } = await visit(file, query);
      const labels = page.locator('.slide-background > .lost-background');
      await labels.nth(1).waitFor({ state: 'attached' });
      assert.deepEqual(await labels.allTextContents(), [
        'File not found: gone.png',
        'File not found: gone.mp4',
      ]);
      assert.deepEqual(problems, []);
    }
  });

  it('stands still for users who want less motion, as soon as they do', async () => {
    const { page } = await visit(await exportText('gliding', GLIDING));
    const next = () => page.evaluate(movesAfterNext);
    assert.notEqual(await next(), 0);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.locator('.reveal.still').waitFor();
    for (let slide = 0; slide < 4; slide++) assert.equal(await next(), 0);
  });

  it('keeps the Tab key on the slide that is shown', async () => {
    const { page } = await visit(await exportText('talk', DECK));
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    for (let press = 0; press < 5; press++) {
      await page.keyboard.press('Tab');
      assert.notEqual(await focused(), 'web');
    }
    await page.evaluate(() => {
      location.hash = '#/1';
    });
    // Not before the slide has arrived: until then its link cannot have the focus.
    await page.waitForFunction(() => {
      const link = document.querySelector<HTMLElement>('section.present:not(.stack) a');
      link?.focus();
      return link !== null && document.activeElement === link;
    });
  });

  it('starts where it was opened from, unless its address says otherwise', async () => {
    const file = await exportText('started', DECK);
    const html = readFileSync(file, 'utf8').replace('"application/json">{', '$&"start":"#/1/1",');
    writeFileSync(file, html);
    const { page } = await visit(file);
    await page.locator('section.present:not(.stack) h2', { hasText: 'Below' }).waitFor();
    const { page: other } = await visit(file, '#/2');
    await other.locator('section.present:not(.stack) h2', { hasText: 'Three' }).waitFor();
  });

  it('has a speaker view, which controls it', async () => {
    const { page, problems, requests } = await visit(await exportText('talk', DECK));
    const [speaker] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('s')]);
    speaker.on('console', (message) => problems.push(message.text()));
    const notes = speaker.locator('.speaker-controls-notes .value');
    await notes.filter({ hasText: 'Say hello' }).waitFor();
    const current = speaker.frameLocator('#current-slide iframe');
    await current.locator('section.present h1').waitFor();
    await speaker.frameLocator('#upcoming-slide iframe').locator('section.present h2').first().waitFor();
    await speaker.keyboard.press('ArrowRight');
    await page.locator('section.present:not(.stack) h2', { hasText: 'Two' }).waitFor();
    assert.deepEqual([problems, requests], [[], []]);
  });

  for (const query of ['?view=print', '?print-pdf']) {
    it(`can be printed: ${query}`, async () => {
      const { page, problems, requests } = await visit(await exportText('talk', DECK), query);
      await page.waitForSelector('.pdf-page');
      const pages = page.locator('.pdf-page');
      await pages.nth(4).waitFor();
      assert.equal(await pages.count(), 5, 'a page for each slide, one more for the fragment');
      await page.locator('.pdf-page pre.mermaid svg').waitFor();
      const bytes = await page.pdf({ preferCSSPageSize: true });
      assert.equal(bytes.toString('latin1').match(/\/Type ?\/Page\b/g)?.length, 5);
      assert.deepEqual([problems, requests], [[], []]);
    });
  }

  for (const format of ['true', 'h/v', 'c', 'c/t']) {
    it(`has the same numbers in print as on the screen, written as slideNumber: ${format}`, async () => {
      const file = await exportText('numbers', NUMBERED.replace('FORMAT', format));
      const { page } = await visit(file);
      const onScreen: string[] = [];
      for (const place of ['#/', '#/1', '#/1/1', '#/2', '#/3']) {
        await page.goto(pathToFileURL(file).href + place);
        const number = page.locator(`.reveal > .slide-number a[href="${place}"]`);
        onScreen.push((await number.innerText()).replace(/\s/g, ''));
      }
      const { page: printed } = await visit(file, '?print-pdf');
      const numbers = printed.locator('.pdf-page > .slide-number');
      await numbers.nth(5).waitFor();
      // The first slide has one page more for its fragment.
      assert.deepEqual(await numbers.allInnerTexts(), [onScreen[0], ...onScreen]);
    });
  }

  it('allows nothing that a deck brings in to run or leave', async () => {
    const { page, problems, requests } = await visit(await exportText('hostile', HOSTILE));
    assert.equal(await showAll(page), 2);
    await page.evaluate(() => {
      location.hash = '#/0';
    });
    const [speaker] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('s')]);
    await speaker.frameLocator('#current-slide iframe').locator('section.present h1').waitFor();
    await speaker.frameLocator('#upcoming-slide iframe').locator('section.present h1').first().waitFor();
    assert.equal(await page.evaluate('window.pwned'), undefined);
    assert.equal(await speaker.evaluate('window.pwned'), undefined);
    await page.locator('.slides > section > div > h1', { hasText: 'Later' }).waitFor({ state: 'attached' });
    assert.deepEqual([problems, requests], [[], []]);
  });

  it('has a second line of defense after the renderer', async () => {
    const file = await exportText('talk', DECK);
    const attack =
      '<img src="data:,x" onerror="window.pwned = 1"><script>window.pwned = 2</script><iframe src="https://evil.example/"></iframe>' +
      '<img src="https://evil.example/a.png"><form action="https://evil.example/"><button id="send"></button></form>';
    const html = readFileSync(file, 'utf8').replace('<h1>', `${attack}<h1>`);
    writeFileSync(file, html);
    const { page, requests } = await visit(file);
    await page.locator('#send').evaluate((button: HTMLButtonElement) => button.click());
    // A submission would begin in the page's next turn.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    assert.equal(await page.evaluate('window.pwned'), undefined);
    assert.deepEqual(requests, []);
  });

  it('is as quiet for every deck', async function () {
    const decks = markdownBelow(join(shared, 'decks'));
    if (decks.length === 0) this.skip();
    this.timeout(600_000);
    const found: Record<string, unknown> = {};
    for (const deck of decks) {
      const output = join(folder, `${basename(deck)}.html`);
      await runCli('export', deck, '-o', output, '--force');
      const { slides } = parseDeck(readFileSync(deck, 'utf8'));
      const { page, problems, requests } = await visit(output);
      if ((await showAll(page)) !== slides.length) problems.push('not all slides');
      if (problems.length + requests.length > 0) found[deck] = { problems, requests };
      await page.close();
    }
    assert.deepEqual(found, {});
  });

  it('is as safe for every attack', async function () {
    const decks = markdownBelow(join(shared, 'hostile'), 'xss');
    if (decks.length === 0) this.skip();
    this.timeout(600_000);
    const found: Record<string, unknown> = {};
    for (const deck of decks) {
      const output = join(folder, `${basename(deck)}.html`);
      await runCli('export', deck, '-o', output, '--force');
      const { page, problems, requests } = await visit(output);
      await showAll(page);
      if (problems.length + requests.length > 0) found[deck] = { problems, requests };
      await page.close();
    }
    assert.deepEqual(found, {});
  });
});

/** Runs the command line, which ends with exit code 1 where a deck has problems. */
function runCli(...args: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, ...args], () => resolve());
  });
}

function markdownBelow(...folders: string[]): string[] {
  const folder = join(...folders);
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.md')).map((file) => join(folder, file));
}
