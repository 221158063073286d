import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench } from '../vscode/session';
import { eventually } from '../vscode/until';
import { PreviewPage } from './previewPage';
import { type Box, steadyBox, type Workbench } from './workbench';

const FRONT_MATTER = '---\ntitle: Sorted\ntype: slide\n---\n\n';
const DECK = `${FRONT_MATTER}# One\n\n---\n\n# Two\n\n---\n\n# Three\n\n----\n\n# Three below\n\n---\n\n# Four\n`;
const TITLES = ['One', 'Two', 'Three', 'Three below', 'Four'];
const MANY_DECK =
  FRONT_MATTER + Array.from({ length: 9 }, (_, index) => `# Topic ${index + 1}\n`).join('\n---\n\n');
const COVER =
  '<div style="position: absolute; left: -900px; top: -900px; width: 3000px; height: 3000px; z-index: 9999; background: red"></div>';
const COVERED_DECK = `${FRONT_MATTER}# One\n\n${COVER}\n\n----\n\n# Two\n\n${COVER}\n`;
const LARGE = 300;
const LARGE_DECK =
  FRONT_MATTER +
  Array.from({ length: LARGE }, (_, index) => `# Slide ${index + 1}\n\nSome text.\n`).join('\n---\n\n');

function centerOf({ x, y, width, height }: Box): { x: number; y: number } {
  return { x: x + width / 2, y: y + height / 2 };
}

/** The slide sorter as a user sees it. */
class Sorter {
  constructor(readonly preview: PreviewPage) {}

  async open(): Promise<void> {
    await this.preview.workbench.command('Deckwright: Slide Sorter');
    await this.overview.waitFor();
  }

  get overview() {
    return this.preview.frame.locator('.reveal.overview');
  }

  get mark() {
    return this.preview.frame.locator('#drop-mark');
  }

  thumbnail(title: string) {
    return this.preview.frame
      .locator('.slides section:not(.stack)')
      .filter({ has: this.preview.frame.locator('h1', { hasText: new RegExp(`^${title}$`) }) });
  }

  /** The whole thumbnail, of which the slide's content is only a part. */
  async box(title: string): Promise<Box> {
    const content = centerOf(await steadyBox(this.thumbnail(title)));
    for (const frame of await this.frames.all()) {
      const box = await steadyBox(frame);
      const isWithin = (at: number, start: number, length: number) => at > start && at < start + length;
      if (isWithin(content.x, box.x, box.width) && isWithin(content.y, box.y, box.height)) return box;
    }
    throw new Error(`${title} has no thumbnail`);
  }

  get frames() {
    return this.preview.frame.locator('#thumbnails > div');
  }

  async click(title: string): Promise<void> {
    const { x, y } = centerOf(await this.box(title));
    await this.preview.workbench.page.mouse.click(x, y);
  }

  /** Waits until this slide, and no other, is marked as the selected one. */
  async selects(title: string): Promise<void> {
    await this.preview.shows(title);
    const mark = this.preview.frame.locator('#thumbnails > .selected');
    await eventually(async () => assert.deepEqual(await mark.boundingBox(), await this.box(title)));
    // The others do not keep what reveal.js puts on the shown slide.
    const shown = this.preview.frame.locator('.slides section.present:not(.stack) h1');
    await eventually(async () => assert.deepEqual(await shown.allTextContents(), [title]));
  }

  /** Waits until these are the titles of all slides. */
  async lists(titles: readonly string[]): Promise<void> {
    const shown = this.preview.frame.locator('.slides h1');
    await eventually(async () => assert.deepEqual(await shown.allTextContents(), titles));
  }

  /** Drags a thumbnail to a place on another, given as fractions of its width and height, and drops it there. */
  async drag(title: string, target: string, right: number, down: number): Promise<void> {
    const { mouse } = this.preview.workbench.page;
    const from = centerOf(await this.box(title));
    const to = await this.box(target);
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(to.x + right * to.width, to.y + down * to.height, { steps: 5 });
    await this.mark.waitFor();
    await mouse.up();
  }
}

describe('The slide sorter', () => {
  let workbench: Workbench;
  let preview: PreviewPage;
  let sorter: Sorter;

  before(async () => {
    workbench = await openWorkbench();
    writeFileSync(join(workbench.folder, 'sorted.md'), DECK);
    writeFileSync(join(workbench.folder, 'large.md'), LARGE_DECK);
    writeFileSync(join(workbench.folder, 'many.md'), MANY_DECK);
    writeFileSync(join(workbench.folder, 'covered.md'), COVERED_DECK);
    preview = await PreviewPage.open(workbench, 'sorted.md');
    sorter = new Sorter(preview);
  });
  after(() => workbench.close());

  /** Waits until the file has these titles and separators, once it is saved. */
  async function becomes(expected: string): Promise<void> {
    await workbench.focusEditor('sorted.md');
    await eventually(async () => {
      await workbench.save();
      const text = workbench.savedText('sorted.md').slice(FRONT_MATTER.length);
      assert.equal(text.split(/\n+/).filter(Boolean).join(' '), expected);
    });
  }

  async function undo(): Promise<void> {
    await workbench.focusEditor('sorted.md');
    await workbench.page.keyboard.press('Control+z');
    await workbench.savesAs('sorted.md', DECK);
    await sorter.lists(TITLES);
  }

  it('opens with its command and shows all slides with their content', async () => {
    await sorter.open();
    for (const title of TITLES) await sorter.thumbnail(title).waitFor();
  });

  it('moves a slide that is dragged after another, and undo restores the text', async () => {
    await sorter.drag('Two', 'Three', 0.9, 0.5);
    await sorter.mark.waitFor({ state: 'hidden' });
    await workbench.activeLine('sorted.md').filter({ hasText: /^18$/ }).waitFor();
    await becomes('# One --- # Three ---- # Three below --- # Two --- # Four');
    await undo();
  });

  it('moves slides into stacks and out of them', async () => {
    await sorter.drag('Four', 'Three', 0.5, 0.95);
    await becomes('# One --- # Two --- # Three ---- # Four ---- # Three below');
    await undo();
    await sorter.drag('Three below', 'One', 0.1, 0.5);
    await becomes('# Three below --- # One --- # Two --- # Three --- # Four');
    await undo();
  });

  it('leaves a slide where it was if the drag is cancelled', async () => {
    const { mouse, keyboard } = workbench.page;
    const box = await sorter.box('One');
    await mouse.move(box.x + 20, box.y + 20);
    await mouse.down();
    await mouse.move(box.x + box.width + 100, box.y + 50, { steps: 5 });
    await sorter.mark.waitFor();
    await keyboard.press('Escape');
    await sorter.mark.waitFor({ state: 'hidden' });
    await mouse.up();
    await sorter.overview.waitFor();
    await becomes('# One --- # Two --- # Three ---- # Three below --- # Four');
  });

  it('moves the selected slide with keys', async () => {
    await workbench.goTo(10);
    await preview.shows('Two');
    await workbench.command('View: Focus Next Editor Group');
    await preview.hasKeyboard();
    await workbench.page.keyboard.press('Alt+ArrowLeft');
    await workbench.activeLine('sorted.md').filter({ hasText: /^6$/ }).waitFor();
    await becomes('# Two --- # One --- # Three ---- # Three below --- # Four');
    await undo();
  });

  it('shows one slide as selected, the one moved last, even after undo', async () => {
    await workbench.goTo(10);
    await sorter.selects('Two');
    // A stack moves to where the selected slide was.
    await sorter.drag('One', 'Four', 0.9, 0.5);
    await workbench.activeLine('sorted.md').filter({ hasText: /^22$/ }).waitFor();
    await sorter.selects('One');
    await sorter.drag('Three below', 'Two', 0.5, 0.95);
    await workbench.activeLine('sorted.md').filter({ hasText: /^10$/ }).waitFor();
    await sorter.selects('Three below');
    await workbench.focusEditor('sorted.md');
    await workbench.page.keyboard.press('Control+z');
    await workbench.editorShows('sorted.md', 'One');
    await workbench.page.keyboard.press('Control+z');
    await sorter.lists(TITLES);
    await workbench.goTo(10);
    await sorter.selects('Two');
    await workbench.savesAs('sorted.md', DECK);
  });

  it('goes to a clicked slide and closes', async () => {
    await sorter.click('Four');
    await sorter.overview.waitFor({ state: 'detached' });
    await preview.shows('Four');
    await preview.isNumbered('4');
    await workbench.activeLine('sorted.md').filter({ hasText: /^22$/ }).waitFor();
  });

  it('shows the content of all thumbnails in view, even with three hundred slides', async () => {
    await workbench.focusEditor('sorted.md');
    await workbench.openFile('large.md');
    preview = await PreviewPage.of(workbench, 'large.md');
    sorter = new Sorter(preview);
    await workbench.goTo(FRONT_MATTER.split('\n').length + 6 * 199);
    await preview.shows('Slide 200');
    await sorter.open();
    for (const number of [190, 200, 205]) await sorter.thumbnail(`Slide ${number}`).waitFor();
    await preview.frame.locator('.reveal-viewport').evaluate((viewport) => {
      viewport.scrollTop = viewport.scrollHeight;
    });
    await sorter.thumbnail('Slide 300').filter({ hasText: 'Some text.' }).waitFor();
  });

  it('moves a slide as often as a held key is repeated, each time from its current place', async () => {
    const { keyboard } = workbench.page;
    await workbench.focusEditor('large.md');
    await workbench.openFile('many.md');
    preview = await PreviewPage.of(workbench, 'many.md');
    sorter = new Sorter(preview);
    await workbench.goTo(FRONT_MATTER.split('\n').length + 4);
    await sorter.selects('Topic 2');
    await workbench.command('View: Focus Next Editor Group');
    await preview.hasKeyboard();
    await workbench.tabIsActive('Preview many.md');
    await keyboard.down('Alt');
    for (let time = 0; time < 6; time++) await keyboard.down('ArrowRight');
    await keyboard.up('ArrowRight');
    await keyboard.up('Alt');
    await preview.frame.locator('.slides > section').nth(7).filter({ hasText: 'Topic 2' }).waitFor();
    await sorter.selects('Topic 2');
    await sorter.lists([1, 3, 4, 5, 6, 7, 8, 2, 9].map((number) => `Topic ${number}`));
    assert.equal(await workbench.hasNotifications(), false);
  });

  it('has the number of each thumbnail above everything that its slide shows', async () => {
    await workbench.focusEditor('many.md');
    await workbench.openFile('covered.md');
    preview = await PreviewPage.of(workbench, 'covered.md');
    sorter = new Sorter(preview);
    await sorter.thumbnail('Two').waitFor();
    const label = await sorter.frames.first().evaluate((frame) => {
      return getComputedStyle(frame, '::after').backgroundColor;
    });
    for (const title of ['One', 'Two']) {
      await eventually(async () => {
        const { x, y, width, height } = await sorter.box(title);
        const colors = [
          await workbench.colorAt(x + 10, y + 10),
          await workbench.colorAt(x + width - 3, y + height - 3),
        ];
        assert.deepEqual(colors, ['rgb(255, 0, 0)', label]);
      });
    }
  });
});
