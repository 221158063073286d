import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench } from '../vscode/session';
import { eventually, insist } from '../vscode/until';
import { PreviewPage } from './previewPage';
import type { Workbench } from './workbench';

describe('Decks in the workbench', () => {
  let workbench: Workbench;

  before(async () => {
    const marks = '# A\n\n<!--s-->\n\n# B\n\n<!--v-->\n\n# C\n';
    workbench = await openWorkbench({ prepare: (folder) => writeFileSync(join(folder, 'marks.md'), marks) });
  });
  after(() => workbench.close());

  it('have a button in the title of their editor, unlike other markdown', async () => {
    await workbench.openFile('notes.md');
    await workbench.openFile('deck.md');
    const button = workbench.page.locator('.editor-actions a[style*="preview.svg"]');
    await button.waitFor();
    await workbench.selectTab('notes.md');
    await button.waitFor({ state: 'detached' });
  });

  it('open their preview with the keys known from markdown', async () => {
    await workbench.openFile('deck.md');
    await workbench.page.locator('.editor-actions a[style*="preview.svg"]').waitFor();
    await workbench.page.keyboard.press('Control+k');
    await workbench.page.keyboard.press('v');
    const preview = await PreviewPage.of(workbench, 'deck.md');
    await preview.shows('First slide');
  });

  it('are followed by the preview', async () => {
    await workbench.focusEditor('deck.md');
    await workbench.openFile('talk.md');
    const preview = await PreviewPage.of(workbench, 'talk.md');
    await preview.shows('A talk');
    await workbench.statusBarItem('Slides: reveal.js').waitFor();
  });

  it('are shown side by side once a preview is locked', async () => {
    await workbench.openFile('deck.md');
    const locked = await PreviewPage.of(workbench, 'deck.md');
    await locked.focus();
    await workbench.command('Deckwright: Toggle Preview Locking');
    await workbench.tab('[Preview] deck.md').waitFor();
    await workbench.focusEditor('talk.md');
    await workbench.command('Deckwright: Open Preview to the Side');
    const other = await PreviewPage.of(workbench, 'talk.md');
    await other.shows('A talk');
    await workbench.tab('[Preview] deck.md').waitFor();
  });

  it('can be opened from the explorer', async () => {
    await workbench.command('View: Close All Editors');
    await workbench.chooseFromContextMenu(workbench.explorerItem('crlf.md'), 'Open Preview as Slides');
    const preview = await PreviewPage.of(workbench, 'crlf.md');
    await preview.shows('One');
  });

  it('are explained where there are none, and created with one click', async () => {
    await workbench.command('View: Close All Editors');
    await workbench.openFile('notes.md');
    await workbench.command('Deckwright: Open Preview to the Side');
    await workbench.answerNotification('type: slide', 'Add Frontmatter');
    await PreviewPage.of(workbench, 'notes.md');
    await workbench.editorShows('notes.md', 'type: slide');
  });

  it('stay HedgeDoc’s when something is typed above their frontmatter, and say what is wrong', async () => {
    const preview = await PreviewPage.open(workbench, 'stacks.md');
    await workbench.focusEditor('stacks.md');
    await workbench.goTo(1);
    await workbench.insert('x\n');
    await preview.shows('type: slide');
    await workbench.statusBarItem('Slides: HedgeDoc').waitFor();
    await workbench.goTo(20);
    const notice = preview.notices.filter({ hasText: 'must be the first thing in the file' });
    await preview.leadsTo(1, () => notice.click());
    await workbench.command('Deckwright: Fix All, Including What Shows');
    await preview.notices.waitFor({ state: 'detached' });
    await workbench.statusBarItem('Slides: HedgeDoc').waitFor();
  });

  it('are read in another dialect if the user chooses it', async () => {
    await workbench.openFile('talk.md');
    await workbench.statusBarItem('Slides: reveal.js?').click();
    await workbench.pick('HedgeDoc');
    await workbench.pick('Only this file');
    await workbench.statusBarItem('Slides: HedgeDoc').waitFor();
    const preview = await PreviewPage.of(workbench, 'talk.md');
    await preview.shows('The end');
  });

  it('are read in another dialect also from their preview, through the palette and its menu', async () => {
    const preview = await PreviewPage.of(workbench, 'talk.md');
    // VS Code may give the focus back to the preview that was clicked, which closes the quick pick.
    await insist(async () => {
      await preview.focus();
      await workbench.command('Deckwright: Select Slide Deck Dialect…', { opensInput: true });
      await workbench.asks('Select the slide dialect', { timeout: 10_000 });
    });
    await workbench.quickPickRow('HedgeDoc(current)').waitFor();
    await workbench
      .quickPickRow(/^Detect automatically.*From the document and the files around it/)
      .waitFor();
    await workbench.pick('Detect automatically');
    await workbench.statusBarItem('Slides: reveal.js').waitFor();
    await preview.focus();
    await workbench.titleButton('More Actions').or(workbench.titleButton('Views and More Actions')).click();
    await workbench.chooseFromMenu('Select Slide Deck Dialect…');
    await workbench.quickPickRow('Detect automatically(current)').waitFor();
    await workbench.cancel();
  });

  it('keep the separators that were detected when they are settled', async () => {
    await workbench.openFile('marks.md');
    await workbench.statusBarItem('Slides: reveal-md?').click();
    await workbench.pick(/^reveal\.js.*With the separators as detected/);
    await workbench.pick('Only this file');
    await workbench.statusBarItem(/Slides: reveal\.js$/).waitFor();
    await workbench.statusBarItem(/of 3$/).waitFor();
  });

  it('are settled for their folder, which one step undoes', async () => {
    await workbench.openFile('talk.md');
    await workbench.statusBarItem('Slides: reveal.js?').click();
    await workbench.pick('reveal.js with blank lines');
    await workbench.pick('All decks in');
    await workbench.statusBarItem(/Slides: reveal\.js$/).waitFor();
    const entry = '{\n  "decks": [\n    { "files": "talk.md", "dialect": "reveal-blank-lines" }\n  ]\n}\n';
    await eventually(() => assert.equal(workbench.savedText('.deckwright.json'), entry));
    await workbench.answerNotification('.deckwright.json', 'Undo');
    await workbench.statusBarItem('Slides: reveal.js?').waitFor();
    await workbench.explorerItem('.deckwright.json').waitFor({ state: 'detached' });
  });
});
