import assert from 'node:assert/strict';
import { openWorkbench } from '../vscode/session';
import { eventually } from '../vscode/until';
import { PreviewPage } from './previewPage';
import type { Workbench } from './workbench';

describe('The preview beside the editor', () => {
  let workbench: Workbench;
  let preview: PreviewPage;

  before(async () => {
    // With motion, as most users have it.
    workbench = await openWorkbench({ motion: true });
    preview = await PreviewPage.open(workbench, 'stacks.md');
  });
  after(() => workbench.close());

  it('shows the slide of the cursor', async () => {
    await preview.shows('Title');
    await workbench.focusEditor('stacks.md');
    await workbench.goTo(17);
    await preview.shows('Topic A1');
    await preview.isNumbered('2.2');
  });

  it('says to screen readers what it is, and in which language', async () => {
    const slides = preview.frame.getByRole('region', { name: 'Slides of stacks.md' });
    await slides.locator('.reveal[lang=""]').waitFor();
    assert.equal(await preview.frame.locator('html').getAttribute('lang'), 'en');
    assert.equal(await preview.frame.locator('html').evaluate(() => document.title), 'Slides of stacks.md');
    await workbench.goTo(1, 4);
    await workbench.insert('\nlang: de');
    await slides.locator('.reveal[lang="de"]').waitFor();
    assert.equal(await preview.frame.locator('html').getAttribute('lang'), 'en');
    await workbench.command('File: Revert File');
    await slides.locator('.reveal[lang=""]').waitFor();
  });

  it('announces each slide once, by number and title, but not what is typed into it', async () => {
    const announcement = preview.frame.locator('#announcement');
    await workbench.goTo(27);
    await announcement.filter({ hasText: 'Slide 3: Team B' }).waitFor();
    await announcement.evaluate((region) => {
      const said: string[] = [];
      Object.assign(window, { said });
      new MutationObserver(() => said.push(region.textContent)).observe(region, { childList: true });
    });
    await workbench.goTo(27, 9);
    await workbench.type(' too');
    await preview.shows('Team B too');
    for (let letter = 0; letter < 4; letter++) await workbench.page.keyboard.press('Backspace');
    await preview.slide.locator('h1', { hasText: /^Team B$/ }).waitFor();
    await workbench.goTo(17);
    await announcement.filter({ hasText: 'Slide 2.2: Topic A1' }).waitFor();
    const said = () => announcement.evaluate(() => (window as unknown as { said: string[] }).said);
    await eventually(async () => assert.deepEqual(await said(), ['Slide 2.2: Topic A1']));
  });

  it('says which link cannot be opened', async () => {
    await workbench.goTo(27, 9);
    await workbench.insert('\n\n[mail](mailto:////nobody)');
    await preview.slide.locator('a', { hasText: 'mail' }).click();
    await workbench.notification(/^The link could not be opened: .*path/);
    await workbench.command('Notifications: Clear All Notifications');
    await workbench.focusEditor('stacks.md');
    await workbench.command('File: Revert File');
  });

  it('shows empty slides and those after them', async () => {
    await workbench.goTo(24);
    await preview.frame.locator('.slide-number', { hasText: /2\s*\.\s*3/ }).waitFor();
    await workbench.goTo(27);
    await preview.shows('Team B');
  });

  it('hides speaker notes', async () => {
    await preview.shows('Read the first slide again');
    await preview.slide.locator('aside.notes').waitFor({ state: 'hidden' });
  });

  it('applies what is typed without a new page, and stays on the slide', async () => {
    await preview.mark();
    await workbench.goTo(27, 9);
    await workbench.insert(' and friends');
    await preview.shows('Team B and friends');
    assert.equal(await preview.isMarked(), true);
    await preview.isNumbered('3');
  });

  it('keeps the elements that did not change', async () => {
    const paragraph = preview.slide.locator('p').first();
    await paragraph.evaluate((element) => element.setAttribute('data-kept', ''));
    await workbench.insert('!');
    await preview.shows('friends!');
    const link = preview.slide.locator('p', { hasText: 'Read' });
    assert.equal(await link.evaluate((element) => element.isConnected), true);
    assert.equal(await preview.slide.locator('h1').count(), 1);
  });

  it('keeps fragments that are shown', async () => {
    // From the slide before: after passing a slide, reveal.js leaves all its fragments visible.
    await workbench.goTo(9);
    await preview.shows('Title');
    await workbench.goTo(17);
    await preview.shows('Topic A1');
    await preview.focus();
    await workbench.page.keyboard.press('Space');
    await workbench.page.keyboard.press('Space');
    await preview.slide.locator('.fragment.visible').nth(1).waitFor();
    await workbench.focusEditor('stacks.md');
    await workbench.goTo(19, 6);
    await workbench.insert('x');
    await preview.shows('onex');
    const visible = preview.slide.locator('.fragment.visible');
    await eventually(async () => assert.equal(await visible.count(), 2));
  });

  it('shows a slide that is typed in between others', async () => {
    await workbench.goTo(11, 1);
    await workbench.insert('\n---\n\n# Brand new\n\n');
    await preview.shows('Team A');
    await workbench.goTo(14);
    await preview.shows('Brand new');
    await preview.isNumbered('2');
    await workbench.command('File: Revert File');
    await preview.frame.locator('.slides h1', { hasText: 'Brand new' }).waitFor({ state: 'detached' });
  });

  it('leaves the cursor where the user types', async () => {
    await workbench.goTo(36, 12);
    await workbench.type(' now');
    await preview.shows('Questions now');
    await workbench.cursorAt(36, 16);
  });

  it('moves the cursor with keys', async () => {
    await preview.focus();
    await workbench.page.keyboard.press('ArrowLeft');
    await preview.shows('Team B');
    await workbench.activeLine('stacks.md').filter({ hasText: /^27$/ }).waitFor();
  });

  it('moves the cursor with clicks on the arrows', async () => {
    await preview.frame.locator('.controls .navigate-right').click();
    await preview.shows('Questions');
    await workbench.activeLine('stacks.md').filter({ hasText: /^36$/ }).waitFor();
    await preview.frame.locator('.controls .navigate-left').click();
    await preview.shows('Team B');
    await workbench.activeLine('stacks.md').filter({ hasText: /^27$/ }).waitFor();
  });

  it('does not bounce back when slides are turned quickly', async () => {
    await preview.focus();
    for (const key of ['Home', 'End', 'Home', 'End', 'ArrowLeft', 'ArrowRight']) {
      await workbench.page.keyboard.press(key);
    }
    await workbench.activeLine('stacks.md').filter({ hasText: /^36$/ }).waitFor();
    await preview.shows('Questions');
  });

  it('follows links to slides', async () => {
    await workbench.focusEditor('stacks.md');
    await workbench.goTo(27);
    await preview.slide.locator('a', { hasText: 'the first slide' }).click();
    await preview.shows('Title');
    await workbench.activeLine('stacks.md').filter({ hasText: /^9$/ }).waitFor();
  });

  it('leads to the source with a double click', async () => {
    await workbench.focusEditor('stacks.md');
    await workbench.goTo(17);
    await preview.leadsTo(17, () => preview.slide.locator('h2', { hasText: 'Topic A1' }).dblclick());
    await workbench.focusEditor('stacks.md');
    await workbench.goTo(27);
    const paragraph = preview.slide.locator('p', { hasText: 'Read' });
    await preview.leadsTo(29, () => paragraph.dblclick({ position: { x: 4, y: 4 } }));
  });

  it('keeps the last good look while the frontmatter is broken, and says where', async () => {
    const background = () =>
      preview.frame.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
    await eventually(async () => assert.equal(await background(), 'rgb(255, 255, 255)'));
    await workbench.focusEditor('stacks.md');
    await workbench.goTo(5, 3);
    await workbench.insert('[');
    await preview.notices.filter({ hasText: /^Line \d+, column \d+:/ }).waitFor();
    assert.equal(await background(), 'rgb(255, 255, 255)');
    assert.equal(await preview.isMarked(), true);
    await workbench.page.keyboard.press('Control+z');
    await preview.notices.waitFor({ state: 'detached' });
  });

  it('applies another theme without a new page', async () => {
    await workbench.goTo(5, 10);
    await workbench.page.keyboard.press('Control+Shift+ArrowRight');
    await workbench.insert('black');
    await preview.frame.locator('link[href$="/hedgedoc/black.css"]').waitFor({ state: 'attached' });
    await preview.frame.locator('link[href$="/hedgedoc/white.css"]').waitFor({ state: 'detached' });
    assert.equal(await preview.isMarked(), true);
    await workbench.page.keyboard.press('Control+z');
    await preview.frame.locator('link[href$="/hedgedoc/white.css"]').waitFor({ state: 'attached' });
  });

  it('is sorted, shaped and locked while it has the focus, through the palette, its buttons and its menu', async () => {
    const overview = preview.frame.locator('.reveal.overview');
    await preview.focus();
    await workbench.command('Deckwright: Slide Sorter');
    await overview.waitFor();
    await workbench.titleButton('Slide Sorter').click();
    await overview.waitFor({ state: 'detached' });

    await preview.focus();
    await workbench.command('Deckwright: Change Slide Shape…', { opensInput: true });
    await workbench.asks('Select the shape of the slides');
    await workbench.cancel();
    await preview.focus();
    await workbench.titleButton('Change Slide Shape…').click();
    await workbench.asks('Select the shape of the slides');
    await workbench.cancel();

    await preview.focus();
    await workbench.command('Deckwright: Toggle Preview Locking');
    await workbench.tab('[Preview] stacks.md').waitFor();
    await workbench.titleButton('More Actions').or(workbench.titleButton('Views and More Actions')).click();
    await workbench.chooseFromMenu('Toggle Preview Locking');
    await workbench.tab('Preview stacks.md').waitFor();
    await workbench.focusEditor('stacks.md');
  });

  it('comes back on the same slide after the window is reloaded', async () => {
    await workbench.goTo(27);
    await preview.shows('Team B');
    await workbench.reload();
    preview = await PreviewPage.of(workbench, 'stacks.md');
    await preview.shows('Team B');
    await preview.isNumbered('3');
  });

  it('comes back even if no editor shows the text', async () => {
    await workbench.focusEditor('stacks.md');
    await workbench.save();
    await workbench.closeTab('stacks.md');
    await workbench.reload();
    preview = await PreviewPage.of(workbench, 'stacks.md');
    await preview.shows('Team B');
  });
});
