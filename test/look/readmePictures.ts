/**
 * Takes the README's pictures in the real workbench, after `npm run build`:
 *   node --import tsx test/look/readmePictures.ts
 * writes them into media/readme. Look at them before they are committed.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PresenterPanel } from '../e2e/presenterPanel';
import { PreviewPage } from '../e2e/previewPage';
import { SlidesView } from '../e2e/slidesView';
import type { Workbench } from '../e2e/workbench';
import { ensureChromium, launchBrowser } from '../vscode/chromium';
import { root, temporaryFolder } from '../vscode/paths';
import { runMain } from '../vscode/processes';
import { closeAll, openWorkbench } from '../vscode/session';

const folder = join(root, 'media/readme');
const viewport = { width: 1400, height: 860 };

/** The sample deck: name of the picture, words of its slide, line of the cursor, theme. */
const SAMPLES = [
  ['preview', 'Team Ops - last week', 60, 'Default Light Modern'],
  ['diagram', 'Diagrams', 183, 'Default Light Modern'],
  ['title', 'Slides from plain text', 19, 'Default Dark Modern'],
] as const;

const CHART = `<svg xmlns="http://www.w3.org/2000/svg" width="360" height="150"><rect width="360" height="150" fill="#eef2fb"/>${[
  25, 45, 65, 90, 115,
]
  .map((height, index) => {
    const color = index < 4 ? '#0f5fe1' : '#50c3a5';
    return `<rect x="${30 + index * 65}" y="${130 - height}" width="40" height="${height}" fill="${color}"/>`;
  })
  .join('')}</svg>`;

/** A community call with one mistake of each of the most common kinds. */
const DECK = `---
title: Community Call
type: slide
slideOptions:
  theme: white
  transition: 'slide'
---

<style>
    .slides h1 { font-size: 48px; color: #0f5fe1; }
    .slides h2 { font-size: 40px; color: "#0f5fe1"; }
    .slides li, .slides p { font-size: 28px; }
</style>

# Community Call 2026-11-26

Presented by <a href="https://github.com/octocat">@octocat</a>

---

# Team Container

Report by <a href="https://github.com/octocat">@octodog</a>

----

## Team Container - Cluster stacks

* New release, with upgrades tested *twice*
* [Notes of the sprint](./sprint-notes.md)
* Next: images for two more providers

![Uptake](./uptake.svg =360x)

---

# Team Ops

----

## Team Ops - Monitoring

* Dashboards for all regions
* Alerts are sent where they are read
---
# Events

* 2026-12-03 Hackathon in Berlin

Note: ask who comes
`;

async function main(): Promise<number> {
  process.env.CHROMIUM_PATH = await ensureChromium();
  for (const sample of SAMPLES) await takeSample(...sample);
  await takeCompletion();
  await takePresenter();
  await takeProblemsAndSorter();
  await closeAll();
  await takeExport();
  await takeSite();
  return 0;
}

const SAMPLE_SIZE = { width: 1280, height: 560 };

function openSample(theme: string): Promise<Workbench> {
  return openWorkbench({
    workspace: 'media/sample',
    viewport: SAMPLE_SIZE,
    settings: {
      'workbench.colorTheme': theme,
      'editor.minimap.enabled': false,
      'workbench.layoutControl.enabled': false,
      'window.commandCenter': false,
    },
  });
}

async function takeSample(...[name, words, line, theme]: (typeof SAMPLES)[number]): Promise<void> {
  const workbench = await openSample(theme);
  const preview = await PreviewPage.open(workbench, 'sample.md');
  await workbench.command('View: Close Primary Side Bar');
  await workbench.focusEditor('sample.md');
  await workbench.goTo(line);
  await preview.shows(words);
  if (name === 'diagram') await preview.slide.locator('svg .node').first().waitFor();
  await shoot(workbench, name, { x: 0, y: 0, ...SAMPLE_SIZE });
  await workbench.close();
}

async function takeCompletion(): Promise<void> {
  const workbench = await openSample('Default Light Modern');
  await workbench.openFile('sample.md');
  await workbench.statusBarItem('Slides: HedgeDoc').waitFor();
  await workbench.command('View: Close Primary Side Bar');
  await workbench.focusEditor('sample.md');
  await workbench.goTo(5, 10);
  await workbench.page.keyboard.press('Control+Space');
  await workbench.suggestion('white').waitFor();
  // Again, with the details, which include a picture.
  await workbench.page.keyboard.press('Control+Space');
  await workbench.page.locator('.suggest-details img').waitFor();
  await shoot(workbench, 'completion', { x: 52, y: 36, width: 860, height: 360 });
  await workbench.close();
}

/** The title slide of the sample deck, which has notes. */
async function takePresenter(): Promise<void> {
  const workbench = await openSample('Default Dark Modern');
  const { page } = workbench;
  await workbench.openFile('sample.md');
  await workbench.statusBarItem('Slides: HedgeDoc').waitFor();
  await workbench.command('View: Close Primary Side Bar');
  await workbench.focusEditor('sample.md');
  await workbench.goTo(21);
  const opening = page.waitForEvent('popup');
  await workbench.command('Deckwright: Present');
  await opening;
  const presenter = await PresenterPanel.of(workbench, 'sample.md');
  await presenter.shows('Slides from plain text', 'What makes a deck');
  await shoot(workbench, 'presenter', {
    x: 52,
    y: 36,
    width: SAMPLE_SIZE.width - 52,
    height: SAMPLE_SIZE.height - 70,
  });
  await workbench.close();
}

/** The page as a browser shows it. */
async function takeExport(): Promise<void> {
  const page = join(temporaryFolder('export'), 'sample.html');
  const made = spawnSync(process.execPath, ['dist/cli.js', 'export', 'media/sample/sample.md', '-o', page], {
    cwd: root,
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(made.stderr);
  const browser = await launchBrowser();
  const shown = await browser.newPage({ viewport: { width: 960, height: 540 } });
  await shown.goto(`${pathToFileURL(page)}#/2/1`);
  await shown.locator('.reveal.ready section.present h2').first().waitFor();
  await shown.screenshot({ path: join(folder, 'export.png'), animations: 'disabled' });
  await browser.close();
}

/** The decks of a site: file, theme, title, and what is below it. */
const SITE_DECKS = [
  ['community-call/20261203.md', 'white', 'Community Call', '2026-12-03'],
  ['community-call/20261126.md', 'sky', 'Community Call', '2026-11-26'],
  ['community-call/20261119.md', 'black', 'Community Call', '2026-11-19'],
  ['community-call/20261112.md', 'solarized', 'Community Call', '2026-11-12'],
  ['talks/20261002-one-cloud.md', 'moon', 'One Cloud for All', 'By many, for many'],
  ['talks/20260918-first-steps.md', 'league', 'First Steps', 'From zero to a cluster'],
] as const;

/** The index as a browser shows it. */
async function takeSite(): Promise<void> {
  const workspace = temporaryFolder('site');
  for (const [file, theme, title, below] of SITE_DECKS) {
    mkdirSync(dirname(join(workspace, 'Decks', file)), { recursive: true });
    const text = `---\ntitle: ${title}\ntype: slide\nslideOptions:\n  theme: ${theme}\n---\n\n# ${title}\n\n${below}\n\n---\n\n# Team Ops\n`;
    writeFileSync(join(workspace, 'Decks', file), text);
  }
  const cli = join(root, 'dist/cli.js');
  const args = ['export', 'Decks', '--to', 'site', '-o', 'site', '--browser', await ensureChromium()];
  const made = spawnSync(process.execPath, [cli, ...args], { cwd: workspace, encoding: 'utf8' });
  if (made.status !== 0) throw new Error(made.stderr);
  const browser = await launchBrowser();
  const shown = await browser.newPage({ viewport: { width: 1180, height: 760 } });
  await shown.goto(String(pathToFileURL(join(workspace, 'site/index.html'))));
  await shown.screenshot({ path: join(folder, 'site.png'), animations: 'disabled' });
  await browser.close();
}

/** Without pointer and cursor. */
async function shoot(
  { page }: Workbench,
  name: string,
  clip: { x: number; y: number; width: number; height: number },
): Promise<void> {
  await page.mouse.move(5, clip.y + clip.height - 5);
  await page.locator('.workbench-hover:visible').waitFor({ state: 'hidden' });
  const picture = await page.screenshot({ clip, animations: 'disabled', caret: 'hide' });
  writeFileSync(join(folder, `${name}.png`), picture);
}

async function takeProblemsAndSorter(): Promise<void> {
  const workspace = temporaryFolder('readme');
  mkdirSync(join(workspace, 'community-call'));
  writeFileSync(join(workspace, 'community-call/20261126.md'), DECK);
  writeFileSync(join(workspace, 'community-call/uptake.svg'), CHART);
  const workbench = await openWorkbench({
    workspace: relative(root, workspace),
    file: 'community-call/20261126.md',
    viewport,
    settings: { 'workbench.colorTheme': 'Default Light Modern', 'editor.minimap.enabled': false },
  });
  const { page } = workbench;
  const preview = await PreviewPage.open(workbench, '20261126.md');
  const view = await SlidesView.open(workbench);
  await workbench.focusEditor('20261126.md');
  await workbench.goTo(27);
  await preview.shows('Cluster stacks');
  await view.selects('2.2 Team Container - Cluster stacks');
  const problems = await workbench.problems();
  await problems.filter({ hasText: 'sprint-notes.md' }).waitFor();
  await page.locator('.codelens-decoration', { hasText: '2 slides, reported by @octodog' }).waitFor();
  await shoot(workbench, 'problems', { x: 0, y: 0, ...viewport });
  const { x, y } = (await view.pane.boundingBox())!;
  await shoot(workbench, 'slides', { x, y: y - 35, width: 300, height: 190 });
  await workbench.command('View: Toggle Panel Visibility');
  await workbench.command('Deckwright: Slide Sorter');
  await preview.frame.locator('.overview section:not(.stack)', { hasText: 'Dashboards' }).waitFor();
  const frame = (await page.locator('iframe.webview.ready').boundingBox())!;
  await shoot(workbench, 'sorter', { x: frame.x, y: frame.y - 33, width: frame.width, height: 319 });
}

runMain(main);
