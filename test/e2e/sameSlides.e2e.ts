import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../vscode/chromium';
import { root, temporaryFolder } from '../vscode/paths';
import { openWorkbench } from '../vscode/session';
import { eventually } from '../vscode/until';
import { PreviewPage } from './previewPage';

/**
 * What is on the slides of a page, without what each page needs for itself: source lines, addresses of pictures,
 * states of fragments, the drawings themselves, and style sheets, which the preview keeps apart.
 */
function slidesOf(): string[] {
  const sections = [...document.querySelectorAll('.slides section')].filter(
    (section) => !section.querySelector('section'),
  );
  return sections.map((section) => {
    const copy = section.cloneNode(true) as HTMLElement;
    for (const element of copy.querySelectorAll('style, script, svg *')) element.remove();
    for (const element of copy.querySelectorAll('*')) {
      for (const name of ['data-line', 'data-fragment-index', 'data-markdown', 'src', 'style']) {
        if (name !== 'style' || element.localName === 'svg') element.removeAttribute(name);
      }
      if (element.localName === 'svg')
        for (const name of element.getAttributeNames()) element.removeAttribute(name);
      if (element.id) element.id = element.id.replace(/^user-content-/, '');
      element.classList.remove('visible', 'current-fragment');
      if (element.getAttribute('class') === '') element.removeAttribute('class');
    }
    return copy.innerHTML
      .replace(/<!--.*?-->/gs, '')
      .replace(/\s+/g, ' ')
      .trim();
  });
}

/** Diagrams and formulas that are not drawn, and code that is not colored. */
function unfinished(): string[] {
  const drawings = [...document.querySelectorAll('pre.mermaid, span.mathjax')];
  const code = [...document.querySelectorAll('pre > code.hljs')];
  const missing = [
    ...drawings.filter((element) => !element.querySelector('svg')),
    ...code.filter((element) => !element.querySelector('span[class^="hljs-"]')),
  ];
  return missing.map(({ textContent }) => textContent);
}

/** Seconds: diagrams take long on a busy machine. */
const PATIENCE = 120;

describe('A deck in the preview and as an exported page', () => {
  let browser: Browser;

  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser.close());

  it('has the same on its slides', async function () {
    this.timeout(3000 * PATIENCE);
    const workspace = 'media/sample';
    const file = join(temporaryFolder('export'), 'sample.html');
    const deck = join(root, workspace, 'sample.md');
    execFileSync(process.execPath, [join(root, 'dist/cli.js'), 'export', deck, '-o', file]);
    const page = await browser.newPage();
    await page.goto(pathToFileURL(file).href);
    await eventually(async () => assert.deepEqual(await page.evaluate(unfinished), []), PATIENCE);
    const exported = await page.evaluate(slidesOf);

    const workbench = await openWorkbench({ workspace });
    const preview = await PreviewPage.open(workbench, 'sample.md');
    await preview.focus();
    // In the overview the preview shows all slides; otherwise it has only those near the current one.
    await workbench.page.keyboard.press('o');
    await preview.frame.locator('.slides section:not(.stack):empty').first().waitFor({ state: 'detached' });
    const previewed = preview.frame.locator('body');
    await eventually(async () => assert.deepEqual(await previewed.evaluate(unfinished), []), PATIENCE);
    assert.ok(exported.length > 10);
    assert.deepEqual(await previewed.evaluate(slidesOf), exported);
    const emoji = preview.frame.locator('img.emoji');
    assert.ok((await emoji.count()) > 0);
    for (const picture of await emoji.all()) {
      // Drawn, not written in whatever font the system has.
      assert.doesNotMatch(decodeURIComponent((await picture.getAttribute('src')) ?? ''), /<text/);
    }
    await workbench.close();
  });
});
