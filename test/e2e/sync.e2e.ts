import { openWorkbench } from '../vscode/session';
import { PreviewPage } from './previewPage';
import type { Workbench } from './workbench';

describe('Cursor and preview', () => {
  let workbench: Workbench;
  let preview: PreviewPage;

  const open = async (sync: string) => {
    workbench = await openWorkbench({ settings: { 'deckwright.preview.sync': sync } });
    preview = await PreviewPage.open(workbench, 'stacks.md');
    await preview.shows('Title');
  };
  afterEach(() => workbench.close());

  it('do not move each other against the setting: editor to preview', async () => {
    await open('editorToPreview');
    await preview.focus();
    await workbench.page.keyboard.press('ArrowRight');
    await preview.shows('Team A');
    // If the cursor had moved, the text would go elsewhere.
    await workbench.focusEditor('stacks.md');
    await workbench.cursorAt(1);
    await workbench.goTo(27);
    await preview.shows('Team B');
  });

  it('do not move each other against the setting: preview to editor', async () => {
    await open('previewToEditor');
    await workbench.focusEditor('stacks.md');
    await workbench.goTo(27);
    await preview.focus();
    // Still from the title: if the preview had followed the cursor, this would lead to the questions.
    await workbench.page.keyboard.press('ArrowRight');
    await preview.shows('Team A');
    await workbench.activeLine('stacks.md').filter({ hasText: /^13$/ }).waitFor();
  });

  it('stay in step with the most recently used editor, where several show the deck', async () => {
    await open('both');
    await workbench.focusEditor('stacks.md');
    await workbench.command('View: Split Editor Left');
    await workbench.goTo(27);
    await preview.shows('Team B');
    await workbench.focusEditor('stacks.md', 1);
    await workbench.goTo(13);
    await preview.shows('Team A');
    await preview.focus();
    await workbench.page.keyboard.press('ArrowRight');
    await preview.shows('Team B');
    await workbench.activeLine('stacks.md', 1).filter({ hasText: /^27$/ }).waitFor();
  });
});
