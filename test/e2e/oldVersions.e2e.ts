import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench } from '../vscode/session';
import { eventually, until } from '../vscode/until';
import { PreviewPage } from './previewPage';
import { SlidesView } from './slidesView';
import type { Workbench } from './workbench';

/** As VS Code labels the tab. */
const HEAD = 'pictures.md (HEAD) (pictures.md (HEAD))';

function change(folder: string): void {
  const deck = join(folder, 'pictures.md');
  const text = readFileSync(deck, 'utf8');
  writeFileSync(deck, text.replace('# Backgrounds', '# Backgrounds of today'));
}

describe('An old version of a deck, which git shows', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ prepare: change });
    await workbench.openFile('pictures.md');
    await workbench.statusBarItem('Slides: HedgeDoc').waitFor();
  });
  after(() => workbench.close());

  /** What the Problems view lists for each file. */
  async function problems(): Promise<string[]> {
    const rows = await workbench.problems();
    await rows.first().waitFor();
    return rows.evaluateAll((all) => all.map((row) => row.ariaLabel ?? ''));
  }

  /** Opens the version of the last commit from the one being edited. */
  async function openHead(): Promise<void> {
    await workbench.focusEditor('pictures.md');
    // The command is there once git has read the repository.
    await workbench.offersCommand('Git: Open File (HEAD)');
    await workbench.command('Git: Open File (HEAD)');
    await workbench.tabIsActive(HEAD);
    await workbench.statusBarItem('Slides: HedgeDoc').waitFor();
  }

  it('has no problems of its own, and neither does a configuration that does not exist', async () => {
    await until(async () => (await problems()).length > 1, 'the problems of the file are found');
    const before = await problems();
    await openHead();
    await workbench.focusEditor('pictures.md');
    await workbench.command('Git: Open Changes');
    const diff = workbench.page.locator('.tabs-container .tab.active', { hasText: '(Working Tree)' });
    await diff.waitFor();
    await eventually(async () => assert.deepEqual(await problems(), before));
    await workbench.command('View: Close All Editors');
    await workbench.openFile('pictures.md');
    await eventually(async () => assert.deepEqual(await problems(), before));
  });

  async function openPreview(): Promise<PreviewPage> {
    await workbench.command('Deckwright: Open Preview to the Side');
    return PreviewPage.of(workbench, 'pictures.md', 'Preview pictures.md (HEAD)');
  }

  it('shows its own text with its pictures in a preview that says which version it is', async () => {
    await openHead();
    const preview = await openPreview();
    await preview.shows(/^\s*Backgrounds\s*$/);
    await preview.loadsBackground(64);
    await preview.focus();
    await workbench.page.keyboard.press('ArrowRight');
    await preview.shows('Beside the deck');
    await preview.loadsPicture(40);
    assert.doesNotMatch((await preview.picture.getAttribute('src')) ?? '', /^data:/);
  });

  it('is read in the dialect that was chosen for the file', async () => {
    await workbench.focusEditor('pictures.md');
    await workbench.statusBarItem('Slides: HedgeDoc').click();
    await workbench.pick('reveal-md');
    await workbench.pick('Only this file');
    await workbench.statusBarItem('Slides: reveal-md').waitFor();
    await workbench.selectTab(HEAD);
    await workbench.statusBarItem('Slides: reveal-md').click();
    await workbench.pick('Detect');
    await workbench.statusBarItem('Slides: HedgeDoc').waitFor();
  });

  it('is not edited, and says so', async () => {
    await openHead();
    const slides = await SlidesView.open(workbench);
    await slides.row('1 Backgrounds').click();
    await slides.focuses('1 Backgrounds');
    await workbench.page.keyboard.press('Delete');
    await workbench.answerNotification('old version', 'Open File');
    await workbench.tabIsActive('pictures.md');
    await workbench.editorShows('pictures.md', '# Backgrounds of today');
  });
});
