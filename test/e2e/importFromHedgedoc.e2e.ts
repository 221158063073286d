import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HedgedocServer } from '../remote/hedgedocServer';
import { openWorkbench } from '../vscode/session';
import { eventually } from '../vscode/until';
import { PreviewPage } from './previewPage';
import type { Workbench } from './workbench';

const PICTURE = '0c71e3bc-6b6a-4b4e-9d57-9a1d3f8e2c11.png';

describe('Import from HedgeDoc', () => {
  let server: HedgedocServer;
  let workbench: Workbench;
  const note = (...slides: string[]) =>
    `---\ntitle: Call\ntype: slide\n---\n\n# Call\n## 2024-08-22\n\n---\n\n${slides.join('\n\n---\n\n')}\n`;
  const withPicture = (address: string) => note('# News', `# Picture\n\n![A picture](${address})`, '# End');
  const imported = (text: string) =>
    text.replace('---\n', `---\n# deckwright: origin ${server.url('/abc')}\n`);

  before(async () => {
    server = await HedgedocServer.start();
    workbench = await openWorkbench({
      prepare: (folder) => {
        const config = { hedgedocHosts: [server.host], remote: { allow: [server.host] } };
        writeFileSync(join(folder, '.deckwright.json'), JSON.stringify(config));
        server.uploads.set(PICTURE, readFileSync(join(folder, 'pictures/red.png')));
      },
    });
    server.notes.set('abc', { text: withPicture(server.url(`/uploads/${PICTURE}`)) });
  });
  after(async () => {
    await workbench.close();
    await server.stop();
  });

  it('asks for the address, and opens the deck with its pictures and its preview', async () => {
    await workbench.command('Deckwright: Import Deck from HedgeDoc', { opensInput: true });
    await workbench.asks('Import Deck from HedgeDoc');
    await workbench.answer(server.url('/s/abc?both#News'));
    await workbench.quickPickRow(/./).first().waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.tabIsActive('20240822.md');
    assert.equal(workbench.savedText('20240822.md'), imported(withPicture(`./${PICTURE}`)));
    assert.ok(existsSync(join(workbench.folder, PICTURE)));
    await (await PreviewPage.of(workbench, '20240822.md')).shows('2024-08-22');
  });

  it('compares the deck with the note as it is now, and takes over one change or all', async () => {
    const changed = withPicture(server.url(`/uploads/${PICTURE}`));
    server.notes.set('abc', { text: changed.replace('# News', '# Good news').replace('# End', '# The end') });
    await workbench.command('Deckwright: Update from HedgeDoc');
    const comparison = workbench.page.locator('.tab', { hasText: `${server.host} ↔ 20240822.md` });
    await comparison.waitFor();
    await workbench.goTo(12);
    await workbench.titleButton('Take Over Change from HedgeDoc').click();
    const document = () => workbench.page.locator('.editor.modified .lines-content > .view-lines');
    await eventually(async () => assert.match(await document().innerText(), /Good\snews/));
    assert.doesNotMatch(await document().innerText(), /The\send/);
    await workbench.titleButton('Take Over All Changes from HedgeDoc').click();
    await workbench.notification('20240822.md is now up to date');
    const taken = withPicture(`./${PICTURE}`).replace('# News', '# Good news').replace('# End', '# The end');
    await workbench.savesAs('20240822.md', imported(taken));
  });
});
