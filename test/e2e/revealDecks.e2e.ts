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
import { steadyBox, type Workbench } from './workbench';

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

/** The second slide has three vertical slides, of which the last is too tall. */
const SECTIONS = `---
title: Sections
revealOptions:
  transition: none
  slideNumber: true
---

# One

---

<section data-background-color="#112233">

## Left

</section>
<section data-background-color="#445566" data-state="deep" class="middle" data-transition="zoom">

## Middle

- Step <!-- .element: class="fragment" -->

</section>
<section>

## Right

<div style="height: 900px">tall</div>

</section>

---

# Three
`;
const MIDDLE_LINE = lineOf('<section data-background-color="#445566"');

function lineOf(text: string): number {
  return SECTIONS.slice(0, SECTIONS.indexOf(text)).split('\n').length;
}

/** The block of code that is on top, in a page of an exported deck or in the preview. */
const shown = (page: Page | FrameLocator) =>
  page.locator('section.present pre > code:is(:not(.fragment), .current-fragment)').last();

/** Whether the lines that a block highlights are within what is visible of it. */
function isInSight(code: Element): boolean {
  const { top, bottom } = code.getBoundingClientRect();
  const lines = [...code.querySelectorAll('.highlight-line')].map((line) => line.getBoundingClientRect());
  return lines.length > 0 && lines.every((line) => line.top >= top - 1 && line.bottom <= bottom + 1);
}

describe('A deck of reveal.js', () => {
  describe('in the preview', () => {
    let workbench: Workbench;
    let preview: PreviewPage;

    before(async () => {
      workbench = await openWorkbench({
        prepare(folder) {
          writeFileSync(join(folder, 'steps.md'), STEPS);
          writeFileSync(join(folder, 'sized.md'), SIZED);
          writeFileSync(join(folder, 'sections.md'), SECTIONS);
        },
      });
      preview = await PreviewPage.open(workbench, 'steps.md');
    });
    after(() => workbench.close());

    it('highlights other lines of code with the next key, in color and in sight', async () => {
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

    it('keeps the step of code that is shown while its slide is edited, also the code', async () => {
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

    describe('with sizes that reveal.js computes', () => {
      before(async () => {
        await workbench.openFile('sized.md');
        preview = await PreviewPage.of(workbench, 'sized.md');
      });

      const sizeOf = (selector: string, property: 'fontSize' | 'height') =>
        preview.slide
          .locator(selector)
          .evaluate((element, name) => Number.parseFloat((element as HTMLElement).style[name]), property);

      it('fits text to the slide from the start, and while it is edited', async () => {
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

    describe('with sections in a slide', () => {
      before(async () => {
        await workbench.openFile('sections.md');
        preview = await PreviewPage.of(workbench, 'sections.md');
      });

      const press = async (key: string, title: string) => {
        await preview.focus();
        await workbench.page.keyboard.press(key);
        await preview.shows(title);
      };
      const slides = () => preview.frame.locator('.slides');
      const background = async (color: string) => {
        const shown = preview.frame.locator('.backgrounds .slide-background.present:not(.stack)');
        await eventually(async () => {
          assert.equal(await shown.evaluate((each) => getComputedStyle(each).backgroundColor), color);
        });
      };
      const tooTall = () =>
        preview.frame.locator('#overflow', { hasText: /^This slide is \d+ px too tall\.$/ });

      it('shows each as a vertical slide with its attributes and steps', async () => {
        await workbench.goTo(MIDDLE_LINE);
        await preview.shows('Left');
        await background('rgb(17, 34, 51)');
        await preview.isNumbered('2.1');
        await press('ArrowDown', 'Middle');
        await background('rgb(68, 85, 102)');
        await preview.isNumbered('2.2');
        assert.match((await preview.slide.getAttribute('class')) ?? '', /\bmiddle\b/);
        assert.equal(await preview.slide.getAttribute('data-transition'), 'zoom');
        await preview.frame.locator('.reveal-viewport.deep').waitFor();
        const place = () => preview.slide.evaluate(({ style, scrollHeight }) => [style.top, scrollHeight]);
        const [top, height] = (await place()) as [string, number];
        assert.equal(top, `${(700 - height) / 2}px`);
        const step = preview.slide.locator('.fragment');
        assert.ok(!(await step.evaluate((each) => each.matches('.visible'))));
        await press('ArrowDown', 'Middle');
        await preview.slide.locator('.fragment.visible').waitFor();
      });

      it('stays on one entry of the Slides view and leaves the cursor where it is', async () => {
        await workbench.statusBarItem('Slide 2 of 3').waitFor();
        await workbench
          .activeLine('sections.md')
          .filter({ hasText: `${MIDDLE_LINE}` })
          .waitFor();
      });

      it('stays on the section that is shown while others are typed before it, and on its step', async () => {
        await workbench.focusEditor('sections.md');
        await workbench.insert('<section>\n\n## New\n\n</section>\n');
        await preview.isNumbered('2.3');
        await preview.shows('Middle');
        await preview.slide.locator('.fragment.visible').waitFor();
        await background('rgb(68, 85, 102)');
        assert.equal(await slides().locator('section.present:not(.stack)').count(), 1);
        await press('ArrowUp', 'Middle');
        await press('ArrowUp', 'New');
        await press('ArrowDown', 'Middle');
      });

      it('comes back on it after the window is reloaded', async () => {
        await workbench.focusEditor('sections.md');
        await workbench.save();
        await workbench.reload();
        preview = await PreviewPage.of(workbench, 'sections.md');
        await preview.shows('Middle');
        await preview.isNumbered('2.3');
        await background('rgb(68, 85, 102)');
      });

      it('is marked as too tall where one of them is', async () => {
        await tooTall().waitFor({ state: 'hidden' });
        await press('ArrowDown', 'Middle');
        await press('ArrowDown', 'Right');
        await tooTall().waitFor();
        await press('ArrowUp', 'Middle');
        await tooTall().waitFor({ state: 'hidden' });
      });

      it('has one thumbnail, with the first of them', async () => {
        await workbench.command('Deckwright: Slide Sorter');
        await preview.frame.locator('.reveal.overview').waitFor();
        const thumbnails = preview.frame.locator('#thumbnails > div');
        assert.equal(await thumbnails.count(), 3);
        const title = slides().getByRole('heading', { name: 'Left', includeHidden: true });
        const box = await steadyBox(title);
        const frame = await steadyBox(thumbnails.nth(1));
        assert.ok(box.x >= frame.x && box.x + box.width <= frame.x + frame.width);
        assert.ok(box.y > frame.y && box.y + box.height < frame.y + frame.height);
        await slides().locator('h2', { hasText: 'Middle' }).waitFor({ state: 'hidden' });
        await thumbnails.nth(1).click();
        await preview.shows('Left');
        await background('rgb(17, 34, 51)');
      });

      it('keeps nothing of them when they are taken out', async () => {
        await press('ArrowDown', 'New');
        const whole = SECTIONS.replaceAll(/<\/?section[^>]*>\n?/g, '');
        writeFileSync(join(workbench.folder, 'sections.md'), whole);
        await preview.shows(/Left[\s\S]*Middle[\s\S]*Right/);
        await preview.isNumbered('2');
        assert.equal(await slides().locator('section section').count(), 0);
        assert.equal(await slides().locator('.stack, .has-sections').count(), 0);
        assert.equal(await preview.frame.locator('.slide-background.stack').count(), 0);
        assert.equal(
          await preview.slide.evaluate((each) => each.matches('[hidden], [aria-hidden], [inert]')),
          false,
        );
        await background('rgba(0, 0, 0, 0)');
        await preview.frame.locator('.reveal-viewport:not(.deep)').waitFor();
      });
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

    it('has a page for each step of code in print', async () => {
      const page = await browser.newPage();
      await page.goto(`${url}?view=print`);
      await page.locator('.pdf-page code.current-fragment').waitFor();
      assert.equal(await page.locator('.pdf-page').count(), 3);
    });
  });
});
