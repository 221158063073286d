import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Locator } from 'playwright-core';
import { fixtureWorkspace } from '../vscode/paths';
import { openWorkbench } from '../vscode/session';
import { eventually, until } from '../vscode/until';
import { PreviewPage } from './previewPage';
import { SlidesView } from './slidesView';
import type { Workbench } from './workbench';

const CONFIGURATION = {
  separator: '^\\r?\\n====\\r?\\n$',
  verticalSeparator: '^\\r?\\n::::\\r?\\n$',
  theme: 'theme/dusk.css',
  css: 'more.css',
};

/** Two repositories in one: a deck of reveal-md, and a page that loads two files in a row. */
const FILES = {
  'talks/reveal-md.json': JSON.stringify(CONFIGURATION, null, 2),
  'talks/reveal.json': '{"width": 800, "height": 400}',
  'talks/theme/dusk.css': '.reveal-viewport { background: rgb(10, 20, 30); }\n',
  'talks/theme/dawn.css': '.reveal-viewport { background: rgb(250, 240, 230); }\n',
  'talks/more.css': '.reveal h1 { color: rgb(1, 2, 3); }\n',
  'talks/deck.md':
    '# One\n\n---\n\n# Still one\n\n---\n\n# The end of it\n\n====\n\n# Two\n\n::::\n\n# Below\n\n====\n\n# Three\n',
  'talks/narrow.md':
    '---\ntheme: solarized\nrevealOptions:\n  controls: true\n---\n\n# Wide in other fonts\n',
  'course/index.html': [
    '<link rel="stylesheet" href="dist/theme/white.css">',
    '<style>.reveal h2 { color: rgb(4, 5, 6); background: url(images/red.png); }</style>',
    '<section data-markdown="parts/first.md"></section>',
    '<section data-markdown="parts/second.md" data-separator="^\\n\\+\\+\\+\\n$"></section>',
    '<script>Reveal.initialize({ width: 600, height: 500 });</script>',
  ].join('\n'),
  'course/parts/first.md': '## First part\n',
  'course/parts/second.md': '## Second part\n\n![](images/red.png)\n\n+++\n\n## Its end\n',
};

function prepare(folder: string): void {
  const images = join(folder, 'course/images');
  mkdirSync(images, { recursive: true });
  copyFileSync(join(fixtureWorkspace, 'pictures/red.png'), join(images, 'red.png'));
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** Waits until an element has this style. */
async function becomes(element: Locator, property: string, value: string | RegExp): Promise<void> {
  const now = () => element.evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), property);
  await eventually(async () => {
    if (typeof value === 'string') assert.equal(await now(), value);
    else assert.match(await now(), value);
  });
}

const background = (preview: PreviewPage, color: string) =>
  becomes(preview.frame.locator('.reveal-viewport'), 'background-color', color);

/** Waits until this is the size of the slides in CSS pixels, before they are scaled. */
async function isCanvas(preview: PreviewPage, width: string, height: string): Promise<void> {
  const slides = preview.frame.locator('.slides');
  await becomes(slides, 'width', width);
  await becomes(slides, 'height', height);
}

async function hasSlides(preview: PreviewPage, count: number): Promise<void> {
  const slides = preview.frame.locator('.slides section:not(:has(section))');
  await until(async () => (await slides.count()) === count, `the preview has ${count} slides`);
}

describe('Decks that files around them set up', () => {
  describe('in a trusted folder', () => {
    let workbench: Workbench;
    const write = (name: string, text: string) => writeFileSync(join(workbench.folder, name), text);

    before(async () => {
      workbench = await openWorkbench({ prepare });
    });
    after(() => workbench.close());
    beforeEach(() => prepare(workbench.folder));
    afterEach(() => workbench.command('View: Close All Editors'));

    it('are split and look as reveal-md.json says', async () => {
      const preview = await PreviewPage.open(workbench, 'talks/deck.md');
      await preview.shows('One');
      await hasSlides(preview, 4);
      await background(preview, 'rgb(10, 20, 30)');
      await becomes(preview.slide.locator('h1').first(), 'color', 'rgb(1, 2, 3)');
      await isCanvas(preview, '800px', '400px');
      assert.equal(await preview.notices.count(), 0);
      const view = await SlidesView.open(workbench);
      await view.lists(['1 One', '2.1 Two', '  2.2 Below', '3 Three']);
    });

    it('are certain, and the status bar names the file', async () => {
      await workbench.openFile('talks/deck.md');
      const item = workbench.statusBarItem(/^Slides: reveal-md$/);
      await item.locator('[aria-label*="talks/reveal-md.json"]').waitFor();
    });

    it('follow reveal-md.json while the preview shows them', async () => {
      const preview = await PreviewPage.open(workbench, 'talks/deck.md');
      await hasSlides(preview, 4);
      await preview.mark();
      const changed = { css: 'more.css', theme: 'theme/dawn.css' };
      write('talks/reveal-md.json', JSON.stringify(changed));
      await hasSlides(preview, 3);
      await background(preview, 'rgb(250, 240, 230)');
      assert.ok(await preview.isMarked());
    });

    it('are shown by the defaults if reveal-md.json is broken, and its problem is shown in it', async () => {
      write('talks/reveal-md.json', '{\n  "separator": "x",\n  oops\n}');
      const preview = await PreviewPage.open(workbench, 'talks/deck.md');
      await preview.shows('One');
      await hasSlides(preview, 3);
      const problems = await workbench.problems();
      await problems.filter({ hasText: 'reveal-md.json' }).waitFor();
      await problems.filter({ hasText: '[Ln 4, Col 1]' }).waitFor();
    });

    it('are centered with the font of their theme, which arrives later', async () => {
      const preview = await PreviewPage.open(workbench, 'talks/narrow.md');
      await preview.shows('Wide in other fonts');
      await becomes(preview.slide.locator('h1'), 'font-family', /^"?League Gothic/);
      const places = () => preview.slide.evaluate(({ style, scrollHeight }) => [style.top, scrollHeight]);
      await eventually(async () => {
        const [top, height] = (await places()) as [string, number];
        assert.equal(top, `${(400 - height) / 2}px`);
      });
    });

    it('show pictures from the folder of the page that loads them, on its canvas and in its style', async () => {
      const preview = await PreviewPage.open(workbench, 'course/parts/second.md');
      await preview.shows('Second part');
      await preview.loadsPicture(40);
      await hasSlides(preview, 2);
      await isCanvas(preview, '600px', '500px');
      await background(preview, 'rgb(255, 255, 255)');
      await becomes(preview.slide.locator('h2'), 'color', 'rgb(4, 5, 6)');
      await becomes(preview.slide.locator('h2'), 'background-image', /course\/images\/red\.png/);
      const item = workbench.statusBarItem(/^Slides: reveal\.js$/);
      await item.locator('[aria-label*="course/index.html"]').waitFor();
      const view = await SlidesView.open(workbench);
      await view.lists(['1 Second part', '2 Its end']);
    });

    it('of a page have no broken picture among their problems', async () => {
      await workbench.openFile('course/parts/second.md');
      await workbench.statusBarItem(/^Slides: reveal\.js$/).waitFor();
      await workbench.goTo(3, 1);
      await workbench.insert('![](images/gone.png)\n');
      const problems = await workbench.problems();
      await problems.filter({ hasText: 'images/gone.png' }).waitFor();
      assert.equal(await problems.filter({ hasText: 'images/red.png' }).count(), 0);
      await workbench.selectTab('second.md');
      await workbench.command('File: Revert File');
    });
  });

  it('are read by their own text alone in Restricted Mode', async () => {
    const workbench = await openWorkbench({
      prepare(folder) {
        prepare(folder);
        const text = `---\nrevealOptions:\n  controls: true\n---\n\n${FILES['talks/deck.md']}`;
        writeFileSync(join(folder, 'talks/deck.md'), text);
      },
      restricted: true,
    });
    const preview = await PreviewPage.open(workbench, 'talks/deck.md');
    await preview.shows('One');
    await hasSlides(preview, 3);
    await isCanvas(preview, '960px', '700px');
    await background(preview, 'rgb(25, 25, 25)');
    await workbench.close();
  });
});
