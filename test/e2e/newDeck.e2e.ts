import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf, fileNameOf, nextThursdays } from '../../src/core/authoring/dates';
import { isoDate } from '../../src/core/lint/dates';
import { openWorkbench } from '../vscode/session';
import type { Workbench } from './workbench';

describe('A new community call', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ workspace: 'test/fixtures/calls' });
  });
  after(() => workbench.close());

  it('is made from File › New by answering what is proposed, and written into right away', async () => {
    const [thursday] = nextThursdays(dayOf(new Date()), 1);
    const name = fileNameOf(thursday!);
    // A window that has just opened takes no keys yet.
    await workbench.openFile('README.md');
    // File › New File…, by its key: the palette has another command of that title.
    await workbench.page.keyboard.press('Control+Alt+Meta+n');
    await workbench.pick('New Community Call');
    await workbench.pick('Community Call');
    await workbench.pick(isoDate(thursday!));
    await workbench.pick('@boss');
    await workbench.quickPickRow('Team Ops').first().waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.pick('hills.png');
    await workbench.quickPickRow('Still to come').first().waitFor();
    await workbench.page.keyboard.press('Enter');

    await workbench.tab(`Preview ${name}`).waitFor();
    const page = await workbench.webview(`Preview ${name}`);
    await page.getByText('Team Ops - A new topic').first().waitFor({ state: 'attached' });
    await workbench.tabIsActive(name);
    await workbench.type('Our topic');
    await workbench.save();
    const text = workbench.savedText(`community-call/${name}`);
    assert.match(text, /## Team Ops - Our topic\n/);
    assert.match(text, /# Project Board\n\nReport by <a href="https:\/\/github\.com\/chair">@chair<\/a>/);
    assert.match(text, /data-background="\.\/hills\.png"/);
    assert.match(text, /# Events\n\n\* 2099-05-06: Still to come, Bonn\n {4}\* Bring a cake\n$/);
    assert.doesNotMatch(text, /Long over|Team IaaS/);
  });

  it('is not made by somebody who stops half-way', async () => {
    await workbench.command('New Community Call', { opensInput: true });
    await workbench.pick('Community Meeting');
    await workbench.pick('Another Day…');
    await workbench.answer('2031-02-30');
    await workbench.page.getByText('Write a day of the calendar').first().waitFor();
    await workbench.page.keyboard.press('Escape');
    assert.ok(!existsSync(join(workbench.folder, 'community-call/20310230.md')));
    assert.deepEqual(
      (await workbench.tabTitles()).filter((title) => title.startsWith('2031')),
      [],
    );
  });
});
