import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { browsersIn } from '../vscode/browsers';
import { temporaryFolder } from '../vscode/paths';
import { openWorkbench } from '../vscode/session';
import { eventually, until } from '../vscode/until';
import { PreviewPage } from './previewPage';
import type { Workbench } from './workbench';

const EXPORT = 'Deckwright: Export as HTML';

/** Takes longer to draw than a user to cancel. */
const LONG = `---\ntype: slide\n---\n${Array.from({ length: 60 }, (_, at) => `\n\`\`\`mermaid\ngraph TD; A${at}-->B-->C-->D\n\`\`\`\n`).join('\n---\n')}`;

/** Where the extension puts what its browsers need. */
const scratch = temporaryFolder('scratch');

describe('Exporting with the command', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      env: { TMPDIR: scratch },
      prepare(folder) {
        mkdirSync(join(folder, 'calls'));
        writeFileSync(join(folder, 'calls/20261126.md'), '---\ntype: slide\n---\n\n# Call\n');
        writeFileSync(join(folder, 'long.md'), LONG);
      },
    });
  });
  afterEach(async () => {
    await workbench.command('Notifications: Clear All Notifications');
    await workbench.discardEditors();
  });
  after(() => workbench.close());

  it('says what is not a deck before it asks for a file', async () => {
    await workbench.openFile('notes.md');
    await workbench.command(EXPORT);
    await workbench.answerNotification('notes.md is not a slide deck.', 'Export as Slides');
    await workbench.proposesFile('notes.html');
    await workbench.cancel();
  });

  it('proposes a name based on the title for a deck that has no file yet', async () => {
    await workbench.newUntitledFile('---\ntitle: Our Community Call\ntype: slide\n---\n\n# One\n');
    await workbench.statusBarItem('Slides: HedgeDoc').waitFor();
    await workbench.command(EXPORT, { opensInput: true });
    await workbench.proposesFile('our-community-call.html');
    await workbench.cancel();
  });

  it('is in the preview’s own menu', async () => {
    const preview = await PreviewPage.open(workbench, 'deck.md');
    await preview.focus();
    await workbench.titleButton('More Actions').or(workbench.titleButton('Views and More Actions')).click();
    await workbench.chooseFromMenu('Export');
    await workbench.chooseFromMenu('Export as HTML…');
    await workbench.proposesFile('deck.html');
    await workbench.cancel();
  });

  it('is offered by Open in Browser where the browser is on another computer, as here', async () => {
    await workbench.openFile('deck.md');
    await workbench.command('Deckwright: Open in Browser');
    await workbench.answerNotification(
      "Deckwright can't open a browser from this window.",
      'Export as HTML…',
    );
    await workbench.proposesFile('deck.html');
    await workbench.cancel();
  });

  it('works from the preview, and says what could not be included', async () => {
    const preview = await PreviewPage.open(workbench, 'pictures.md');
    await preview.focus();
    await workbench.command(EXPORT, { opensInput: true });
    await workbench.proposesFile('pictures.html');
    await workbench.chooseFile('pictures.html');
    const said = await workbench.notification('Exported pictures.html. 3 pictures could not be included.');
    await said.hover();
    const buttons = said.locator('.monaco-button');
    await eventually(async () =>
      assert.deepEqual(await buttons.allTextContents(), ['Open', 'Show Problems']),
    );
    assert.ok(existsSync(join(workbench.folder, 'pictures.html')));
  });

  it('makes a site of a folder, and overwrites no file of others without a question', async () => {
    const index = join(workbench.folder, 'calls-site/index.html');
    const exportCalls = async () => {
      await workbench.chooseFromContextMenu(workbench.explorerItem(/^calls$/), 'Export Folder as a Site…');
      await workbench.pick(/^calls-site/);
    };
    // From then on the extension's entries are in menus.
    await workbench.openFile('deck.md');
    await workbench.statusBarItem('Slides: HedgeDoc').waitFor();
    await exportCalls();
    await workbench.notification('Exported 1 page to calls-site.');
    assert.match(readFileSync(index, 'utf8'), /href="20261126\.html"/);
    writeFileSync(index, 'mine');
    await exportCalls();
    const question = workbench.dialog('calls-site already has a file index.html');
    await question.waitFor();
    assert.equal(readFileSync(index, 'utf8'), 'mine');
    await question.locator('.monaco-button', { hasText: 'Overwrite' }).click();
    await eventually(async () => assert.match(readFileSync(index, 'utf8'), /href="20261126\.html"/));
  });

  it('makes a picture of the slide, and pictures of all slides in a folder', async () => {
    await workbench.openFile('deck.md');
    await workbench.command('Deckwright: Export Slide as Picture', { opensInput: true });
    await workbench.proposesFile('deck-01.png');
    await workbench.chooseFile('one.png');
    await workbench.notification('Exported one.png.');
    assert.ok(existsSync(join(workbench.folder, 'one.png')));
    await workbench.command('Deckwright: Export Slides as Pictures', { opensInput: true });
    await eventually(async () =>
      assert.equal(await workbench.quickInput.inputValue(), `${workbench.folder}/`),
    );
    await workbench.page.keyboard.press('Enter');
    await workbench.notification('Exported deck-slides.');
    const names = readdirSync(join(workbench.folder, 'deck-slides'));
    assert.ok(names.includes('deck-01.png') && names.includes('deck-02.png'), names.join());
  });

  it('makes a PowerPoint file', async () => {
    await workbench.openFile('deck.md');
    await exportPptx('talk.pptx');
    await workbench.notification('Exported talk.pptx.');
    assert.ok(existsSync(join(workbench.folder, 'talk.pptx')));
  });

  it('makes a PDF file with a page for each slide', async () => {
    await workbench.openFile('deck.md');
    await exportPdf('deck.pdf');
    await workbench.notification('Exported deck.pdf.');
    const content = readFileSync(join(workbench.folder, 'deck.pdf'));
    assert.equal(content.toString('latin1', 0, 4), '%PDF');
    const pdf = await getDocument({ data: new Uint8Array(content), verbosity: 0 }).promise;
    assert.equal(pdf.numPages, 3);
  });

  for (const [kind, exportTo, file] of [
    ['PDF', exportPdf, 'never.pdf'],
    ['PowerPoint', exportPptx, 'never.pptx'],
  ] as const) {
    it(`leaves neither a ${kind} file nor a browser if it is canceled`, async () => {
      await workbench.openFile('long.md');
      await exportTo(file);
      await until(() => browsersIn(scratch).length > 0, 'the browser runs');
      await workbench.answerNotification('Exporting long.md', 'Cancel');
      await until(() => browsersIn(scratch).length === 0, 'no browser is left');
      const progress = workbench.page.locator('.notification-list-item', { hasText: 'Exporting long.md' });
      await progress.waitFor({ state: 'hidden' });
      await eventually(async () => {
        const left = [...readdirSync(workbench.folder), ...readdirSync(scratch)];
        assert.deepEqual(
          left.filter((name) => /never|\.tmp$|^deckwright-browser/.test(name)),
          [],
        );
      });
    });
  }

  it('puts a picture of the slide onto the clipboard, and leaves the keyboard with the editor', async () => {
    await workbench.openFile('deck.md');
    await workbench.statusBarItem('Slides: HedgeDoc').waitFor();
    await workbench.command('Deckwright: Copy Slide as Picture');
    await workbench.tab('Preview deck.md').waitFor();
    await workbench.cursorAt(1);
    await workbench.notification('Slide 1 is on the clipboard.');
    assert.deepEqual(await workbench.pictureOnClipboard(), { width: 2592, height: 1458 });
  });

  it('offers a file if the browser does not let it write to the clipboard', async () => {
    const preview = await PreviewPage.open(workbench, 'deck.md');
    await preview.frame.locator('html').evaluate(() => {
      navigator.clipboard.write = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    });
    await workbench.command('Deckwright: Copy Slide as Picture');
    await workbench.answerNotification(
      'Slide 1 could not be copied: the browser did not let VS Code write to the clipboard.',
      'Export Slide as Picture…',
    );
    await workbench.proposesFile('deck-01.png');
    await workbench.cancel();
  });

  it('lists the browser that is not there, and offers to print or to name another', async () => {
    await workbench.command('Preferences: Open Remote Settings (JSON)');
    await workbench.tabIsActive('settings.json');
    await workbench.cursorAt(1);
    await workbench.page.keyboard.press('End');
    await workbench.insert('"deckwright.browser": "/nowhere/chrome"');
    await workbench.page.keyboard.press('Control+S');
    await workbench.openFile('deck.md');
    await exportPdf('none.pdf');
    const said = await workbench.notification('The browser /nowhere/chrome is not a program');
    await said.hover();
    const buttons = said.locator('.monaco-button');
    await eventually(async () =>
      assert.deepEqual(await buttons.allTextContents(), ['Open Print View', 'Name a Browser']),
    );
    assert.ok(!existsSync(join(workbench.folder, 'none.pdf')));
    await workbench.answerNotification('The browser /nowhere/chrome', 'Name a Browser');
    await workbench.page
      .locator('.settings-editor .setting-item', { hasText: 'Deckwright: Browser' })
      .waitFor();
  });

  async function exportPdf(name: string): Promise<void> {
    await workbench.command('Deckwright: Export as PDF', { opensInput: true });
    await workbench.asks('Export as PDF');
    await workbench.find('Slides', 'Slides');
    await workbench.chooseFile(name);
  }

  async function exportPptx(name: string): Promise<void> {
    await workbench.command('Deckwright: Export as PowerPoint', { opensInput: true });
    await workbench.chooseFile(name);
  }
});
