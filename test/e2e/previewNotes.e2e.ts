import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench } from '../vscode/session';
import { eventually } from '../vscode/until';
import { PreviewPage } from './previewPage';
import type { Workbench } from './workbench';

const EDIT = 'Deckwright: Edit Notes below Preview';

describe('The notes below the slide', () => {
  let workbench: Workbench;
  let preview: PreviewPage;

  before(async () => {
    workbench = await openWorkbench();
    preview = await PreviewPage.open(workbench, 'stacks.md');
  });
  after(() => workbench.close());

  const strip = () => preview.frame.locator('#notes');
  const notes = () => strip().locator('textarea');
  const holds = (text: string) => eventually(async () => assert.equal(await notes().inputValue(), text));
  /** Goes to the slide at a line, and to its notes. */
  const edit = async (line: number) => {
    await workbench.focusEditor('stacks.md');
    await workbench.goTo(line);
    await workbench.command(EDIT);
    await notes().and(preview.frame.locator(':focus')).waitFor();
  };

  it('are shown by a button, below a slide that keeps all of the space above them', async () => {
    await preview.focus();
    await workbench.titleButton('Toggle Notes below Preview').click();
    await strip().waitFor();
    await eventually(async () => {
      const [slide, below] = [
        await preview.frame.locator('.reveal-viewport').boundingBox(),
        await strip().boundingBox(),
      ];
      assert.ok(slide!.y + slide!.height <= below!.y, 'they do not cover it');
    });
    await holds('');
  });

  it('follow the slide, also without the preview having the keyboard', async () => {
    await workbench.focusEditor('stacks.md');
    await workbench.goTo(27);
    await holds('Nobody but the speaker reads this.');
    await workbench.goTo(36);
    await holds('');
    await workbench.goTo(27);
    await holds('Nobody but the speaker reads this.');
    await workbench.goTo(32);
    await workbench.insert('Really: ');
    await holds('Really: Nobody but the speaker reads this.');
    await workbench.command('File: Revert File');
  });

  it('are written into the deck by Ctrl+Enter, which leads back to the slide', async () => {
    await edit(36);
    await workbench.page.keyboard.type('Thank the hosts? n, b and . are only letters here');
    await preview.shows('Questions');
    await workbench.page.keyboard.press('Control+Enter');
    await workbench.editorShows('stacks.md', 'Note: Thank the hosts?');
    await workbench.page.keyboard.press('ArrowLeft');
    await preview.shows('Team B');
    await workbench.focusEditor('stacks.md');
    await workbench.page.keyboard.press('Control+z');
    await workbench.editorHides('stacks.md', 'Note: Thank');
  });

  it('are written into the deck when they lose the keyboard, and removed when they are empty', async () => {
    await edit(27);
    await workbench.page.keyboard.press('Control+a');
    await workbench.page.keyboard.press('Delete');
    await workbench.focusEditor('stacks.md');
    await workbench.editorHides('stacks.md', 'Note:');
    await workbench.page.keyboard.press('Control+z');
    await workbench.editorShows('stacks.md', 'Note:');
  });

  it('are as before after Esc, which leads back to the slide', async () => {
    await edit(27);
    await workbench.page.keyboard.type('No. ');
    await workbench.page.keyboard.press('Escape');
    await holds('Nobody but the speaker reads this.');
    await workbench.page.keyboard.press('ArrowRight');
    await preview.shows('Questions');
    assert.equal(await preview.frame.locator('.reveal.overview').count(), 0);
    await workbench.editorHides('stacks.md', 'No. ');
  });

  it('stay, and say so, if they can’t be written', async () => {
    await edit(36);
    await workbench.page.keyboard.insertText('a\n\n---\n\nb');
    await workbench.page.keyboard.press('Control+Enter');
    await workbench.notification('A line of the notes would begin another slide');
    await strip().getByText('These notes are not in the deck yet.').waitFor();
    await workbench.command('Notifications: Clear All Notifications');
    await workbench.focusEditor('stacks.md');
    await workbench.goTo(27);
    await holds('Nobody but the speaker reads this.');
    await edit(36);
    await holds('a\n\n---\n\nb');
    await workbench.page.keyboard.press('Escape');
    await holds('');
  });

  it('are kept with what the file brings while they are written', async () => {
    const path = join(workbench.folder, 'stacks.md');
    await edit(27);
    await workbench.page.keyboard.press('Control+End');
    await workbench.page.keyboard.type(' Mine.');
    writeFileSync(path, readFileSync(path, 'utf8').replace('Nobody but', 'Everybody and'));
    await strip().getByText('The notes have changed in the deck.').waitFor();
    await workbench.page.keyboard.press('Control+Enter');
    await holds('Everybody and the speaker reads this.\n\nNobody but the speaker reads this. Mine.');
    await workbench.notification('What you wrote was added below them.');
  });

  it('have a height that the arrow keys change, and that a reload keeps', async () => {
    const height = async () => (await strip().boundingBox())!.height;
    const before = await height();
    await preview.frame.getByRole('separator', { name: 'Height of the notes' }).press('ArrowUp');
    await eventually(async () => assert.equal(await height(), before + 20));
    await preview.shows('Team B');
    await workbench.focusEditor('stacks.md');
    await workbench.command('File: Save');
    await workbench.reload();
    preview = await PreviewPage.of(workbench, 'stacks.md');
    await eventually(async () => assert.equal(await height(), before + 20));
  });
});
