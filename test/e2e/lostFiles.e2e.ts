import assert from 'node:assert/strict';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench } from '../vscode/session';
import { eventually, insist, until } from '../vscode/until';
import { PreviewPage } from './previewPage';
import { SlidesView } from './slidesView';
import type { Workbench } from './workbench';

/** No two have the same text, by which one that was moved is recognized. */
const deck = (name: string, title = 'Two') => `---
type: slide
---

# ${name}

---

# ${title}

- [step](./gone.md) <!-- .element: class="fragment" -->
`;

const DECKS = [
  'before.md',
  'calls/archive/moving.md',
  'here.md',
  'passing.md',
  'vanished.md',
  'saved.md',
  'moved.md',
  'late.md',
  'marked.md',
];

describe('The preview of a deck whose file disappears', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      // First: VS Code takes a while to find new files by name.
      prepare: (folder) => {
        mkdirSync(join(folder, 'calls/archive'), { recursive: true });
        // The explorer merges a folder that holds only a folder with that folder.
        writeFileSync(join(folder, 'calls/notes.md'), '# Notes\n');
        for (const name of DECKS) writeFileSync(join(folder, name), deck(name));
      },
    });
  });
  afterEach(async () => {
    await workbench.command('View: Close All Editors');
  });
  after(() => workbench.close());

  const path = (name: string) => join(workbench.folder, name);

  /** Opens only the preview of a new deck, and takes the first step of its second slide. */
  async function openPreview(name: string): Promise<PreviewPage> {
    const label = name.replace(/^.*\//, '');
    await workbench.openFile(name);
    await workbench.statusBarItem('Slides: HedgeDoc').waitFor();
    await workbench.command('Deckwright: Open Preview');
    const preview = await PreviewPage.of(workbench, label);
    await workbench.closeTab(label);
    await preview.focus();
    await workbench.page.keyboard.press('ArrowRight');
    await workbench.page.keyboard.press('ArrowRight');
    await stays(preview);
    return preview;
  }

  /** Waits until the preview shows the second slide with its step. */
  async function stays(preview: PreviewPage): Promise<void> {
    await preview.shows('Two');
    await preview.slide.locator('.fragment.visible').waitFor();
  }

  async function renameInExplorer(name: string, to: string): Promise<void> {
    await workbench.chooseFromContextMenu(workbench.explorerItem(name), 'Rename...');
    const input = workbench.page.locator('.explorer-item-edited input');
    await input.waitFor();
    await input.fill(to);
    await workbench.page.keyboard.press('Enter');
  }

  it('follows it when it is renamed in the explorer', async () => {
    await openPreview('before.md');
    await renameInExplorer('before.md', 'after.md');
    await stays(await PreviewPage.of(workbench, 'after.md'));
    await workbench.hasTabs('Preview after.md');
  });

  it('follows it when a folder above it is renamed in the explorer', async () => {
    const preview = await openPreview('calls/archive/moving.md');
    await renameInExplorer('calls', 'meetings');
    // Its title is the same; an edit shows that it is still there.
    await until(() => existsSync(path('meetings/archive/moving.md')), 'the folder is renamed');
    // VS Code does not notice what changes in the folder before it watches the folder's new name.
    await insist(async () => {
      writeFileSync(path('meetings/archive/moving.md'), deck('moving.md', 'Two, moved'));
      await preview.slide.filter({ hasText: 'Two, moved' }).waitFor({ timeout: 10_000 });
    });
    await preview.slide.locator('.fragment.visible').waitFor();
    assert.equal(await preview.notices.count(), 0);
  });

  it('follows it when it is moved by another program', async () => {
    await openPreview('here.md');
    renameSync(path('here.md'), path('there.md'));
    await stays(await PreviewPage.of(workbench, 'there.md'));
    await workbench.hasTabs('Preview there.md');
  });

  it('says that it is gone, until it is back', async () => {
    const preview = await openPreview('passing.md');
    await (await workbench.problems()).filter({ hasText: 'passing.md' }).waitFor();
    rmSync(path('passing.md'));
    await workbench.problemRows.filter({ hasText: 'passing.md' }).waitFor({ state: 'detached' });
    await preview.lost.filter({ hasText: 'passing.md no longer exists' }).waitFor();
    await stays(preview);
    writeFileSync(path('passing.md'), deck('passing.md', 'Two again'));
    await preview.lost.waitFor({ state: 'detached' });
    await preview.shows('Two again');
  });

  it('neither shows its source nor allows editing it', async () => {
    const preview = await openPreview('vanished.md');
    rmSync(path('vanished.md'));
    await preview.lost.waitFor();
    await preview.focus();
    await workbench.command('Deckwright: Show Source');
    await workbench.notification('vanished.md no longer exists. Save it to keep');
    await workbench.command('Notifications: Clear All Notifications');
    const slides = await SlidesView.open(workbench);
    await slides.row('2 Two').click();
    await slides.focuses('2 Two');
    await workbench.page.keyboard.press('Delete');
    await workbench.notification('vanished.md no longer exists. Save it to keep');
    await slides.lists(['1 vanished.md', '2 Two']);
    await workbench.hasTabs('Preview vanished.md');
  });

  it('saves its text where it was, unless the user says otherwise', async () => {
    const preview = await openPreview('saved.md');
    rmSync(path('saved.md'));
    await preview.lost.locator('button').click();
    await workbench.proposesFile('saved.md');
    await workbench.chooseFile('saved.md');
    await preview.lost.waitFor({ state: 'detached' });
    await eventually(() => assert.equal(workbench.savedText('saved.md'), deck('saved.md')));
  });

  it('saves its text where the user says, and continues with that file', async () => {
    const preview = await openPreview('moved.md');
    rmSync(path('moved.md'));
    await preview.lost.locator('button').click();
    await workbench.chooseFile('elsewhere.md');
    await stays(await PreviewPage.of(workbench, 'elsewhere.md'));
    await eventually(() => assert.equal(workbench.savedText('elsewhere.md'), deck('moved.md')));
    await workbench.hasTabs('Preview elsewhere.md');
  });

  it('is there after the window is reloaded, and shows it when it is back', async () => {
    const preview = await openPreview('late.md');
    rmSync(path('late.md'));
    await preview.lost.waitFor();
    await workbench.command('View: Show Explorer');
    for (let times = 0; times < 2; times++) {
      await workbench.reload();
      await workbench.tab('Preview late.md').waitFor();
      const frame = await workbench.webview('Preview late.md');
      await frame.locator('#notices', { hasText: 'late.md no longer exists' }).waitFor();
    }
    writeFileSync(path('late.md'), deck('late.md'));
    await stays(await PreviewPage.of(workbench, 'late.md'));
  });

  it('leaves it to VS Code where an editor shows the deck', async () => {
    const preview = await openPreview('marked.md');
    await workbench.openFile('marked.md');
    rmSync(path('marked.md'));
    await workbench.page
      .locator('.tab .monaco-icon-label.strikethrough, .tab .strikethrough')
      .first()
      .waitFor();
    const slides = await SlidesView.open(workbench);
    await slides.row('1 marked.md').click();
    await slides.focuses('1 marked.md');
    await workbench.page.keyboard.press('Delete');
    await slides.lists(['1 Two']);
    assert.equal(await preview.lost.count(), 0);
    await workbench.focusEditor('marked.md');
    await workbench.page.keyboard.press('Control+z');
    await workbench.save();
  });
});
