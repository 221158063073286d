import assert from 'node:assert/strict';
import { openWorkbench } from '../vscode/session';
import type { Workbench } from './workbench';

describe('While the user writes', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ workspace: 'test/fixtures/calls' });
  });
  after(() => workbench.close());

  const press = (key: string) => workbench.page.keyboard.press(key);
  const open = async (file: string, line: number) => {
    await workbench.openFile(file);
    await workbench.statusBarItem('Slides: HedgeDoc').waitFor();
    await workbench.goTo(line);
  };

  it('team names are listed from the first letter of a heading on, but in no other heading', async () => {
    await open('community-call/20251211.md', 26);
    await workbench.type('\n---\n\n# T');
    await workbench.suggestion('Team IaaS', { isFocused: true }).waitFor();
    await workbench.type('eam IAM');
    await workbench.suggestion('Team IAM & Security', { isFocused: true }).waitFor();
    await press('Tab');
    await workbench.editorShows('community-call/20251211.md', '# Team IAM & Security');
    await workbench.type('\n## S');
    await workbench.suggestion('SIG Documentation').waitFor();
    await workbench.type('o');
    await workbench.suggestsNothing();
    await workbench.type(' far\n');
    await workbench.editorShows('community-call/20251211.md', '## So far');
    await workbench.discardEditors();
  });

  it('the reporter of a new section is chosen from those who reported before', async () => {
    await open('community-call/20251211.md', 26);
    await workbench.command('Insert Team Section', { opensInput: true });
    await workbench.asks('Which team reports?');
    await workbench.pick('Project Board');
    await workbench.asks('Who reports for Project Board?');
    await workbench.activePick.filter({ hasText: '@chairreported on 2025-12-18' }).waitFor();
    await workbench.pick('Fill in Later');
    await workbench.suggestion('chair', { isFocused: true }).waitFor();
    await press('Tab');
    await workbench.suggestsNothing();
    await press('Tab');
    await workbench.type('Our topic');
    await workbench.save();
    const text = workbench.savedText('community-call/20251211.md');
    assert.match(text, /# Project Board\n\nReport by <a href="https:\/\/github\.com\/chair">@chair<\/a>/);
    assert.match(text, /## Project Board - Our topic\n/);
    await workbench.discardEditors();
  });

  it('pictures to choose from are shown, those of the last deck first', async () => {
    await open('community-call/20251211.md', 26);
    await workbench.type('\n![](');
    await workbench
      .suggestion('./hills.png', { isFocused: true })
      .filter({ hasText: 'title of 2025-12-18' })
      .waitFor();
    await press('Control+Space');
    const shown = workbench.page.locator('.suggest-details-container img');
    await shown.waitFor();
    const width = await shown.evaluate((image: HTMLImageElement) =>
      image.decode().then(() => image.naturalWidth),
    );
    assert.ok(width > 0);
    await workbench.discardEditors();
  });
});
