import assert from 'node:assert/strict';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench } from '../vscode/session';
import { eventually, insist } from '../vscode/until';
import { PreviewPage } from './previewPage';
import { SlidesView } from './slidesView';
import type { Workbench } from './workbench';

const SLIDES = ['1 Title', '2.1 Team A', '  2.2 Topic A1', '  2.3 Empty slide', '3 Team B', '4 Questions'];

describe('Editing a deck in the view of slides', () => {
  let workbench: Workbench;
  let slides: SlidesView;
  let original: string;
  const titles = Array.from({ length: 12 }, (_, at) => `Topic ${at + 1}`);

  before(async () => {
    workbench = await openWorkbench();
    // Before a file is opened: VS Code looks for files only once.
    const text = titles.map((title) => `# ${title}\n`).join('\n---\n\n');
    writeFileSync(join(workbench.folder, 'topics.md'), `---\ntype: slide\n---\n\n${text}`);
    slides = await SlidesView.open(workbench);
    original = workbench.savedText('stacks.md');
  });
  beforeEach(async () => {
    await workbench.openFile('stacks.md');
    await workbench.goTo(1);
    await slides.row('4 Questions').waitFor();
    // The view, which follows the cursor, must not undo a later selection.
    await slides.selects('1 Title');
  });
  afterEach(async () => {
    await workbench.command('View: Focus First Editor Group');
    await workbench.discardEditors();
  });
  after(() => workbench.close());

  /** With a key, on whatever has the focus. */
  const press = (key: string) => workbench.page.keyboard.press(key);

  /** Undoes the last edit and asserts that the file is what it was. */
  async function undo(): Promise<void> {
    await workbench.focusEditor('stacks.md');
    await press('Control+z');
    await slides.lists(SLIDES);
    await workbench.savesAs('stacks.md', original);
  }

  it('moves a stack that is dragged; selection, cursor and preview go with it', async () => {
    const preview = await PreviewPage.open(workbench, 'stacks.md');
    await slides.drag('2.1 Team A', '4 Questions');
    await slides.selects('4.1 Team A');
    await slides.lists([
      '1 Title',
      '2 Team B',
      '3 Questions',
      '4.1 Team A',
      '  4.2 Topic A1',
      '  4.3 Empty slide',
    ]);
    await preview.shows('Team A');
    await workbench.focusEditor('stacks.md');
    await workbench.cursorAt(26);
    await undo();
  });

  it('moves a slide into a stack below the slide it is dropped on', async () => {
    await slides.drag('4 Questions', '2.2 Topic A1');
    await slides.selects('2.3 Questions');
    await slides.lists(
      ['2.1 Team A', '  2.2 Topic A1', '  2.3 Questions', '  2.4 Empty slide', '3 Team B'],
      1,
    );
    await undo();
  });

  it('moves a slide out of its stack after the column it is dropped on', async () => {
    await slides.drag('2.2 Topic A1', '1 Title');
    await slides.selects('2 Topic A1');
    await slides.lists(['1 Title', '2 Topic A1', '3.1 Team A', '  3.2 Empty slide'], 0, 4);
    await undo();
  });

  /** Puts the cursor into another slide, and the focus back into the view, which marks that slide. */
  async function followTo(line: number, name: string): Promise<void> {
    await workbench.focusEditor('stacks.md');
    await workbench.goTo(line);
    await slides.selects(name);
    await slides.focus();
  }

  it('acts on the entry that is highlighted after the cursor has moved, not on the one clicked before', async () => {
    await slides.row('2.1 Team A').click();
    await slides.selects('2.1 Team A');
    await followTo(36, '4 Questions');
    await press('Delete');
    await slides.row('4 Questions').waitFor({ state: 'detached' });
    await slides.lists(SLIDES.slice(0, -1));
    await undo();
  });

  it('acts on the entry that is highlighted even if keys moved the focus before', async () => {
    await slides.row('2.1 Team A').click();
    await press('ArrowUp');
    await slides.focuses('1 Title');
    await followTo(27, '3 Team B');
    await press('Alt+ArrowDown');
    await slides.selects('4 Team B');
    await slides.lists(['3 Questions', '4 Team B'], -2);
    await undo();
  });

  it('moves the focus from the entry that is highlighted after the cursor has moved', async () => {
    await slides.row('2.1 Team A').click();
    await followTo(27, '3 Team B');
    await press('ArrowDown');
    await slides.focuses('4 Questions');
    await press('ArrowUp');
    await press('ArrowUp');
    await slides.focuses('2.3 Empty slide');
    await press('Delete');
    await slides.row('2.3 Empty slide').waitFor({ state: 'detached' });
    await undo();
  });

  it('acts on a stack that was dragged, not on what was clicked before', async () => {
    await slides.row('1 Title').click();
    await slides.selects('1 Title');
    await slides.drag('2.1 Team A', '3 Team B');
    await slides.selects('3.1 Team A');
    await press('Alt+ArrowDown');
    await slides.selects('4.1 Team A');
    await slides.lists(['1 Title', '2 Team B', '3 Questions', '4.1 Team A'], 0, 4);
    await press('Delete');
    await slides.row('4.1 Team A').waitFor({ state: 'detached' });
    await slides.lists(['1 Title', '2 Team B', '3 Questions']);
  });

  it('acts on the entry that is highlighted after an undo', async () => {
    await slides.row('4 Questions').click();
    await slides.selects('4 Questions');
    await press('Delete');
    await slides.selects('3 Team B');
    await workbench.focusEditor('stacks.md');
    await press('Control+z');
    await slides.row('4 Questions').waitFor();
    await workbench.goTo(13);
    await slides.selects('2.1 Team A');
    await slides.focus();
    await press('Alt+ArrowDown');
    await slides.selects('3.1 Team A');
    await slides.lists(['1 Title', '2 Team B', '3.1 Team A'], 0, 3);
  });

  it('acts on the entry that is highlighted after a reload', async () => {
    await slides.row('1 Title').click();
    await workbench.focusEditor('stacks.md');
    await workbench.goTo(27);
    await slides.selects('3 Team B');
    await workbench.reload();
    await slides.selects('3 Team B');
    await slides.focus();
    await press('Alt+ArrowUp');
    await slides.selects('2 Team B');
    await slides.lists(['1 Title', '2 Team B', '3.1 Team A'], 0, 3);
  });

  it('acts from the palette on the entries selected in the view', async () => {
    await slides.row('1 Title').click();
    await slides.row('3 Team B').click({ modifiers: ['Control'] });
    await workbench.command('Deckwright: Delete Slide');
    await slides.row('2 Questions').waitFor();
    await slides.lists(['1.1 Team A', '  1.2 Topic A1', '  1.3 Empty slide', '2 Questions']);
  });

  it('keeps marking all selected entries when one of them no longer has a problem', async () => {
    const withProblem = slides.row('1 Title').and(workbench.page.locator('[aria-label*=", 1 problem"]'));
    await workbench.goTo(10);
    await workbench.insert('![Late](./late.png)\n');
    await withProblem.waitFor();
    for (const name of ['2.2 Topic A1', '3 Team B', '4 Questions']) {
      await slides.row(name).click({ modifiers: ['ControlOrMeta'] });
    }
    copyFileSync(join(workbench.folder, '0123-uploaded.png'), join(workbench.folder, 'late.png'));
    await withProblem.waitFor({ state: 'detached' });
    await slides.selectsAll(['1 Title', '2.2 Topic A1', '3 Team B', '4 Questions']);
  });

  it('says which slides are gone with a stack, and brings them back', async () => {
    await slides.row('2.1 Team A').click();
    await press('Delete');
    const notification = await workbench.notification(
      '3 slides deleted: "2.1 Team A", "2.2 Topic A1", "2.3 Empty slide".',
    );
    await notification.getByRole('button', { name: 'Undo' }).click();
    await slides.row('2.3 Empty slide').waitFor();
    await slides.lists(SLIDES);
  });

  it('selects all copies of slides that are duplicated', async () => {
    await slides.row('1 Title').click();
    await slides.row('3 Team B').click({ modifiers: ['Control'] });
    await press('Shift+Alt+ArrowDown');
    await slides.selects('2 Title');
    await slides.selects('5 Team B');
    await press('Delete');
    await slides.row('4 Questions').waitFor();
    await slides.lists(SLIDES);
  });

  it('keeps a stack that goes into the first slide unfolded', async () => {
    await workbench.focusEditor('stacks.md');
    await workbench.goTo(11, 4);
    for (let dash = 0; dash < 3; dash++) await press('Backspace');
    await slides.selects('1.1 Title');
    await slides.row('1.3 Empty slide').waitFor();
  });

  it('keeps a stack that becomes the first unfolded', async () => {
    await slides.row('2.1 Team A').click();
    await press('Alt+ArrowUp');
    await slides.selects('1.1 Team A');
    await slides.lists(['1.1 Team A', '  1.2 Topic A1', '  1.3 Empty slide'], 0, 3);
  });

  it('moves the focused entry with keys, whichever is selected', async () => {
    await slides.row('4 Questions').click();
    await slides.selects('4 Questions');
    await press('ArrowUp');
    await press('Alt+ArrowUp');
    await slides.selects('2 Team B');
    await press('Alt+ArrowDown');
    await slides.selects('3 Team B');
    await slides.lists(SLIDES);
  });

  it('makes a stack of two slides with a key and takes it apart again; the focus follows the slide', async () => {
    const preview = await PreviewPage.open(workbench, 'stacks.md');
    await slides.row('4 Questions').click();
    await preview.shows('Questions');
    await press('Alt+ArrowRight');
    await slides.selects('3.2 Questions');
    await slides.focuses('3.2 Questions');
    await slides.lists(['3.1 Team B', '  3.2 Questions'], 4);
    await preview.shows('Questions');
    await press('Alt+ArrowLeft');
    await slides.selects('4 Questions');
    await slides.focuses('4 Questions');
    await slides.lists(SLIDES);
    await press('ArrowUp');
    await slides.focuses('3 Team B');
    await workbench.focusEditor('stacks.md');
    await workbench.cursorAt(36);
  });

  it('renames a slide', async () => {
    await slides.row('3 Team B').click();
    await press('F2');
    await workbench.answer('Team C');
    await slides.selects('3 Team C');
    await workbench.editorShows('stacks.md', '# Team C');
    await undo();
  });

  it('replaces the words of a title when they are typed over, not their markup', async () => {
    await slides.row('3 Team B').click();
    await press('F2');
    await workbench.answer('<font color="red">Team B</font>');
    await workbench.editorShows('stacks.md', '# <font color="red">Team B</font>');
    await slides.focuses('3 Team B');
    await press('F2');
    await workbench.typeOver('Team C');
    await slides.selects('3 Team C');
    await workbench.editorShows('stacks.md', '# <font color="red">Team C</font>');
  });

  it('deletes all selected slides with a key', async () => {
    await slides.row('1 Title').click();
    await slides.row('3 Team B').click({ modifiers: ['Control'] });
    await press('Delete');
    await slides.row('2 Questions').waitFor();
    await slides.row('1.3 Empty slide').waitFor();
    await slides.lists(['1.1 Team A', '  1.2 Topic A1', '  1.3 Empty slide', '2 Questions']);
    await undo();
  });

  it('cuts and pastes with keys', async () => {
    await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await slides.row('4 Questions').click();
    await press('Control+x');
    await slides.row('4 Questions').waitFor({ state: 'detached' });
    await slides.row('1 Title').click();
    await press('Control+v');
    await slides.selects('2 Questions');
    await workbench.editorShows('stacks.md', '# Questions');
  });

  it('inserts and duplicates slides from the menu', async () => {
    await workbench.chooseFromContextMenu(slides.row('2.2 Topic A1'), 'Duplicate Slide');
    await slides.selects('2.3 Topic A1');
    await workbench.chooseFromContextMenu(slides.row('1 Title'), 'Insert Slide After');
    await slides.selects('2 New Slide');
  });

  it('offers in menus only what can be done', async () => {
    const offers = (name: string, ...expected: string[]) =>
      eventually(async () => {
        const labels = await workbench.contextMenu(slides.row(name));
        assert.deepEqual(
          labels.filter((label) => /^(Move|Merge)/.test(label)),
          expected,
        );
      });
    const [up, down] = ['Move Slide Up', 'Move Slide Down'] as const;
    const [into, out] = ['Move Slide into Previous Stack', 'Move Slide Out of Its Stack'] as const;
    const join = 'Merge with Next Slide';
    await offers('1 Title', down, join);
    await offers('2.1 Team A', up, down, into, out, join);
    await offers('2.2 Topic A1', up, down, out, join);
    await offers('4 Questions', up, into);
  });

  it('writes nothing into the text when slides are dropped on it', async () => {
    await workbench.page.keyboard.down('Shift');
    await slides.drag('3 Team B', workbench.editor('stacks.md'));
    await workbench.page.keyboard.up('Shift');
    await slides.drag('4 Questions', '1 Title');
    await slides.selects('2 Questions');
    await undo();
  });

  describe('with keys that are held down', () => {
    const numbered = (order: string[]) => order.map((title, at) => `${at + 1} ${title}`);

    beforeEach(async () => {
      await workbench.openFile('topics.md');
      await workbench.goTo(1);
      await slides.row('12 Topic 12').waitFor();
      // What is selected later must not be taken back by the view, which follows the cursor.
      await slides.selects('1 Topic 1');
    });

    /** As a keyboard does while a key is held down: without waiting for the effect of each press. */
    async function hold(key: string, times: number): Promise<void> {
      const { keyboard } = workbench.page;
      for (let time = 0; time < times; time++) await keyboard.down(key);
      await keyboard.up(key);
    }

    it('moves a slide by as many places as the key was repeated', async () => {
      await slides.row('2 Topic 2').click();
      await slides.selects('2 Topic 2');
      await workbench.page.keyboard.down('Alt');
      await hold('ArrowDown', 9);
      await workbench.page.keyboard.up('Alt');
      await slides.selects('11 Topic 2');
      await slides.focuses('11 Topic 2');
      await slides.lists(numbered([titles[0]!, ...titles.slice(2, 11), titles[1]!, titles[11]!]));
    });

    it('moves a slide, goes to another and deletes it, in the order of the keys', async () => {
      await slides.row('1 Topic 1').click();
      await slides.selects('1 Topic 1');
      await workbench.page.keyboard.down('Alt');
      await hold('ArrowDown', 3);
      await workbench.page.keyboard.up('Alt');
      await hold('ArrowDown', 2);
      await workbench.page.keyboard.press('Delete');
      await slides.row('11 Topic 12').waitFor();
      const order = [2, 3, 4, 1, 5, 7, 8, 9, 10, 11, 12];
      await slides.lists(numbered(order.map((topic) => `Topic ${topic}`)));
    });
  });
});

describe('A read-only deck in the view of slides', () => {
  it('is left alone, and the view says so', async () => {
    const workbench = await openWorkbench({
      file: 'stacks.md',
      settings: { 'files.readonlyInclude': { '**/stacks.md': true } },
    });
    try {
      const slides = await SlidesView.open(workbench);
      await slides.row('4 Questions').waitFor();
      await insist(async () => {
        await slides.drag('4 Questions', '1 Title');
        await workbench.notification('The file is read-only');
      });
      await slides.lists(SLIDES);
      await workbench.tab('stacks.md').and(workbench.page.locator(':not(.dirty)')).waitFor();
    } finally {
      await workbench.close();
    }
  });
});
