import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { restoreAll } from '../vscode/git';
import { openWorkbench } from '../vscode/session';
import { insist } from '../vscode/until';
import type { Workbench } from './workbench';

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('Pictures and files', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench();
  });
  afterEach(async () => {
    await workbench.discardEditors();
    restoreAll(workbench.folder);
  });
  after(() => workbench.close());

  describe('brought into a deck', () => {
    beforeEach(async () => {
      await workbench.openFile('deck.md');
      await workbench.statusBarItem('Slides: HedgeDoc').waitFor();
    });

    const paste = () => workbench.page.keyboard.press('ControlOrMeta+V');
    const copy = (name: string) => readFileSync(join(workbench.folder, name));
    const names = () => readdirSync(workbench.folder);

    it('by pasting are copied beside it under the name of their slide, with alternative text to type over', async () => {
      await workbench.goTo(9);
      await workbench.copyToClipboard({
        'image/png': PICTURE,
        'text/html': '<img src="https://example.org/x.png">',
      });
      await paste();
      await workbench.editorShows('deck.md', '![First slide](./first-slide.png)');
      assert.equal(copy('first-slide.png').subarray(1, 4).toString(), 'PNG');
      await workbench.type('Overview');
      await workbench.editorShows('deck.md', '![Overview](./first-slide.png)');
    });

    it('replace nothing: a second one is numbered, and undo takes back the link', async () => {
      await workbench.copyToClipboard({ 'image/png': PICTURE });
      await workbench.goTo(7);
      await paste();
      await workbench.editorShows('deck.md', '(./first-slide.png)');
      const first = copy('first-slide.png');
      await workbench.goTo(13);
      await paste();
      await workbench.editorShows('deck.md', '(./second-slide.png)');
      await workbench.goTo(9);
      await paste();
      await workbench.editorShows('deck.md', '(./first-slide-2.png)');
      assert.deepEqual(copy('first-slide.png'), first);
      await workbench.page.keyboard.press('ControlOrMeta+Z');
      await workbench.editorHides('deck.md', 'first-slide-2.png');
      await workbench.editorShows('deck.md', '(./first-slide.png)');
    });

    it('become the background in a background comment', async () => {
      await workbench.goTo(9);
      await workbench.insert('<!-- .slide: data-background="" -->');
      await workbench.goTo(9, 31);
      await workbench.copyToClipboard({ 'image/png': PICTURE });
      await paste();
      await workbench.editorShows('deck.md', '<!-- .slide: data-background="./first-slide.png" -->');
    });

    it('yield to text that was copied with its picture, as office programs do', async () => {
      await workbench.goTo(9);
      await workbench.copyToClipboard({
        'image/png': PICTURE,
        'text/plain': 'Figures of June',
        'text/html': '<b>Figures of June</b>',
      });
      await paste();
      await workbench.editorShows('deck.md', 'Figures of June');
      assert.deepEqual(
        names().filter((name) => name.endsWith('.png')),
        ['0123-uploaded.png'],
      );
    });

    it('from the explorer are linked where they are', async () => {
      await workbench.explorerItem('pictures').first().click();
      await workbench.explorerItem('blue sky.png').waitFor();
      await workbench.focusEditor('deck.md');
      const before = names();
      await workbench.dropFromExplorer('blue sky.png', 'deck.md', 'Hello');
      await workbench.editorShows('deck.md', '![blue sky](./pictures/blue%20sky.png)');
      assert.deepEqual(names(), before);
    });

    it('from the desktop are copied under clean names, and files other than pictures linked as such', async () => {
      await workbench.dropFiles('deck.md', 'Hello', {
        'Größe (neu).PNG': ['image/png', PICTURE],
        'Q&A.pdf': ['application/pdf', Buffer.from('%PDF-1.4')],
      });
      await workbench.editorShows('deck.md', '![Größe (neu)](./Groesse-neu.png) [Q&A](./Q-and-A.pdf)');
      assert.deepEqual(copy('Groesse-neu.png'), PICTURE);
      assert.equal(copy('Q-and-A.pdf').toString(), '%PDF-1.4');
    });

    it('of 200 MB are copied too', async () => {
      await workbench.dropFiles('deck.md', 'Hello', { 'huge.png': ['image/png', 200 * 1024 * 1024] });
      await workbench.editorShows('deck.md', '![huge](./huge.png)', { timeout: 80_000 });
      assert.equal(copy('huge.png').length, 200 * 1024 * 1024);
    });

    it('need a folder to go to: an unsaved deck says so', async () => {
      await workbench.newUntitledFile('---\ntype: slide\n---\n\n# New\n\n');
      await workbench.statusBarItem('Slides: HedgeDoc').waitFor();
      await workbench.copyToClipboard({ 'image/png': PICTURE });
      await paste();
      await workbench.notification('Save the deck first');
    });
  });

  describe('brought into ordinary markdown', () => {
    it('are left to VS Code', async () => {
      await workbench.openFile('notes.md');
      // VS Code's markdown support is there once it has found the heading.
      await workbench.page.locator('.monaco-breadcrumbs', { hasText: '# Shopping' }).waitFor();
      await workbench.goTo(1);
      await workbench.copyToClipboard({ 'image/png': PICTURE });
      await workbench.page.keyboard.press('ControlOrMeta+V');
      await workbench.editorShows('notes.md', '![alt text](image.png)');
    });
  });

  describe('that a deck has', () => {
    beforeEach(async () => {
      await workbench.openFile('pictures.md');
      await workbench.statusBarItem('Slides: HedgeDoc').waitFor();
    });

    it('get a size from the command, which shows their own size and refuses invalid ones', async () => {
      await workbench.goTo(16, 4);
      await workbench.command('Deckwright: Set Picture Size', { opensInput: true });
      const box = workbench.page.locator('.quick-input-widget');
      await box.locator('.quick-input-message', { hasText: '40 × 30 pixels' }).waitFor();
      await box.locator('input[type=text]').first().fill('wide');
      await workbench.page.keyboard.press('Enter');
      await box.locator('.quick-input-message', { hasText: 'Width x height' }).waitFor();
      await workbench.answer('120x');
      await workbench.editorShows('pictures.md', ' =120x)');
    });

    it('stay linked when they are renamed in the explorer, after VS Code has asked', async () => {
      // An earlier test may have opened it.
      const folder = workbench.explorerItem('pictures').first();
      if ((await folder.getAttribute('aria-expanded')) === 'false') await folder.click();
      const name = workbench.page.locator('.explorer-item-edited input');
      await insist(async () => {
        // Shows the picture, which may take the focus.
        await workbench.explorerItem('red.png').first().click();
        await workbench.page.keyboard.press('F2');
        await name.fill('crimson.png', { timeout: 5000 });
      });
      await workbench.page.keyboard.press('Enter');
      const dialog = workbench.dialog('Deckwright');
      await dialog.locator('.monaco-button', { hasText: 'Show Preview' }).waitFor();
      await dialog.locator('.monaco-button', { hasText: /^OK$/ }).click();
      await workbench.tab('crimson.png').waitFor();
      await workbench.openFile('pictures.md');
      await workbench.editorShows('pictures.md', 'pictures/crimson.png');
      assert.ok(readdirSync(join(workbench.folder, 'pictures')).includes('crimson.png'));
    });
  });
});

describe('Pictures brought into a deck with a configuration', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ workspace: 'test/fixtures/pictureFolder' });
  });
  afterEach(() => workbench.discardEditors());
  after(() => workbench.close());

  const drop = async (deck: string) => {
    await workbench.openFile(deck);
    await workbench.statusBarItem('Slides: HedgeDoc').waitFor();
    await workbench.dropFiles(deck, 'Hello', { 'a.png': ['image/png', PICTURE] });
  };

  it('go where it says', async () => {
    await drop('deck.md');
    await workbench.editorShows('deck.md', '![a](./images/2024/a.png)');
    assert.deepEqual(readFileSync(join(workbench.folder, 'images/2024/a.png')), PICTURE);
  });

  it('are not linked where they can’t be copied, and VS Code says why', async () => {
    await drop('blocked/deck.md');
    await workbench.notification("Files can't be copied to");
    await workbench.save();
    assert.doesNotMatch(workbench.savedText('blocked/deck.md'), /a\.png/);
  });
});
