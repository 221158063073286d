import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench } from '../vscode/session';
import { eventually, until } from '../vscode/until';
import { PreviewPage } from './previewPage';
import type { Workbench } from './workbench';

const PICTURE =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="40" height="20"%3E%3C/svg%3E';

const DECK = `---
revealOptions:
  center: true
---

# First

<h2 class="r-fit-text">Wide</h2>

---

## Picture

<img class="r-stretch" src='${PICTURE}'>
`;

describe('What reveal.js sizes by script', () => {
  let workbench: Workbench;
  let preview: PreviewPage;

  before(async () => {
    workbench = await openWorkbench({ prepare: (folder) => writeFileSync(join(folder, 'sized.md'), DECK) });
    preview = await PreviewPage.open(workbench, 'sized.md');
  });
  after(() => workbench.close());

  const sizeOf = (selector: string, property: 'fontSize' | 'height') =>
    preview.slide
      .locator(selector)
      .evaluate((element, name) => Number.parseFloat((element as HTMLElement).style[name]), property);

  it('fits the slide from the start, and while it is edited', async () => {
    await preview.shows('Wide');
    const fontSize = () => sizeOf('.r-fit-text', 'fontSize');
    await until(async () => (await fontSize()) > 200, 'the text is as wide as the slide');
    const before = await fontSize();
    await workbench.goTo(7, 9);
    await workbench.insert(' slide');
    await preview.shows('First slide');
    await eventually(async () => assert.equal(await fontSize(), before));
    await workbench.goTo(9, 29);
    await workbench.insert(' and longer');
    await preview.shows('Wide and longer');
    await until(async () => (await fontSize()) < before / 2, 'the longer text fits');
    const { top, height } = await preview.slide.evaluate((section) => ({
      top: Number.parseFloat((section as HTMLElement).style.top),
      height: section.scrollHeight,
    }));
    assert.ok(Math.abs(top - (700 - height) / 2) <= 1, 'the slide is in the middle');
  });

  it('takes the rest of the slide, also of one that is edited', async () => {
    await workbench.goTo(13);
    await preview.shows('Picture');
    const height = () => sizeOf('.r-stretch', 'height');
    await until(async () => (await height()) > 300, 'the picture takes the rest');
    const before = await height();
    await workbench.goTo(13, 11);
    await workbench.insert('\n\nMore text');
    await preview.shows('More text');
    await until(async () => (await height()) < before - 30, 'the picture leaves room for the text');
  });
});
