import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDeck } from '../../src/core/deck/parseDeck';
import { shared } from '../vscode/paths';
import { openWorkbench } from '../vscode/session';
import { until } from '../vscode/until';
import { PreviewPage } from './previewPage';

const decks = join(shared, 'decks');

/** How many slides HedgeDoc made of the deck, where that is known. */
function referenceCount(name: string): number | undefined {
  const file = join(shared, 'fidelity/reference', name.replace(/\.md$/, '.json'));
  if (!existsSync(file)) return undefined;
  return (JSON.parse(readFileSync(file, 'utf8')) as { slideCount: number }).slideCount;
}

describe('Decks that people shared', () => {
  for (const folder of ['community-call', 'talks']) {
    it(`are previewed with all their slides: ${folder}`, async function () {
      if (!existsSync(decks)) this.skip();
      this.timeout(600_000);
      const workspace = join('../shared/decks', folder);
      const workbench = await openWorkbench({ workspace });
      const errors: string[] = [];
      workbench.page.on('pageerror', ({ message }) => errors.push(message));
      const names = readdirSync(join(decks, folder)).filter((name) => name.endsWith('.md'));
      let preview: PreviewPage | undefined;
      for (const name of names) {
        if (preview) await workbench.openFile(name);
        preview = preview ? await PreviewPage.of(workbench, name) : await PreviewPage.open(workbench, name);
        const { slides } = parseDeck(readFileSync(join(decks, folder, name), 'utf8'));
        const expected = referenceCount(name) ?? slides.length;
        assert.equal(slides.length, expected, `${name}: slides of the model`);
        const sections = preview.frame.locator('.slides section:not(:has(section))');
        // The previous deck's slides are there until this one's are.
        const areAll = async () => (await sections.count()) === expected;
        await until(areAll, `the preview of ${name} has ${expected} slides`);
        await preview.slide.locator(':scope > *').first().waitFor({ state: 'attached' });
        await workbench.focusEditor(name);
      }
      assert.deepEqual(errors, []);
      await workbench.close();
    });
  }
});
