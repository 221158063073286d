import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench } from '../vscode/session';
import { GLIDING, movesAfterNext } from './motion';
import { PreviewPage } from './previewPage';
import type { Workbench } from './workbench';

describe('The preview for users who want less motion', () => {
  async function open(settings = {}): Promise<[Workbench, PreviewPage]> {
    const workbench = await openWorkbench({ settings, motion: true });
    writeFileSync(join(workbench.folder, 'gliding.md'), GLIDING);
    return [workbench, await PreviewPage.open(workbench, 'gliding.md')];
  }
  const next = (preview: PreviewPage) => preview.frame.locator('body').evaluate(movesAfterNext);

  it('stands still where the system asks for it, as soon as it does', async () => {
    const [workbench, preview] = await open();
    assert.notEqual(await next(preview), 0);
    await workbench.page.emulateMedia({ reducedMotion: 'reduce' });
    await preview.frame.locator('.reveal.still').waitFor();
    for (let step = 0; step < 3; step++) assert.equal(await next(preview), 0);
    await workbench.page.emulateMedia({ reducedMotion: 'no-preference' });
    await preview.frame.locator('.reveal:not(.still)').waitFor();
    assert.notEqual(await next(preview), 0);
    await workbench.close();
  });

  it('stands still where the setting of VS Code asks for it', async () => {
    const [workbench, preview] = await open({ 'workbench.reduceMotion': 'on' });
    for (let step = 0; step < 4; step++) assert.equal(await next(preview), 0);
    await workbench.command('Deckwright: Slide Sorter');
    await preview.frame.locator('.reveal.overview').waitFor();
    const moving = await preview.frame.locator('body').evaluate(() => document.getAnimations().length);
    assert.equal(moving, 0);
    await workbench.close();
  });
});
