import { openWorkbench } from '../vscode/session';
import { insist } from '../vscode/until';
import { PreviewPage } from './previewPage';

describe('The walkthrough', () => {
  it('leads from the sample deck to its preview and a team section, from its own page', async () => {
    const workbench = await openWorkbench({ file: 'deck.md' });
    await workbench.statusBarItem('Slides: HedgeDoc').waitFor();
    const press = async (step: string, button: string) => {
      await workbench.command('Welcome: Open Walkthrough', { opensInput: true });
      await workbench.pick('Get started with decks');
      const row = workbench.page.locator(`.getting-started-step[data-step-id$="#${step}"]`);
      await row.waitFor();
      // The first unfinished step opens by itself, and a click would close it.
      await insist(async () => {
        if ((await row.getAttribute('aria-expanded')) !== 'true') await row.click();
        await row.locator('.monaco-button', { hasText: button }).click({ timeout: 6000 });
      });
    };
    await press('deck', 'Open Sample Deck');
    await workbench.editor('sample.md').waitFor();
    const preview = await PreviewPage.of(workbench, 'sample.md');
    await preview.shows('Slides from plain text');
    await press('write', 'Insert Team Section');
    await workbench.pick('Team Container');
    await workbench.cancel();
    await press('export', 'Export as HTML');
    await workbench.page.locator('.quick-input-widget', { hasText: 'Export as HTML' }).waitFor();
    await workbench.close();
  });
});
