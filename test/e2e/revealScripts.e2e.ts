import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { launchBrowser } from '../vscode/chromium';
import { root, temporaryFolder } from '../vscode/paths';
import { openWorkbench } from '../vscode/session';
import { eventually, until } from '../vscode/until';
import { PreviewPage } from './previewPage';
import type { Workbench } from './workbench';

const LINES = Array.from({ length: 40 }, (_, index) => `const line${index + 1} = 0;`).join('\n');

const STEPS = `---
title: Steps
revealOptions:
  transition: none
---

# Steps

---

## Code

\`\`\`js [1|38-40]
${LINES}
\`\`\`

The end
`;

const PICTURE =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="20" height="40"%3E%3C/svg%3E';

const SIZED = `---
revealOptions:
  center: true
---

# First

<h2 class="r-fit-text">Wide</h2>

---

## Picture

<img class="r-stretch" src='${PICTURE}'>
`;

/** The block of code that is on top, in a page of an exported deck or in the preview. */
const shown = (page: Page | FrameLocator) =>
  page.locator('section.present pre > code:is(:not(.fragment), .current-fragment)').last();

/** Whether the lines that a block highlights are within what is visible of it. */
function isInSight(code: Element): boolean {
  const { top, bottom } = code.getBoundingClientRect();
  const lines = [...code.querySelectorAll('.highlight-line')].map((line) => line.getBoundingClientRect());
  return lines.length > 0 && lines.every((line) => line.top >= top - 1 && line.bottom <= bottom + 1);
}

describe('What reveal.js does by script', () => {
  describe('in the preview', () => {
    let workbench: Workbench;
    let preview: PreviewPage;

    before(async () => {
      workbench = await openWorkbench({
        prepare(folder) {
          writeFileSync(join(folder, 'steps.md'), STEPS);
          writeFileSync(join(folder, 'sized.md'), SIZED);
        },
      });
    });
    after(() => workbench.close());

    const sizeOf = (selector: string, property: 'fontSize' | 'height') =>
      preview.slide
        .locator(selector)
        .evaluate((element, name) => Number.parseFloat((element as HTMLElement).style[name]), property);

    it('highlights other lines of code with the next key, in color and in sight', async () => {
      preview = await PreviewPage.open(workbench, 'steps.md');
      await workbench.goTo(12);
      await preview.shows('The end');
      const code = shown(preview.frame);
      await code.locator('.highlight-line', { hasText: 'const line1 = 0;' }).waitFor();
      await code.locator('.hljs-keyword').first().waitFor();
      await preview.focus();
      await workbench.page.keyboard.press('Space');
      await code.locator('.highlight-line', { hasText: 'const line40 = 0;' }).waitFor();
      assert.equal(await code.locator('.highlight-line').count(), 3);
      assert.equal(await code.locator('.hljs-keyword').count(), 40);
      await until(() => code.evaluate(isInSight), 'the lines are in sight');
    });

    it('keeps the step while the slide is edited, also its code', async () => {
      await workbench.focusEditor('steps.md');
      await workbench.goTo(56, 1);
      await workbench.insert('Not ');
      await preview.shows('Not The end');
      await workbench.goTo(14, 7);
      await workbench.insert('first_');
      const code = shown(preview.frame);
      await code.filter({ hasText: 'const first_line1' }).waitFor();
      await code.locator('.highlight-line', { hasText: 'const line40 = 0;' }).waitFor();
      await until(async () => (await code.locator('.hljs-keyword').count()) === 40, 'colored');
    });

    it('fits text to the slide from the start, and while it is edited', async () => {
      preview = await PreviewPage.open(workbench, 'sized.md');
      await preview.shows('Wide');
      const fontSize = () => sizeOf('.r-fit-text', 'fontSize');
      await until(async () => (await fontSize()) > 200, 'the text is as wide as the slide');
      const before = await fontSize();
      await workbench.goTo(6, 8);
      await workbench.insert(' slide');
      await preview.shows('First slide');
      await eventually(async () => assert.equal(await fontSize(), before));
      await workbench.goTo(8, 28);
      await workbench.insert(' and longer');
      await preview.shows('Wide and longer');
      await until(async () => (await fontSize()) < before / 2, 'the longer text fits');
      const { top, height } = await preview.slide.evaluate((section) => ({
        top: Number.parseFloat((section as HTMLElement).style.top),
        height: section.scrollHeight,
      }));
      assert.ok(Math.abs(top - (700 - height) / 2) <= 1, 'the slide is in the middle');
    });

    it('gives pictures the rest of the slide, also of one that is edited', async () => {
      await workbench.goTo(12);
      await preview.shows('Picture');
      const height = () => sizeOf('.r-stretch', 'height');
      await until(async () => (await height()) > 300, 'the picture takes the rest');
      const before = await height();
      await workbench.goTo(12, 11);
      await workbench.insert('\n\nMore text');
      await preview.shows('More text');
      await until(async () => (await height()) < before - 30, 'the picture leaves room for the text');
    });
  });

  describe('in an exported page', () => {
    let browser: Browser;
    let url: string;

    before(async () => {
      const folder = temporaryFolder('steps');
      writeFileSync(join(folder, 'steps.md'), STEPS);
      execFileSync(process.execPath, [join(root, 'dist/cli.js'), 'export', join(folder, 'steps.md')]);
      url = pathToFileURL(join(folder, 'steps.html')).href;
      browser = await launchBrowser();
    });
    after(() => browser.close());

    it('highlights other lines of code with the next key, in color and in sight', async () => {
      const page = await browser.newPage();
      await page.goto(`${url}#/1`);
      const code = shown(page);
      await code.locator('.highlight-line', { hasText: 'const line1 = 0;' }).waitFor();
      await page.keyboard.press('ArrowRight');
      await code.locator('.highlight-line', { hasText: 'const line40 = 0;' }).waitFor();
      assert.equal(await code.locator('.hljs-keyword').count(), 40);
      await until(() => code.evaluate(isInSight), 'the lines are in sight');
      await page.keyboard.press('ArrowLeft');
      await code.locator('.highlight-line', { hasText: 'const line1 = 0;' }).waitFor();
      await until(() => code.evaluate(isInSight), 'the lines are in sight');
    });

    it('prints a page for each step of code', async () => {
      const page = await browser.newPage();
      await page.goto(`${url}?view=print`);
      await page.locator('.pdf-page code.current-fragment').waitFor();
      assert.equal(await page.locator('.pdf-page').count(), 3);
    });
  });
});
