import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench } from '../vscode/session';
import type { Workbench } from './workbench';

/** Its frontmatter is not the first thing in the file. */
const BELOW_TEXT = 'Text\n\n---\ntype: slide\n---\n\n# Title\n\n---\n\n# Two\n';

describe('A German window', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      file: 'pictures.md',
      language: 'de',
      // First: VS Code takes a while to find new files by name.
      prepare: (folder) => writeFileSync(join(folder, 'below.md'), BELOW_TEXT),
    });
  });
  after(() => workbench.close());

  it('has commands and a status bar in German', async () => {
    await workbench.statusBarItem(/^Folie 1 von 6$/).waitFor();
    await workbench.command('Nächste Folie');
    await workbench.statusBarItem(/^Folie 2 von 6$/).waitFor();
  });

  it('names the view and its slides in German', async () => {
    await workbench.page.locator('.activitybar .action-item:has(> [aria-label^="Folien"])').click();
    await workbench.page.locator('.monaco-list-row[aria-label^="Folie 1: Backgrounds"]').waitFor();
  });

  it('says on a slide in German what is wrong with it', async () => {
    await workbench.goTo(28);
    await workbench.command('Vorschau an der Seite öffnen');
    const page = await workbench.webview('Vorschau von pictures.md');
    await page.locator(`section.present img[src*="${encodeURIComponent('Bild nicht gefunden:')}"]`).waitFor();
  });

  it('says in German what is wrong with a deck, and why it is read as one', async () => {
    await workbench.openFile('below.md');
    const page = await workbench.webview('Vorschau von below.md');
    const notice = page.locator('#notices button', { hasText: 'Das Frontmatter muss ganz am Anfang' });
    await notice.waitFor();
    const reason = 'type: slide, wenn auch unterhalb von anderem Text';
    await workbench.page.locator(`.statusbar-item [aria-label$="${reason}"]`).waitFor();
  });

  it('explains frontmatter in German', async () => {
    await workbench.focusEditor('pictures.md');
    await workbench.goTo(2, 2);
    await workbench.command('Show or Focus Hover');
    await workbench.page.locator('.monaco-hover', { hasText: 'Titel des Foliensatzes' }).waitFor();
  });
});
