/**
 * Creates the pictures of themes and transitions that hovers and completion show, from the styles and the reveal.js of
 * the preview: `node --import tsx test/look/optionPictures.ts` writes media/options.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { themes } from '../../build/slideStyles.mjs';
import schema from '../../src/core/options/deck.schema.json';
import { root } from '../vscode/paths';
import { LookBrowser } from './page';

const folder = join(root, 'media/options');
const size = { width: 256, height: 144 };
const plain = { controls: false, progress: false, slideNumber: false, margin: 0.02, width: 800, height: 450 };

const sample = `<section><div><h2>Heading</h2><p>Text with a <a href="#">link</a></p>
<ul><li>one</li><li>two</li></ul></div></section>`;

const box = (text: string, color: string) =>
  `<section><div style="background: ${color}; margin: auto; width: 70%; line-height: 300px; font-size: 3em"><strong style="color: white">${text}</strong></div></section>`;
const twoSlides = box('One', '#0f5fe1') + box('Two', '#50c3a5');

async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const browser = await LookBrowser.open();
  try {
    for (const look of ['hedgedoc', 'reveal'] as const) {
      for (const theme of themes) {
        const page = await browser.show({ theme, look, slides: sample, options: plain });
        await page.setViewportSize(size);
        writeFileSync(join(folder, `theme-${look}-${theme}.png`), await shoot(page));
        await page.close();
      }
    }
    for (const transition of schema.properties.slideOptions.properties.transition.enum) {
      const options = { ...plain, transition };
      const page = await browser.show({ theme: 'white', slides: twoSlides, options });
      await page.setViewportSize({ width: size.width / 2, height: size.height / 2 });
      writeFileSync(join(folder, `transition-${transition}.png`), await strip(page));
      await page.close();
    }
  } finally {
    await browser.close();
  }
}

/** Runs once reveal.js has laid the slides out for the current page size. */
async function shoot(page: Page): Promise<Buffer> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  return page.screenshot();
}

/** A slide, and two moments on the way to the next, side by side. */
async function strip(page: Page): Promise<Buffer> {
  const frames = [(await shoot(page)).toString('base64')];
  await page.evaluate(() => {
    window.Reveal.slide(1);
    for (const animation of document.getAnimations()) animation.pause();
  });
  for (const share of [0.07, 0.4]) {
    await page.evaluate((part) => {
      for (const animation of document.getAnimations()) {
        animation.currentTime = part * Number(animation.effect!.getComputedTiming().endTime);
      }
    }, share);
    frames.push((await shoot(page)).toString('base64'));
  }
  const pictures = frames.map(
    (frame) => `<img src="data:image/png;base64,${frame}" style="margin-right: 4px">`,
  );
  const { width, height } = page.viewportSize()!;
  await page.setViewportSize({ width: 3 * width + 8, height });
  await page.setContent(
    `<body style="margin: 0; display: flex; background: transparent">${pictures.join('')}`,
  );
  await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
  return page.screenshot({ omitBackground: true });
}

void main();
