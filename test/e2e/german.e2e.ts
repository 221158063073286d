import { openWorkbench } from '../vscode/session';
import type { Workbench } from './workbench';

describe('A German window', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ file: 'pictures.md', language: 'de' });
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

  it('says in German on a slide what is wrong with it', async () => {
    await workbench.goTo(28);
    await workbench.command('Vorschau an der Seite öffnen');
    const page = await workbench.webview('Vorschau von pictures.md');
    await page.locator(`section.present img[src*="${encodeURIComponent('Bild nicht gefunden:')}"]`).waitFor();
  });

  it('explains frontmatter in German', async () => {
    await workbench.focusEditor('pictures.md');
    await workbench.goTo(2, 2);
    await workbench.command('Show or Focus Hover');
    await workbench.page.locator('.monaco-hover', { hasText: 'Titel des Foliensatzes' }).waitFor();
  });
});
