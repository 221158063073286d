import { openWorkbench } from '../vscode/session';
import { until } from '../vscode/until';
import { PreviewPage } from './previewPage';
import type { Workbench } from './workbench';

const DECK = `---
type: slide
---

# One

![red](./pictures/red.png)

---

# Two

- first <!-- .element: class="fragment" -->
- second <!-- .element: class="fragment" -->
`;

describe('The preview of a deck that has no file yet', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench();
  });
  afterEach(() => workbench.discardEditors());
  after(() => workbench.close());

  /** The deck's preview, on its second slide, with the first of its steps taken. */
  async function openPreview(): Promise<PreviewPage> {
    await workbench.newUntitledFile(DECK);
    await workbench.statusBarItem('Slides: HedgeDoc').waitFor();
    await workbench.command('Deckwright: Open Preview to the Side');
    const preview = await PreviewPage.of(workbench, 'Untitled-1');
    await preview.shows('Two');
    await preview.focus();
    await workbench.page.keyboard.press('ArrowRight');
    await visibleSteps(preview, 1);
    return preview;
  }

  const visibleSteps = (preview: PreviewPage, count: number) =>
    until(
      async () => (await preview.slide.locator('.fragment.visible').count()) === count,
      `${count} steps are shown`,
    );

  async function saveAs(name: string): Promise<void> {
    await workbench.selectTab('Untitled-1');
    await workbench.command('File: Save', { opensInput: true });
    await workbench.chooseFile(name);
    await workbench.tabIsActive(name);
  }

  it('shows the saved file, on the same slide and step, with its pictures', async () => {
    await openPreview();
    await saveAs('first.md');
    const preview = await PreviewPage.of(workbench, 'first.md');
    await preview.shows('Two');
    await visibleSteps(preview, 1);
    await workbench.focusEditor('first.md');
    await workbench.goTo(5);
    await preview.shows('One');
    await preview.loadsPicture(40);
    await workbench.hasTabs('first.md', 'Preview first.md');
  });

  it('does so where it is locked and out of sight', async () => {
    await openPreview();
    await workbench.command('Deckwright: Toggle Preview Locking');
    await workbench.tab('[Preview] Untitled-1').waitFor();
    await workbench.openFile('notes.md');
    await saveAs('second.md');
    await workbench.tab('[Preview] second.md').waitFor();
    await workbench.selectTab('[Preview] second.md');
    const preview = await PreviewPage.of(workbench, 'second.md', '[Preview] second.md');
    await preview.shows('Two');
    await visibleSteps(preview, 1);
    await workbench.hasTabs('second.md', 'notes.md', '[Preview] second.md');
  });

  it('closes where the deck is closed without being saved', async () => {
    await openPreview();
    await workbench.closeTab('Untitled-1');
    await workbench.dialog('Untitled-1').locator('.monaco-button', { hasText: "Don't Save" }).click();
    await workbench.hasTabs();
    await (await workbench.problems()).first().waitFor({ state: 'detached' });
    await workbench.openFile('notes.md');
    await workbench.hasTabs('notes.md');
  });

  it('comes back with it after the window is reloaded', async () => {
    await openPreview();
    await workbench.reload();
    const preview = await PreviewPage.of(workbench, 'Untitled-1');
    await preview.shows('Two');
    await visibleSteps(preview, 1);
    await workbench.hasTabs('Untitled-1', 'Preview Untitled-1');
    await workbench.selectTab('Untitled-1');
  });
});
