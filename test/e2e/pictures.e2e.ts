import assert from 'node:assert/strict';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench } from '../vscode/session';
import { eventually } from '../vscode/until';
import { PreviewPage } from './previewPage';
import type { Workbench } from './workbench';

/** Slides whose background is not there. */
const BACKGROUNDS = {
  'Lost picture': 'data-background="pictures/no-such.png" data-background-size="contain"',
  'Lost video': 'data-background-video="clips/no-such.mp4"',
  'Broken video': 'data-background-video="notes.md"',
  'Remote video': 'data-background-video="https://videos.example.org/a.mp4"',
  'Picture from elsewhere': 'data-background="https://pictures.example.org/behind.png"',
};

describe('Pictures in the preview', () => {
  let workbench: Workbench;
  let preview: PreviewPage;

  before(async () => {
    workbench = await openWorkbench();
    // Before a file is opened: VS Code looks for files only once.
    const sections = Object.entries(BACKGROUNDS).map(
      ([title, attributes]) => `<!-- .slide: ${attributes} -->\n# ${title}\n`,
    );
    const frontMatter = '---\ntitle: Lost\ntype: slide\nslideOptions:\n  theme: white\n---\n\n';
    writeFileSync(join(workbench.folder, 'lost.md'), frontMatter + sections.join('\n---\n\n'));
    preview = await PreviewPage.open(workbench, 'pictures.md');
  });
  after(() => workbench.close());

  const goTo = async (line: number, text: string) => {
    await workbench.focusEditor('pictures.md');
    await workbench.goTo(line);
    await preview.shows(text);
  };

  it('are loaded from beside the deck', async () => {
    await goTo(14, 'Beside the deck');
    await preview.loadsPicture(40);
  });

  it('are loaded if they name their file for reveal.js to load later', async () => {
    await goTo(12, 'Beside the deck');
    await workbench.goTo(14);
    await workbench.insert('<img data-src="pictures/red.png" class="later">\n');
    await eventually(async () => {
      const later = preview.slide.locator('img.later');
      assert.equal(await later.evaluate((image: HTMLImageElement) => image.naturalWidth), 40);
    });
    await workbench.command('File: Revert File');
  });

  it('can be backgrounds too', async () => {
    await goTo(10, 'Backgrounds');
    await preview.loadsBackground(64);
  });

  it('are still backgrounds after slides were inserted', async () => {
    await workbench.goTo(9);
    await workbench.insert('x\n\n----\n\ny\n\n----\n\n');
    await preview.shows('Backgrounds');
    await workbench.goTo(8);
    await preview.shows('x');
    await preview.loadsBackground(64);
    await workbench.command('File: Revert File');
    await preview.shows('Backgrounds');
  });

  it('uploaded to HedgeDoc are shown from the copy beside the deck', async () => {
    await goTo(20, 'Uploaded once');
    await preview.loadsPicture(50);
    assert.deepEqual(
      workbench.requests.filter((address) => address.includes('input.scs.community')),
      [],
    );
  });

  it('that are missing show as a box with their path', async () => {
    await goTo(26, 'Lost');
    await eventually(async () => {
      const source = decodeURIComponent((await preview.picture.getAttribute('src')) ?? '');
      assert.match(source, /Picture not found:.*\.\/pictures\/lost\.png/s);
    });
  });

  it('appear as soon as their file does', async () => {
    await goTo(26, 'Lost');
    copyFileSync(join(workbench.folder, 'pictures/red.png'), join(workbench.folder, 'pictures/lost.png'));
    await preview.slide.locator('img[src*="lost.png"]:not([src^="data:"])').waitFor();
    await preview.loadsPicture(40);
  });

  it('without an address show nothing, and a file that is not a picture is named as the deck names it', async () => {
    await goTo(26, 'Lost');
    await workbench.goTo(27);
    // The last one fails last: by then the page has reported the others.
    await workbench.insert('\n![]() <img src=""> ![](#) ![](deck.md)\n');
    const last = preview.picture.nth(3);
    await preview.slide.locator('img[src^="data:"]').and(last).waitFor();
    assert.match(decodeURIComponent((await last.getAttribute('src')) ?? ''), />deck\.md</);
    const sources = () => preview.picture.evaluateAll((all) => all.map((image) => image.getAttribute('src')));
    await eventually(async () => assert.deepEqual((await sources()).slice(0, 3), ['', '', '#']));
    await workbench.command('File: Revert File');
    await last.waitFor({ state: 'detached' });
  });

  it('from elsewhere that do not load show as a box with their address', async () => {
    await goTo(32, 'From elsewhere');
    await preview.slide.locator('img[src^="data:"]').waitFor();
    assert.ok(workbench.requests.includes('https://pictures.example.org/elsewhere.png'));
    const source = decodeURIComponent((await preview.picture.getAttribute('src')) ?? '');
    assert.match(source, /pictures\.example\.org/);
  });

  describe('that are missing as a background', () => {
    const label = () => preview.frame.locator('.slide-background.present:not(.stack) > .lost-background');
    const titles = Object.keys(BACKGROUNDS);

    before(async () => {
      await workbench.command('View: Close All Editors');
      preview = await PreviewPage.open(workbench, 'lost.md');
    });

    const goTo = async (title: string) => {
      await workbench.focusEditor('lost.md');
      await workbench.goTo(8 + 5 * titles.indexOf(title));
      await preview.shows(title);
    };

    for (const [title, words] of [
      ['Lost picture', 'Picture not found: pictures/no-such.png'],
      ['Lost video', 'Video not found: clips/no-such.mp4'],
      ['Broken video', 'Video not loaded: notes.md'],
      [
        'Remote video',
        'Videos from other servers are not loaded in the preview: https://videos.example.org/a.mp4',
      ],
      ['Picture from elsewhere', 'Picture not loaded: https://pictures.example.org/behind.png'],
    ] as const) {
      it(`are named in a corner, over the background of the theme: ${title}`, async () => {
        await goTo(title);
        await label().filter({ hasText: words }).waitFor();
        const background = preview.frame.locator('.slide-background.present:not(.stack)');
        const painted = () =>
          background.evaluate((element) => {
            const content = element.querySelector<HTMLElement>('.slide-background-content')!;
            return [getComputedStyle(content).backgroundImage, content.childElementCount];
          });
        await eventually(async () => assert.deepEqual(await painted(), ['none', 0]));
      });
    }

    it('are named in the slide sorter too', async () => {
      await workbench.command('Deckwright: Slide Sorter');
      await preview.frame.locator('.reveal.overview').waitFor();
      await preview.frame
        .locator('.lost-background')
        .nth(titles.length - 1)
        .waitFor();
    });
  });
});

describe('Pictures from elsewhere', () => {
  for (const [name, options] of Object.entries({
    'in Restricted Mode': { restricted: true },
    'when the setting is off': { settings: { 'deckwright.preview.remotePictures': false } },
  })) {
    it(`are not even requested ${name}`, async () => {
      const workbench = await openWorkbench(options);
      const preview = await PreviewPage.open(workbench, 'pictures.md');
      await workbench.focusEditor('pictures.md');
      await workbench.goTo(32);
      await preview.shows('From elsewhere');
      await preview.slide.locator('img[src^="data:"]').waitFor();
      await workbench.goTo(14);
      await preview.shows('Beside the deck');
      // Pictures of the workspace are shown.
      await preview.loadsPicture(40);
      assert.deepEqual(workbench.outsideRequests(), []);
      await workbench.close();
    });
  }
});
