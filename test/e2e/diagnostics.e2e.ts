import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench } from '../vscode/session';
import { PreviewPage } from './previewPage';
import type { Workbench } from './workbench';

const FRONT_MATTER = '---\ntitle: Problems\ntype: slide\n---\n\n';
const LOST = `${FRONT_MATTER}# One\n\n![red](./pictures/rad.png)\n\n---\n\n# Two\n`;
const TALL = `${FRONT_MATTER}# One\n\n---\n\n# Tall\n\n<div style="height: 900px">tall</div>\n`;

describe('Problems of decks, as one sees them', () => {
  let workbench: Workbench;
  const squiggle = (path: string) => workbench.editor(path).locator('.squiggly-error, .squiggly-warning');
  const row = async (text: string | RegExp) => (await workbench.problems()).filter({ hasText: text });

  before(async () => {
    workbench = await openWorkbench();
    const write = (name: string, text: string) => writeFileSync(join(workbench.folder, name), text);
    write('lost.md', LOST);
    write('tall.md', TALL);
    mkdirSync(join(workbench.folder, 'far'));
    write('far/away.md', `${FRONT_MATTER}# One\n\n[gone](./far-away.md)\n`);
  });
  afterEach(() => workbench.command('View: Close All Editors'));
  after(() => workbench.close());

  it('are underlined and listed, with a link to what their rule means', async () => {
    await workbench.openFile('lost.md');
    await squiggle('lost.md').first().waitFor();
    const listed = await row('pictures/rad.png');
    await listed.waitFor();
    assert.match((await listed.textContent())!, /\[Ln 8, Col 8\]/);
    const link = listed.locator('a', { hasText: 'broken-image' });
    assert.match((await link.getAttribute('href'))!, /#broken-image$/);
  });

  it('are repaired by the keyboard alone', async () => {
    await workbench.openFile('lost.md');
    await squiggle('lost.md').first().waitFor();
    await workbench.focusEditor('lost.md');
    await workbench.goTo(8, 10);
    await workbench.quickFix('Change to ./pictures/red.png');
    await workbench.editorShows('lost.md', './pictures/red.png');
    await squiggle('lost.md').first().waitFor({ state: 'detached' });
    await workbench.page.keyboard.press('Control+z');
    await workbench.editorShows('lost.md', './pictures/rad.png');
  });

  it('include slides that the preview has found too large, as long as it is open', async () => {
    await PreviewPage.open(workbench, 'tall.md');
    const listed = await row(/This slide is \d+ pixels too tall/);
    await listed.waitFor();
    assert.match((await listed.textContent())!, /\[Ln 10, Col 3\]/);
    await workbench.closeTab('Preview tall.md');
    await listed.waitFor({ state: 'detached' });
  });

  it('stay with a slide that is too large while one types in it', async () => {
    await PreviewPage.open(workbench, 'tall.md');
    await (await row(/pixels too tall/)).waitFor();
    await workbench.focusEditor('tall.md');
    await workbench.goTo(10, 7);
    await workbench.page.evaluate(() => {
      const page = window as unknown as { lapses: number };
      page.lapses = 0;
      const list = document.querySelector('.markers-panel')!;
      new MutationObserver(() => {
        if (!list.textContent!.includes('pixels too tall')) page.lapses++;
      }).observe(list, { childList: true, subtree: true, characterData: true });
    });
    for (const name of ['a', 'b', 'c']) {
      // That it is found tells that the text was linted.
      await workbench.insert(` ![${name}](./${name}.png)`);
      await workbench.problemRows.filter({ hasText: `"./${name}.png" does not exist` }).waitFor();
    }
    assert.equal(await workbench.page.evaluate(() => (window as unknown as { lapses: number }).lapses), 0);
    await workbench.save();
  });

  it('of all decks are listed, and shown on request', async () => {
    await workbench.command('Problems: Focus on Problems View');
    await workbench.command('View: Hide Panel');
    await workbench.command('Deckwright: Lint All Decks');
    await workbench.answerNotification(/Decks: \d+\. Errors: /, 'Show Problems');
    await workbench.problemRows.filter({ hasText: 'far-away.md' }).waitFor();
  });
});
