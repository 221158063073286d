import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { launchBrowser } from '../vscode/chromium';
import { root, temporaryFolder } from '../vscode/paths';
import { openWorkbench } from '../vscode/session';
import { until } from '../vscode/until';
import { PreviewPage } from './previewPage';
import type { Workbench } from './workbench';

const LINES = Array.from({ length: 40 }, (_, index) => `const line${index + 1} = 0;`).join('\n');

const DECK = `---
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

/** The block of code that is on top, in a page of an exported deck or in the preview. */
const shown = (page: Page | FrameLocator) =>
  page.locator('section.present pre > code:is(:not(.fragment), .current-fragment)').last();

/** Whether the lines that a block highlights are within what is visible of it. */
function isInSight(code: Element): boolean {
  const { top, bottom } = code.getBoundingClientRect();
  const lines = [...code.querySelectorAll('.highlight-line')].map((line) => line.getBoundingClientRect());
  return lines.length > 0 && lines.every((line) => line.top >= top - 1 && line.bottom <= bottom + 1);
}

describe('The steps of code', () => {
  describe('in the preview', () => {
    let workbench: Workbench;
    let preview: PreviewPage;

    before(async () => {
      workbench = await openWorkbench({
        prepare: (folder) => writeFileSync(join(folder, 'steps.md'), DECK),
      });
      preview = await PreviewPage.open(workbench, 'steps.md');
    });
    after(() => workbench.close());

    it('highlight other lines with the next key, in color and in sight', async () => {
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

    it('stay while their slide is edited, also their code', async () => {
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
  });

  describe('in an exported page', () => {
    let browser: Browser;
    let url: string;

    before(async () => {
      const folder = temporaryFolder('steps');
      writeFileSync(join(folder, 'steps.md'), DECK);
      execFileSync(process.execPath, [join(root, 'dist/cli.js'), 'export', join(folder, 'steps.md')]);
      url = pathToFileURL(join(folder, 'steps.html')).href;
      browser = await launchBrowser();
    });
    after(() => browser.close());

    it('highlight other lines with the next key, in color and in sight', async () => {
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

    it('are a page each in print', async () => {
      const page = await browser.newPage();
      await page.goto(`${url}?view=print`);
      await page.locator('.pdf-page code.current-fragment').waitFor();
      assert.equal(await page.locator('.pdf-page').count(), 3);
    });
  });
});
