import assert from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench } from '../vscode/session';
import { PreviewPage } from './previewPage';
import type { Workbench } from './workbench';

describe('Pictures in the preview', () => {
  let workbench: Workbench;
  let preview: PreviewPage;

  before(async () => {
    workbench = await openWorkbench();
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
    assert.equal(await preview.loadedWidth(preview.picture), 40);
  });

  it('are backgrounds too', async () => {
    await goTo(10, 'Backgrounds');
    assert.equal(await preview.loadedBackgroundWidth(), 64);
  });

  it('are backgrounds still after slides were inserted', async () => {
    await workbench.goTo(9);
    await workbench.insert('x\n\n----\n\ny\n\n----\n\n');
    await preview.shows('Backgrounds');
    await workbench.goTo(8);
    await preview.shows('x');
    assert.equal(await preview.loadedBackgroundWidth(), 64);
    await workbench.command('File: Revert File');
    await preview.shows('Backgrounds');
  });

  it('uploaded to HedgeDoc are shown from the copy beside the deck', async () => {
    await goTo(20, 'Uploaded once');
    assert.equal(await preview.loadedWidth(preview.picture), 50);
    assert.deepEqual(
      workbench.requests.filter((address) => address.includes('input.scs.community')),
      [],
    );
  });

  it('that are missing show as a box with their path', async () => {
    await goTo(26, 'Lost');
    const source = decodeURIComponent((await preview.picture.getAttribute('src')) ?? '');
    assert.match(source, /Picture not found:.*\.\/pictures\/lost\.png/s);
  });

  it('that are missing as a background show as a box too', async () => {
    await goTo(40, 'Lost background');
    const background = preview.frame.locator('.slide-background.present .slide-background-content');
    const image = await background.evaluate((element) => getComputedStyle(element).backgroundImage);
    assert.match(decodeURIComponent(image), /Picture not found:/);
  });

  it('appear as soon as their file does', async () => {
    await goTo(26, 'Lost');
    copyFileSync(join(workbench.folder, 'pictures/red.png'), join(workbench.folder, 'pictures/lost.png'));
    await preview.slide.locator('img[src*="lost.png"]:not([src^="data:"])').waitFor();
    assert.equal(await preview.loadedWidth(preview.picture), 40);
  });

  it('from elsewhere that do not arrive show as a box with their address', async () => {
    await goTo(32, 'From elsewhere');
    await preview.slide.locator('img[src^="data:"]').waitFor();
    assert.ok(workbench.requests.includes('https://pictures.example.org/elsewhere.png'));
    const source = decodeURIComponent((await preview.picture.getAttribute('src')) ?? '');
    assert.match(source, /pictures\.example\.org/);
  });
});

describe('Pictures from elsewhere', () => {
  for (const [name, options] of Object.entries({
    'in Restricted Mode': { restricted: true },
    'when the setting is off': { settings: { 'deckwright.preview.remotePictures': false } },
  })) {
    it(`are not even asked for ${name}`, async () => {
      const workbench = await openWorkbench(options);
      const preview = await PreviewPage.open(workbench, 'pictures.md');
      await workbench.focusEditor('pictures.md');
      await workbench.goTo(32);
      await preview.shows('From elsewhere');
      await preview.slide.locator('img[src^="data:"]').waitFor();
      await workbench.goTo(14);
      await preview.shows('Beside the deck');
      assert.equal(await preview.loadedWidth(preview.picture), 40, 'pictures of the workspace are shown');
      assert.deepEqual(workbench.outsideRequests(), []);
      await workbench.close();
    });
  }
});
