import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { openWorkbench } from '../vscode/session';
import { eventually } from '../vscode/until';
import { SlidesView } from './slidesView';
import type { Workbench } from './workbench';

const HEAD = '---\ntitle: Talk\ntype: slide\n---\n\n';
const OPENING = '# Opening\n\nWelcome everybody\n';
const GONE = '# Gone\n\nto be removed\n';
const PICTURE = '# Picture\n\n![a](./picture.svg)\n';
const deckOf = (...slides: string[]) => HEAD + slides.join('\n---\n\n');
const OLD = deckOf(OPENING, GONE, PICTURE);
const NEW = deckOf(OPENING.replace('everybody', 'friends'), PICTURE);
const square = (color: string, size: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><rect width="${size}" height="${size}" fill="${color}"/></svg>`;

function git(folder: string, ...args: string[]): void {
  const who = ['-c', 'user.name=T', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...who, ...args], { cwd: folder });
}

/** The panel in which two versions of a deck are compared. */
class ComparisonPanel {
  constructor(readonly workbench: Workbench) {}

  get frame(): FrameLocator {
    return this.workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  get changes(): Locator {
    return this.frame.locator('.changes [role=option]');
  }

  slide(side: 'before' | 'after'): Locator {
    return this.frame.locator(`[data-side=${side}] .reveal.filled section.present:not(.stack)`);
  }

  async lists(...changes: string[]): Promise<void> {
    await eventually(async () => {
      const texts = await this.changes.allInnerTexts();
      assert.deepEqual(
        texts.map((text) => text.replace(/\s+/g, ' ').trim()),
        changes,
      );
    });
  }

  /** The words that are marked on either side. */
  marked(): Promise<readonly string[]> {
    return this.frame
      .locator('body')
      .evaluate(() =>
        ['removed', 'added'].map((name) =>
          [...(CSS.highlights.get(name) ?? [])]
            .map((each) => each.startContainer.textContent!.slice(each.startOffset, each.endOffset))
            .join(' '),
        ),
      );
  }
}

describe('Comparing slides', () => {
  let workbench: Workbench;
  let panel: ComparisonPanel;

  before(async () => {
    workbench = await openWorkbench({
      prepare: (folder) => {
        writeFileSync(join(folder, 'talk.md'), OLD);
        writeFileSync(join(folder, 'picture.svg'), square('red', 40));
        git(folder, 'add', '.');
        git(folder, 'commit', '--quiet', '--message', 'A talk');
        writeFileSync(join(folder, 'talk.md'), NEW);
        writeFileSync(join(folder, 'picture.svg'), square('blue', 80));
      },
      file: 'talk.md',
    });
    panel = new ComparisonPanel(workbench);
    const command = 'Deckwright: Compare Slides with Last Commit';
    await workbench.offersCommand(command);
    await workbench.command(command);
  });
  after(() => workbench.close());

  it('lists what differs, and shows both versions of the first with the words that differ', async () => {
    await panel.lists('M 1 Opening text', 'D 2 Gone removed', 'M 2 Picture picture');
    await panel.slide('before').filter({ hasText: 'everybody' }).waitFor();
    await panel.slide('after').filter({ hasText: 'friends' }).waitFor();
    await eventually(async () => assert.deepEqual(await panel.marked(), ['everybody', 'friends']));
  });

  it('goes from change to change by key', async () => {
    await panel.frame.locator('.changes').focus();
    await workbench.page.keyboard.press('F7');
    await panel.slide('before').filter({ hasText: 'to be removed' }).waitFor();
    await panel.frame.locator('.after .absent').getByText('This slide was removed.').waitFor();
    await workbench.page.keyboard.press('Shift+F7');
    await panel.slide('after').filter({ hasText: 'friends' }).waitFor();
  });

  it('shows pictures as they were', async () => {
    const widths = () =>
      panel.frame
        .locator('[data-side=before] img')
        .evaluateAll((pictures) => pictures.map((each) => (each as HTMLImageElement).naturalWidth));
    await panel.changes.filter({ hasText: 'Picture' }).click();
    await eventually(async () => assert.deepEqual(await widths(), [40]));
    await panel.frame.locator('[data-side=before] img[data-differs]').waitFor();
  });

  it('restores a slide in one edit that can be undone', async () => {
    await panel.changes.filter({ hasText: 'Gone' }).click();
    await panel.frame.getByRole('button', { name: 'Restore This Slide' }).click();
    await panel.lists('M 1 Opening text', 'M 3 Picture picture');
    await workbench.openFile('talk.md');
    await workbench.page.keyboard.press('Control+z');
    await workbench.command('View: Open Previous Editor');
    await panel.lists('M 1 Opening text', 'D 2 Gone removed', 'M 2 Picture picture');
  });

  it('begins with the removed slide that is clicked in the Slides view', async () => {
    await workbench.discardEditors();
    await workbench.openFile('talk.md');
    const slides = await SlidesView.open(workbench);
    await slides.row('1 Opening').waitFor();
    await workbench.command('Deckwright: Show Removed Slides');
    const removed = slides.rows.filter({ has: workbench.page.locator('.codicon-diff-removed') });
    await removed.click();
    await panel.changes
      .filter({ hasText: 'Gone' })
      .and(panel.frame.locator('[aria-selected=true]'))
      .waitFor();
    await panel.slide('before').filter({ hasText: 'to be removed' }).waitFor();
  });

  it('is back after the window is reloaded, on the same change', async () => {
    await panel.changes.filter({ hasText: 'Gone' }).click();
    await panel.slide('before').filter({ hasText: 'to be removed' }).waitFor();
    await workbench.reload();
    await panel.lists('M 1 Opening text', 'D 2 Gone removed', 'M 2 Picture picture');
    await panel.slide('before').filter({ hasText: 'to be removed' }).waitFor();
    await workbench.closeTab('last commit ↔ talk.md');
  });

  it('shows what is staged against the last commit, from the Source Control view', async () => {
    git(workbench.folder, 'add', 'talk.md');
    writeFileSync(join(workbench.folder, 'talk.md'), OLD);
    await workbench.command('Source Control: Focus on Changes View');
    const staged = workbench.page.locator('.scm-view .monaco-list-row', { hasText: 'talk.md' }).first();
    await staged.and(workbench.page.locator('[aria-label*="Index Modified"]')).waitFor();
    await workbench.chooseFromContextMenu(staged, 'Open Changes as Slides');
    await workbench.tab('last commit ↔ talk.md (staged)').waitFor();
    // The picture has changed, but is not staged.
    await panel.lists('M 1 Opening text', 'D 2 Gone removed');
    assert.equal(await panel.frame.getByRole('button', { name: 'Restore This Slide' }).count(), 0);
    await workbench.closeTab('last commit ↔ talk.md (staged)');
  });

  it('shows what a commit changed, from its entry in the Timeline', async () => {
    git(workbench.folder, 'commit', '--quiet', '--message', 'A shorter talk');
    await workbench.openFile('talk.md');
    await workbench.command('Explorer: Focus on Timeline View');
    await workbench.page
      .locator('.timeline-tree-view .monaco-list-row', { hasText: 'A shorter talk' })
      .click();
    await workbench.titleButton('Open Changes as Slides').click();
    await panel.lists('M 1 Opening text', 'D 2 Gone removed');
  });
});
