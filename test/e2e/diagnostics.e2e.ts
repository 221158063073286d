import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SiteServer } from '../remote/siteServer';
import { openWorkbench } from '../vscode/session';
import { eventually } from '../vscode/until';
import { PreviewPage } from './previewPage';
import type { Workbench } from './workbench';

const FRONT_MATTER = '---\ntitle: Problems\ntype: slide\n---\n\n';
const LOST = `${FRONT_MATTER}# One\n\n![red](./pictures/rad.png)\n\n---\n\n# Two\n`;
const PATHS = `${FRONT_MATTER}# One\n\n![red](pictures/red.png)\n\n---\n\n![sky](pictures/blue%20sky.png)\n`;
const TALL = `${FRONT_MATTER}# One\n\n---\n\n# Tall\n\n<div style="height: 900px">tall</div>\n`;

describe('Problems of decks, as the user sees them', () => {
  let workbench: Workbench;
  const squiggle = (path: string) => workbench.editor(path).locator('.squiggly-error, .squiggly-warning');
  const row = async (text: string | RegExp) => (await workbench.problems()).filter({ hasText: text });

  before(async () => {
    workbench = await openWorkbench();
    const write = (name: string, text: string) => writeFileSync(join(workbench.folder, name), text);
    write('lost.md', LOST);
    write('tall.md', TALL);
    write('paths.md', PATHS);
    mkdirSync(join(workbench.folder, 'far'));
    write('far/away.md', `${FRONT_MATTER}# One\n\n[gone](./far-away.md)\n`);
  });
  afterEach(() => workbench.command('View: Close All Editors'));
  after(() => workbench.close());

  it('are underlined and listed, with a link to what their rule means', async () => {
    await workbench.openFile('lost.md');
    await squiggle('lost.md').first().waitFor();
    const listed = await row(/pictures\/rad\.png.*\[Ln 8, Col 8\]/);
    const link = listed.locator('a[href$="/docs/rules/broken-image.md"]');
    await link.filter({ hasText: 'broken-image' }).waitFor();
  });

  it('are fixed with the keyboard alone', async () => {
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

  it('are fixed all at once while the preview has the focus, with a message and Undo', async () => {
    const preview = await PreviewPage.open(workbench, 'paths.md');
    await (await row('paths that do not begin with "./"')).first().waitFor();
    await preview.focus();
    await workbench.command('Deckwright: Fix All Safe Problems');
    await workbench.editorShows('paths.md', './pictures/red.png');
    await workbench.answerNotification('2 problems fixed in paths.md.', 'Undo');
    await workbench.editorHides('paths.md', './pictures/red.png');
    await workbench.command('Deckwright: Fix All, Including What Shows');
    await workbench.editorShows('paths.md', './pictures/red.png');
    await workbench.discardEditors();
  });

  it('include slides that the preview found too large, while it is open', async () => {
    await PreviewPage.open(workbench, 'tall.md');
    const listed = await row(/This slide is \d+ pixels too tall.*\[Ln 10, Col 3\]/);
    await listed.waitFor();
    await workbench.closeTab('Preview tall.md');
    await listed.waitFor({ state: 'detached' });
  });

  it('stay with a slide that is too large while the user types in it', async () => {
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
      // That it is found shows that the text was linted.
      await workbench.insert(` ![${name}](./${name}.png)`);
      await workbench.problemRows.filter({ hasText: `"./${name}.png" does not exist` }).waitFor();
    }
    assert.equal(await workbench.page.evaluate(() => (window as unknown as { lapses: number }).lapses), 0);
    await workbench.save();
  });

  it('include what servers answer for links: of chosen hosts, until the user cancels', async () => {
    const site = await SiteServer.start();
    try {
      const links = ['/nothing', '/old', '/endless#intro'].map((path) => `[x](${site.at(path)})`).join('\n');
      mkdirSync(join(workbench.folder, 'links'));
      writeFileSync(
        join(workbench.folder, 'links/.deckwright.json'),
        '{"remote": {"allow": ["127.0.0.1:*"]}, "rules": {"insecure-link": "off"}}',
      );
      writeFileSync(join(workbench.folder, 'links/deck.md'), `${FRONT_MATTER}${links}\n`);
      await workbench.openFile('links/deck.md');
      await workbench.command('Deckwright: Check Remote Links', { opensInput: true });
      await workbench.asks('Check 3 Links on 1 Host?');
      await workbench.offers([`${site.host}, 3 links`]);
      await workbench.page.keyboard.press('Enter');
      await workbench.answerNotification(/Checking remote links.*2 of 3 links/, 'Cancel');
      await workbench.answerNotification('Checked 2 links on 1 host: 1 dead, 1 moved', 'Show Problems');
      await workbench.problemRows.filter({ hasText: 'does not have this page' }).waitFor();
      await workbench.problemRows.filter({ hasText: 'has moved permanently' }).waitFor();
    } finally {
      await site.stop();
    }
  });

  it('of all decks are listed, and shown on request', async () => {
    await workbench.command('Problems: Focus on Problems View');
    await workbench.command('View: Hide Panel');
    await workbench.command('Deckwright: Lint All Decks');
    await workbench.answerNotification(/Checked \d+ decks: \d+ errors?, /, 'Show Problems');
    await workbench.problemRows.filter({ hasText: 'far-away.md' }).waitFor();
  });
});

describe('The view of problems in all decks', () => {
  let workbench: Workbench;
  const RESULT = 'Checked 3 decks: 3 errors, 1 warning';
  const pane = () => workbench.page.locator('[id="workbench.view.extension.deckwright"]');
  const problemRows = () => pane().locator('.monaco-list[aria-label="Deck Problems"] .monaco-list-row');
  const row = (text: string | RegExp) => problemRows().filter({ hasText: text });
  /** Waits until these are the visible entries, or those from one index to before another: their text and level. */
  const lists = (expected: readonly string[], from = 0, to?: number) =>
    eventually(async () => assert.deepEqual((await entries()).slice(from, to), expected));
  const entries = () =>
    problemRows().evaluateAll((rows) =>
      rows.map((row) => {
        const indent = '  '.repeat(Number(row.getAttribute('aria-level')) - 1);
        const parts = ['.label-name', '.label-description'].map(
          (part) => row.querySelector(part)?.textContent ?? '',
        );
        return indent + parts.filter(Boolean).join(' | ');
      }),
    );
  const says = (message: string) =>
    pane().locator('.tree-explorer-viewlet-tree-view .message', { hasText: message }).waitFor();

  before(async () => {
    workbench = await openWorkbench({ workspace: 'test/fixtures/problems' });
    await workbench.command('Deckwright: Lint All Decks');
    await workbench.answerNotification(RESULT, 'Show by Rule');
    await row('broken-image').waitFor();
  });
  after(() => workbench.close());

  it('shows what the Problems panel shows, by rule, the worst first', async () => {
    await says('3 errors, 1 warning');
    await lists([
      'broken-image | 2 · A picture, background, video or style sheet URL names a file that does not exist.',
      'broken-link | 1 · A relative link leads to a file that does not exist.',
      'empty-slide | 1 · A slide shows nothing.',
    ]);
    await problemRows().and(workbench.page.locator('[aria-label="broken-image, 2 errors"]')).waitFor();
    await workbench.statusBarItem(/^\s*3\s+1\s*$/).waitFor();
  });

  it('expands rules into decks and their places, which a key goes to', async () => {
    await row('broken-image').click();
    await row('first.md').waitFor();
    await lists(
      [
        '  second.md | 1 · deep',
        '    8: The picture "./gone.png" does not exist, so nothing is shown. Put the file there or correct the path.',
        '  first.md | 1',
        '    8: The picture "./lost.png" does not exist, so nothing is shown. Put the file there or correct the path.',
      ],
      1,
      5,
    );
    await row('gone.png').click();
    await workbench.tabIsActive('second.md');
    await workbench.page.keyboard.press('Enter');
    await workbench.editor('second.md').and(workbench.page.locator('.focused')).waitFor();
    await workbench.cursorAt(8);
  });

  it('follows the decks', async () => {
    await workbench.goTo(8, 1);
    await workbench.insert('![more](./more.png)\n');
    await row('more.png').waitFor();
    await says('4 errors, 1 warning');
    await workbench.discardEditors();
    await row('more.png').waitFor({ state: 'detached' });
    await says('3 errors, 1 warning');
  });

  it('is filtered by words as they are typed, and by severity', async () => {
    await workbench.command('Filter Deck Problems…', { opensInput: true });
    await workbench.quickInput.fill('SECOND image');
    await says('1 of 4 problems. Filter: "SECOND image"');
    await workbench.cancel();
    await says('3 errors, 1 warning');
    await workbench.command('Filter Deck Problems by Severity…', { opensInput: true });
    await workbench.quickPickRow('Errors').click();
    await workbench.page.keyboard.press('Enter');
    await says('1 of 4 problems. Filter: Warnings, Notes');
    await row('broken-image').waitFor({ state: 'detached' });
    await lists(['empty-slide | 1 · A slide shows nothing.']);
    await workbench.command('Clear Deck Problems Filter');
    await says('3 errors, 1 warning');
  });

  it('is grouped by deck on request', async () => {
    await workbench.command('Group Deck Problems by Deck');
    await row('third.md').waitFor();
    await row('empty-slide').waitFor({ state: 'detached' });
    await lists(['second.md | 1 · deep', 'first.md | 2', 'third.md | 1']);
    await row('third.md').click();
    await row('8: ').waitFor();
    await eventually(async () => assert.match((await entries()).at(-1)!, / \| empty-slide$/));
  });

  it('disappears when it is cleared, and comes back with the next result', async () => {
    await workbench.command('Clear Deck Problems');
    await problemRows().first().waitFor({ state: 'detached' });
    await workbench.statusBarItem(/^\s*0\s+0\s*$/).waitFor();
    await workbench.offersCommand('Filter Deck Problems…', false);
    await workbench.command('Deckwright: Lint All Decks');
    await row('third.md').waitFor();
  });
});
