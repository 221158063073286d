/**
 * Screenshots for visual inspection:
 *   node --import tsx test/look/screens.ts FOLDER
 * writes every theme in both looks, and the slides of fidelity/screens beside HedgeDoc's own picture of them with
 * the share of pixels that differ visibly.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { themes } from '../../build/slideStyles.mjs';
import { shared } from '../vscode/paths';
import { pageOf, readDeck } from './decks';
import { LookBrowser } from './page';

/** Reference picture, deck, and the slide shown in it. */
const screens = [
  ['kitchen-1', 'probes/reference/kitchen', 0, 0],
  ['kitchen-2', 'probes/reference/kitchen', 1, 0],
  ['kitchen-3', 'probes/reference/kitchen', 2, 0],
  ['20241212-title', 'reference/20241212', 0, 0],
  ['20241212-content', 'reference/20241212', 2, 0],
  ['20231026-title', 'reference/20231026', 0, 0],
  ['20231026-content', 'reference/20231026', 3, 1],
] as const;

async function main(folder: string): Promise<void> {
  const fidelity = join(shared, 'fidelity');
  if (!existsSync(fidelity)) {
    console.log(`${fidelity} is not there: no slides to show.`);
    return;
  }
  mkdirSync(folder, { recursive: true });
  const browser = await LookBrowser.open();
  try {
    for (const [name, deck, h, v] of screens) {
      const page = await browser.show(pageOf(readDeck(join(fidelity, `${deck}.json`))));
      // reveal 6 rounds the scale to hundredths, 3.9.2 did not: without this every edge differs.
      const scale = (720 * 0.96) / 700;
      await page.addStyleTag({
        content: `.slides { transform: translate(-50%, -50%) scale(${scale}) !important; }`,
      });
      const ours = await shoot(page, h, v);
      const theirs = readFileSync(join(fidelity, 'screens', `${name}.png`));
      const { share, picture } = await difference(page, ours, theirs);
      writeFileSync(join(folder, `${name}.png`), ours);
      writeFileSync(join(folder, `${name}-difference.png`), picture);
      console.log(`${name}: ${(100 * share).toFixed(2)} % of pixels differ`);
      await page.close();
    }
    const kitchen = pageOf(readDeck(join(fidelity, 'probes/reference/kitchen.json')));
    for (const look of ['hedgedoc', 'reveal'] as const) {
      for (const theme of themes) {
        const page = await browser.show({ ...kitchen, theme, look });
        for (const h of [0, 1, 2]) {
          writeFileSync(join(folder, `${look}-${theme}-${h + 1}.png`), await shoot(page, h));
        }
        await page.close();
      }
    }
  } finally {
    await browser.close();
  }
}

async function shoot(page: Page, h: number, v = 0): Promise<Buffer> {
  await page.evaluate(([column, row]) => window.Reveal.slide(column!, row), [h, v]);
  await page.waitForTimeout(1000); // progress bar and arrows move for 0.8 s
  return page.screenshot();
}

/** Pixels in which a channel differs by more than a tenth, marked red in a picture. */
async function difference(page: Page, a: Buffer, b: Buffer): Promise<{ share: number; picture: Buffer }> {
  const urls = [a, b].map((png) => `data:image/png;base64,${png.toString('base64')}`);
  const { share, url } = await page.evaluate(async (sources) => {
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    const pixels: ImageData[] = [];
    for (const source of sources) {
      const image = new Image();
      image.src = source;
      await image.decode();
      canvas.width = image.width;
      canvas.height = image.height;
      context.drawImage(image, 0, 0);
      pixels.push(context.getImageData(0, 0, image.width, image.height));
    }
    const [first, second] = pixels as [ImageData, ImageData];
    let count = 0;
    for (let i = 0; i < first.data.length; i += 4) {
      const differs = [0, 1, 2].some((c) => Math.abs(first.data[i + c]! - second.data[i + c]!) > 25);
      if (differs) count++;
      for (let c = 0; c < 3; c++) {
        second.data[i + c] = differs ? (c === 0 ? 255 : 0) : 128 + second.data[i + c]! / 2;
      }
    }
    context.putImageData(second, 0, 0);
    return { share: count / (first.data.length / 4), url: canvas.toDataURL() };
  }, urls);
  return { share, picture: Buffer.from(url.split(',')[1] ?? '', 'base64') };
}

main(process.argv[2] ?? 'test-results/look');
