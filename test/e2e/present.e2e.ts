import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { openWorkbench } from '../vscode/session';
import { eventually } from '../vscode/until';
import { PresenterPanel } from './presenterPanel';
import { PreviewPage } from './previewPage';
import type { Workbench } from './workbench';

const DECK = `---
title: Talk
type: slide
slideOptions:
  totalTime: 600
---

# Opening

Note:
Welcome **everybody**.

Say **hello**.

---

# Steps

- first <!-- .element: class="fragment" -->
- second <!-- .element: class="fragment" -->

---

# Closing
`;

/** The window with the slides, as the audience sees it. */
class Audience {
  constructor(readonly page: Page) {}

  get frame(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  get slide(): Locator {
    return this.frame.locator('.reveal.ready.filled .slides section.present:not(.stack)');
  }

  get steps(): Locator {
    return this.slide.locator('.fragment.visible');
  }

  async shows(text: string): Promise<void> {
    await this.slide.filter({ hasText: text }).waitFor();
  }

  /** Moves a finger over the slide by so many pixels to the right. */
  async swipe(by: number): Promise<void> {
    await this.slide.evaluate((target, way) => {
      for (const [type, clientX] of [
        ['pointerdown', 400],
        ['pointermove', 400 + way],
        ['pointerup', 400 + way],
      ] as const) {
        const options = { pointerType: 'touch', clientX, clientY: 300, bubbles: true, cancelable: true };
        target.dispatchEvent(new PointerEvent(type, options));
      }
    }, by);
  }

  async press(key: string): Promise<void> {
    await this.slide.click({ position: { x: 5, y: 5 } });
    await this.page.keyboard.press(key);
  }
}

const counts = (steps: Locator, count: number) =>
  eventually(async () => assert.equal(await steps.count(), count));

describe('A deck that is presented', () => {
  let workbench: Workbench;
  let audience: Audience;
  let presenter: PresenterPanel;

  before(async () => {
    workbench = await openWorkbench({
      prepare: (folder) => writeFileSync(join(folder, 'talk.md'), DECK),
      file: 'talk.md',
    });
    const preview = await PreviewPage.open(workbench, 'talk.md');
    await preview.focus();
    const opening = workbench.page.waitForEvent('popup');
    await workbench.page.keyboard.press('F5');
    audience = new Audience(await opening);
    presenter = await PresenterPanel.of(workbench, 'talk.md');
  });
  after(() => workbench.close());

  it('has its slides in a window of their own, and the next one beside the notes', async () => {
    await audience.shows('Opening');
    await presenter.shows('Opening', 'Steps');
    for (const loud of ['everybody', 'hello']) {
      await presenter.notes.locator('strong', { hasText: loud }).waitFor();
    }
    assert.equal(await audience.frame.locator('#notices, #overflow').count(), 0);
    await workbench.hasTabs('talk.md', 'Preview talk.md', 'Presenter talk.md');
  });

  it('starts the timer with the first step', async () => {
    assert.equal(await presenter.elapsed.innerText(), '0:00');
    await presenter.button('Start').waitFor();
    await presenter.focus();
    await workbench.page.keyboard.press('PageDown');
    await presenter.button('Pause').waitFor();
    await eventually(async () => assert.notEqual(await presenter.elapsed.innerText(), '0:00'));
    await audience.shows('Steps');
  });

  it('goes together, step by step, whichever panel has the keyboard', async () => {
    await presenter.notes.filter({ hasText: 'This slide has no notes.' }).waitFor();
    await counts(presenter.slide('next').locator('.fragment.visible'), 1);
    await audience.press('ArrowRight');
    await counts(presenter.slide('current').locator('.fragment.visible'), 1);
    await counts(presenter.slide('next').locator('.fragment.visible'), 2);
    await presenter.focus();
    await workbench.page.keyboard.press('Space');
    await counts(audience.steps, 2);
    await presenter.shows('Steps', 'Closing');
    await workbench.page.keyboard.press('PageUp');
    await counts(audience.steps, 1);
    await presenter.button('Back').click();
    await counts(audience.steps, 0);
    await workbench.page.keyboard.press('ArrowRight');
    await counts(audience.steps, 1);
  });

  it('goes back and forth when the slides are swiped', async () => {
    await audience.swipe(-200);
    await counts(presenter.slide('current').locator('.fragment.visible'), 2);
    await audience.swipe(200);
    await counts(presenter.slide('current').locator('.fragment.visible'), 1);
  });

  it('shows an edit in both panels, on the same slide and step', async () => {
    await workbench.focusEditor('talk.md');
    await workbench.goTo(17, 8);
    await workbench.insert(' by step');
    await audience.shows('Steps by step');
    await counts(audience.steps, 1);
    await workbench.goTo(8);
    await workbench.insert('# New\n\n---\n\n');
    await presenter.shows('Steps by step', 'second');
    await counts(presenter.slide('current').locator('.fragment.visible'), 1);
    await audience.shows('Steps by step');
    await counts(audience.steps, 1);
    await eventually(async () =>
      assert.equal(await presenter.frame.locator('.position').innerText(), '3 / 4'),
    );
  });

  it('has a black and a white screen, also by the keys of clickers', async () => {
    const curtain = audience.frame.locator('.curtain');
    await audience.press('.');
    await eventually(async () =>
      assert.equal(await curtain.evaluate((at) => getComputedStyle(at).backgroundColor), 'rgb(0, 0, 0)'),
    );
    await curtain.waitFor();
    await presenter.frame.getByText('The audience sees a black screen').waitFor();
    await presenter.button('White Screen').click();
    await eventually(async () =>
      assert.equal(
        await curtain.evaluate((at) => getComputedStyle(at).backgroundColor),
        'rgb(255, 255, 255)',
      ),
    );
    await presenter.focus();
    await workbench.page.keyboard.press('w');
    await curtain.waitFor({ state: 'hidden' });
  });

  it('is shown in full screen on request', async () => {
    await audience.press('f');
    const whole = audience.frame.locator('.reveal-viewport:fullscreen');
    await whole.waitFor();
    await audience.shows('Steps by step');
    await whole.evaluate(() => document.exitFullscreen());
    await whole.waitFor({ state: 'detached' });
  });

  it('has a pointer that follows the mouse in the other panel, too', async () => {
    await presenter.button('Pointer').click();
    await presenter.slide('current').hover();
    const dot = audience.frame.locator('.dot');
    await dot.waitFor();
    await audience.slide.hover({ force: true });
    await presenter.dot.waitFor();
    await presenter.button('Pointer').click();
    await dot.waitFor({ state: 'hidden' });
  });

  it('goes to a slide that is found by its title', async () => {
    await presenter.focus();
    await workbench.page.keyboard.press('g');
    const filter = presenter.frame.getByRole('combobox');
    await filter.fill('closing');
    await eventually(async () => assert.equal(await presenter.frame.getByRole('option').count(), 1));
    await filter.press('Enter');
    await audience.shows('Closing');
    await presenter.frame.getByText('End of the presentation').waitFor();
    await filter.waitFor({ state: 'hidden' });
  });

  it('pauses and resets its time, and says how it compares with the plan', async () => {
    const pace = presenter.frame.locator('.pace');
    await pace.filter({ hasText: 'ahead' }).waitFor();
    await presenter.button('Pause').click();
    await presenter.button('Start').waitFor();
    await presenter.button('Reset').click();
    await eventually(async () => assert.equal(await presenter.elapsed.innerText(), '0:00'));
    await eventually(async () => assert.equal(await pace.innerText(), '7:30 ahead'));
  });

  it('makes its notes larger and smaller by keys', async () => {
    const size = () =>
      presenter.notes.evaluate((notes) => Number.parseFloat(getComputedStyle(notes).fontSize));
    const usual = await size();
    await presenter.focus();
    await workbench.page.keyboard.press('+');
    await eventually(async () => assert.ok((await size()) > usual));
    await workbench.page.keyboard.press('-');
    await eventually(async () => assert.ok(Math.abs((await size()) - usual) < 0.01));
  });

  it('goes on where it was after its editor is closed and the window is reloaded', async () => {
    await workbench.page.keyboard.press('Home');
    await workbench.page.keyboard.press('PageDown');
    await presenter.shows('Opening', 'Steps by step');
    await presenter.button('Pause').waitFor();
    await workbench.focusEditor('talk.md');
    await workbench.save();
    await workbench.closeTab('talk.md');
    const opening = workbench.page.waitForEvent('popup');
    await workbench.reload();
    audience = new Audience(await opening);
    await audience.shows('Opening');
    presenter = await PresenterPanel.of(workbench, 'talk.md');
    await presenter.shows('Opening', 'Steps by step');
    await presenter.button('Pause').waitFor();
    await eventually(async () => assert.notEqual(await presenter.elapsed.innerText(), '0:00'));
  });

  it('is rehearsed, and takes the times of its slides if its author wants that', async () => {
    await workbench.openFile('talk.md');
    await workbench.command('Deckwright: Rehearse');
    presenter = await PresenterPanel.of(workbench, 'talk.md');
    await presenter.shows('New', 'Opening');
    await presenter.focus();
    await workbench.page.keyboard.press('PageDown');
    await presenter.shows('Opening', 'Steps by step');
    await presenter.button('End Rehearsal').click();
    const table = workbench.page.locator('.monaco-editor .view-lines', { hasText: 'Rehearsal of talk.md' });
    await table.filter({ hasText: /\|\s1\s\|\sNew\s\|\s0:\d\d\s\|\s2:30\s\|/ }).waitFor();
    await table.filter({ hasText: /\|\s2\s\|\sOpening\s\|\s0:\d\d\s\|\s2:30\s\|/ }).waitFor();
    await workbench.answerNotification('data-timing', 'Write into Deck');
    await workbench.selectTab('talk.md');
    await workbench.save();
    const timed = /data-timing="\d+" -->\n# New[\s\S]*data-timing="\d+" -->\n# Opening[\s\S]*\n\n# Steps/;
    await eventually(() => assert.match(workbench.savedText('talk.md'), timed));
  });

  it('is presented from the slide of the cursor with the key in the editor', async () => {
    await workbench.focusEditor('talk.md');
    await workbench.goTo(workbench.savedText('talk.md').split('\n').indexOf('# Closing') + 1);
    await workbench.page.keyboard.press('Control+Alt+p');
    await audience.shows('Closing');
  });
});
