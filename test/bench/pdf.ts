// What a PDF file costs: a deck of 300 slides on the command line, and what Chromium takes to print the same page.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withPage } from '../../src/export/browser/withPage';
import { ensureChromium } from '../vscode/chromium';
import { root, temporaryFolder } from '../vscode/paths';
import { makeDeck } from './decks';
import { medians, timed } from './measure';

const SLIDES = 300;

export async function benchPdf(): Promise<void> {
  const browser = await ensureChromium();
  const folder = temporaryFolder('bench-pdf');
  const cli = join(root, 'dist/cli.js');
  const run = (...args: string[]) =>
    execFileSync(process.execPath, [cli, 'export', 'deck.md', ...args], { cwd: folder });
  writeFileSync(join(folder, 'deck.md'), makeDeck(SLIDES).text);
  run('-o', 'deck.html');
  const html = readFileSync(join(folder, 'deck.html'), 'utf8');
  const shown = {
    browser,
    size: { width: 1280, height: 720 },
    search: '?view=print&pdfMaxPagesPerSlide=1&pdfSeparateFragments=false',
    limit: 600_000,
  };
  const { chromium, deckwright } = await medians(
    {
      chromium: async () => {
        const start = performance.now();
        await withPage(html, shown, async (page) => {
          // With the shadow of HedgeDoc's page, Chromium prints for minutes.
          await page.evaluate("document.body.style.textShadow = 'none'");
          await page.pdf({ printBackground: true, preferCSSPageSize: true, timeout: 0 });
        });
        return performance.now() - start;
      },
      deckwright: timed(() => run('--to', 'pdf', '--browser', browser, '--force')),
    },
    { rounds: 3, seconds: 60 },
  );
  console.log(`\nA PDF of ${SLIDES} slides, from start to end:`);
  console.log(`  Chromium alone, of the exported page  ${Math.round(chromium)} ms`);
  console.log(
    `  deckwright export --to pdf            ${Math.round(deckwright)} ms, ${(deckwright / chromium).toFixed(1)} times as long`,
  );
}
