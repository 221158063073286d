/**
 * Compares exported pages with HedgeDoc's own result for the reference decks and probes, slide by slide:
 *
 *     node --import tsx test/fidelity/compare.ts [--decks|--probes] [options of compare.mjs]
 *
 * The references and the comparing script are beside the project, in ../shared; without them this does nothing. What
 * is deliberately different is in accept.json with its reason. Needs the output of `npm run build`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { parseDeck } from '../../src/core/deck/parseDeck';
import { highlight } from '../../src/core/render/highlight';
import { exportDeck } from '../../src/export/exportDeck';
import { english } from '../../src/export/words';
import { launchBrowser } from '../vscode/chromium';
import { root, shared } from '../vscode/paths';

const FIDELITY = path.join(shared, 'fidelity');
const ACCEPT = fileURLToPath(new URL('accept.json', import.meta.url));
const SETS = {
  '--decks': {
    sources: path.join(shared, 'decks/community-call'),
    references: path.join(FIDELITY, 'reference'),
  },
  '--probes': { sources: path.join(FIDELITY, 'probes'), references: path.join(FIDELITY, 'probes/reference') },
};

async function main(args: string[]): Promise<number> {
  if (!existsSync(FIDELITY)) {
    console.log('No references here: nothing compared.');
    return 0;
  }
  const chosen = Object.entries(SETS).filter(([name]) => args.includes(name));
  const options = args.filter((arg) => !(arg in SETS));
  const browser = await launchBrowser();
  try {
    let failures = 0;
    for (const [, set] of chosen.length > 0 ? chosen : Object.entries(SETS)) {
      failures += await compareSet(browser, set.sources, set.references, options);
    }
    return failures > 0 ? 1 : 0;
  } finally {
    await browser.close();
  }
}

async function compareSet(browser: Browser, sources: string, references: string, options: string[]) {
  const described = mkdtempSync(path.join(tmpdir(), 'fidelity-'));
  try {
    for (const reference of readdirSync(references)) {
      const name = path.basename(reference, '.json');
      const slides = await describe(browser, path.join(sources, `${name}.md`), described);
      writeFileSync(path.join(described, reference), JSON.stringify({ slides }));
    }
    const script = path.join(FIDELITY, 'compare.mjs');
    const args = [script, references, described, '--accept', ACCEPT, ...options];
    return spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
  } finally {
    rmSync(described, { recursive: true });
  }
}

async function describe(browser: Browser, source: string, folder: string): Promise<unknown> {
  const file = path.join(folder, 'page.html');
  writeFileSync(file, await exportedPage(source));
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, bypassCSP: true });
  try {
    await page.route(/^https?:/, (route) => route.abort());
    await page.goto(pathToFileURL(file).href);
    await page.evaluate(readFileSync(path.join(FIDELITY, 'extract.browser.js'), 'utf8'));
    await page.evaluate(SHOW_ALL_SLIDES);
    await page.waitForFunction(EVERYTHING_IS_DRAWN);
    return await page.evaluate('window.__describeDeck()');
  } finally {
    await page.close();
  }
}

const SHOW_ALL_SLIDES = `for (const slide of Reveal.getSlides()) {
  const { h, v } = Reveal.getIndices(slide);
  Reveal.slide(h, v);
}`;
const EVERYTHING_IS_DRAWN = `[...document.querySelectorAll('.mermaid, .graphviz, .flow-chart, .sequence-diagram, .abc')]
  .every((diagram) => diagram.querySelector('svg, .alert'))
  && [...document.querySelectorAll('span.mathjax')].every((formula) => !formula.classList.contains('raw'))`;

async function exportedPage(source: string): Promise<string> {
  const { html } = await exportDeck(parseDeck(readFileSync(source, 'utf8'), { setup: 'hedgedoc' }), {
    assets: 'link',
    embeds: 'card',
    fileName: path.basename(source, '.md'),
    files: { read: () => Promise.reject(new Error('nothing is read for a page with links')) },
    trusted: true,
    hedgedocHosts: [],
    runtime: async (name) => readFileSync(path.join(root, 'dist', name)),
    highlight,
    translate: english,
  });
  return html;
}

main(process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode;
});
