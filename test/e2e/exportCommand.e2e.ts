import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench } from '../vscode/session';
import { PreviewPage } from './previewPage';
import type { Workbench } from './workbench';

const EXPORT = 'Deckwright: Export as HTML';

describe('Exporting with the command', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench();
  });
  afterEach(async () => {
    await workbench.command('Notifications: Clear All Notifications');
    await workbench.discardEditors();
  });
  after(() => workbench.close());

  const path = (name: string) => join(workbench.folder, name);

  it('says what is not a deck before it asks for a file', async () => {
    await workbench.openFile('notes.md');
    await workbench.command(EXPORT);
    await workbench.answerNotification('notes.md is not a slide deck.', 'Export as Slides');
    assert.equal(await workbench.proposedFile(), path('notes.html'));
    await workbench.page.keyboard.press('Escape');
  });

  it('proposes a name based on the title for a deck that has no file yet', async () => {
    await workbench.command('File: New Untitled Text File');
    await workbench.tabIsActive('Untitled-1');
    await workbench.command('Change Language Mode', { opensInput: true });
    await workbench.answer('Markdown');
    await workbench.statusBarItem('Markdown').waitFor();
    await workbench.insert('---\ntitle: Our Community Call\ntype: slide\n---\n\n# One\n');
    await workbench.statusBarItem('Slides: HedgeDoc').waitFor();
    await workbench.command(EXPORT, { opensInput: true });
    assert.equal(await workbench.proposedFile(), path('our-community-call.html'));
    await workbench.page.keyboard.press('Escape');
  });

  it('is in the preview’s own menu', async () => {
    const preview = await PreviewPage.open(workbench, 'deck.md');
    await preview.focus();
    await workbench.titleButton('More Actions').or(workbench.titleButton('Views and More Actions')).click();
    await workbench.chooseFromMenu('Export as HTML…');
    assert.equal(await workbench.proposedFile(), path('deck.html'));
    await workbench.page.keyboard.press('Escape');
  });

  it('works from the preview, and says what could not be included', async () => {
    const preview = await PreviewPage.open(workbench, 'pictures.md');
    await preview.focus();
    await workbench.command(EXPORT, { opensInput: true });
    assert.equal(await workbench.proposedFile(), path('pictures.html'));
    await workbench.chooseFile(path('pictures.html'));
    const said = await workbench.notification('Exported pictures.html. 3 pictures could not be included.');
    await said.hover();
    assert.deepEqual(await said.locator('.monaco-button').allTextContents(), ['Open', 'Show Problems']);
    assert.ok(existsSync(path('pictures.html')));
  });
});
