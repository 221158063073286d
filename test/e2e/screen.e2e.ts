import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { openWorkbench } from '../vscode/session';
import { eventually, insist } from '../vscode/until';
import { PreviewPage } from './previewPage';
import type { Box, Workbench } from './workbench';

const DECK = `---
title: Screen
type: slide
slideOptions:
  theme: beige
---

# Wide

<div style="width: 1100px; text-align: right">1100</div>

---

# Tall

<div style="height: 800px">800</div>

---

# Corner

![red](pictures/red.png)

<i style="position: absolute; left: -100px; top: -10px">at the edge</i>
`;

describe('The screen on which the preview shows slides', () => {
  let workbench: Workbench;
  let preview: PreviewPage;
  const settings = '.vscode/settings.json';

  before(async () => {
    workbench = await openWorkbench();
    writeFileSync(join(workbench.folder, 'screen.md'), DECK);
    preview = await PreviewPage.open(workbench, 'screen.md');
  });
  after(() => workbench.close());

  const boxOf = async (part: Locator): Promise<Box> => (await part.boundingBox())!;
  const screen = () => boxOf(preview.frame.locator('.reveal-viewport'));
  const panel = () => boxOf(preview.frame.locator('html'));
  const mark = () => preview.frame.locator('#overflow');

  async function hasRatio(ratio: number): Promise<void> {
    await eventually(async () => {
      const { width, height } = await screen();
      isAbout(width / height, ratio, 0.01);
    });
  }

  async function choose(shape: string | RegExp): Promise<void> {
    // Now and then VS Code gives the focus back to the preview, and closes the list.
    await insist(async () => {
      await workbench.command('Deckwright: Change Slide Shape…', { opensInput: true });
      await workbench.pick(shape, { timeout: 6000 });
    });
  }

  async function goTo(title: string): Promise<void> {
    await workbench.focusEditor('screen.md');
    await workbench.goTo(DECK.slice(0, DECK.indexOf(`# ${title}`)).split('\n').length);
    await preview.shows(title);
  }

  it('is 16:9 in the middle of the panel, with the background of the editor around it', async () => {
    await hasRatio(16 / 9);
    await eventually(async () => {
      const [inner, outer] = [await screen(), await panel()];
      isAbout(inner.width, outer.width, 1);
      isAbout(inner.y - outer.y, (outer.height - inner.height) / 2, 1);
    });
    const colors = await preview.frame.locator('html').evaluate((html) => {
      const { backgroundColor } = getComputedStyle(html);
      const editor = document.createElement('i');
      editor.style.color = 'var(--vscode-editor-background)';
      document.head.append(editor);
      return [
        backgroundColor,
        getComputedStyle(editor).color,
        getComputedStyle(document.body).backgroundColor,
      ];
    });
    assert.equal(colors[0], colors[1]);
    assert.notEqual(colors[0], colors[2]);
  });

  it('has the strip with notices right above it', async () => {
    await workbench.focusEditor('screen.md');
    await workbench.goTo(5, 3);
    await workbench.insert('[');
    await preview.notices.first().waitFor();
    await eventually(async () => {
      const [strip, below] = [await boxOf(preview.frame.locator('#notices')), await screen()];
      isAbout(strip.y + strip.height, below.y, 1);
      isAbout(strip.width, below.width, 1);
    });
    await hasRatio(16 / 9);
    await workbench.page.keyboard.press('Control+z');
    await preview.notices.waitFor({ state: 'detached' });
  });

  it('changes its shape at once when one is chosen while the preview has the focus', async () => {
    await preview.mark();
    await preview.focus();
    await choose('4:3');
    await hasRatio(4 / 3);
    await choose('Deck Canvas');
    await hasRatio(960 / 700);
    await choose('Fill the Panel');
    await hasRatio((await panel()).width / (await panel()).height);
    await choose('16:10');
    await hasRatio(1.6);
    assert.equal(await preview.isMarked(), true);
    assert.ok(!existsSync(join(workbench.folder, settings)), 'it is a setting of the user');
  });

  it('keeps its shape where that is set, and says which it is', async () => {
    mkdirSync(join(workbench.folder, '.vscode'));
    writeFileSync(join(workbench.folder, settings), '{ "deckwright.preview.shape": "4:3" }');
    await hasRatio(4 / 3);
    await workbench.command('Deckwright: Change Slide Shape…', { opensInput: true });
    await workbench.quickPickRow(/4:3.*current/).waitFor();
    await workbench.pick('16:9');
    await hasRatio(16 / 9);
    await eventually(() =>
      assert.match(workbench.savedText(settings), /"deckwright\.preview\.shape": "16:9"/),
    );
  });

  it('decides what is too wide and too tall', async () => {
    await goTo('Wide');
    await preview.frame.locator('#overflow').waitFor({ state: 'hidden' });
    await choose('Deck Canvas');
    await mark().filter({ hasText: 'too wide' }).waitFor();
    await choose('16:9');
    await mark().waitFor({ state: 'hidden' });
    await goTo('Tall');
    await mark().filter({ hasText: 'too tall' }).waitFor();
  });

  it('is measured at the size of the panel, if it fills it', async () => {
    await choose('Fill the Panel');
    await mark().waitFor({ state: 'hidden' });
    await workbench.page.setViewportSize({ width: 1400, height: 400 });
    await mark().filter({ hasText: 'too tall' }).waitFor();
    await workbench.page.setViewportSize({ width: 1400, height: 900 });
    await mark().waitFor({ state: 'hidden' });
    await choose('16:9');
    await hasRatio(16 / 9);
  });

  it('is what each thumbnail shows, with everything in its place', async () => {
    await goTo('Corner');
    await preview.loadsPicture(40);
    const parts = ['h1', 'img', 'i'].map((name) => preview.slide.locator(name));
    const within = async (whole: Box) => {
      const boxes = await Promise.all(parts.map(boxOf));
      return boxes.flatMap(({ x, y, width }) => {
        return [(x - whole.x) / whole.width, (y - whole.y) / whole.height, width / whole.width];
      });
    };
    const shown = await within(await screen());
    await workbench.command('Deckwright: Slide Sorter');
    const frame = preview.frame.locator('#thumbnails > .selected');
    await frame.waitFor();
    await eventually(async () => {
      const thumbnail = await boxOf(frame);
      isAbout(thumbnail.width / thumbnail.height, 16 / 9, 0.01);
      const small = await within(thumbnail);
      for (const [index, value] of shown.entries()) isAbout(small[index]!, value, 0.01);
    });
    await preview.focus();
    await workbench.page.keyboard.press('o');
    await preview.frame.locator('.reveal.overview').waitFor({ state: 'detached' });
  });

  it('is the real one in full screen, with the background of the theme', async () => {
    await preview.focus();
    await workbench.page.keyboard.press('f');
    const viewport = preview.frame.locator('.reveal-viewport:fullscreen');
    await viewport.waitFor();
    const background = (part: Locator) => part.evaluate((at) => getComputedStyle(at).background);
    assert.equal(await background(viewport), await background(preview.frame.locator('body')));
    await hasRatio(1400 / 900);
    // The slide is as high as the display lets it.
    const slide = preview.frame.locator('.slides');
    await eventually(async () => isAbout((await boxOf(slide)).height, 0.96 * 900, 1));
    await viewport.evaluate(() => document.exitFullscreen());
    await hasRatio(16 / 9);
  });
});

function isAbout(value: number, expected: number, tolerance: number): void {
  assert.ok(Math.abs(value - expected) <= tolerance, `${value} is not about ${expected}`);
}
