import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench } from '../vscode/session';
import { eventually } from '../vscode/until';
import { PreviewPage } from './previewPage';
import { SlidesView } from './slidesView';
import type { Workbench } from './workbench';

const HEAD = '---\ntype: slide\n---\n\n# Welcome\n\n---\n\n# Agenda\n\n';
const TAIL = '* Questions\n\n---\n\n# Goodbye\n';
const DECK = `${HEAD}<<<<<<< HEAD\n* Release 8\n=======\n* Release 9\n>>>>>>> release-9\n${TAIL}`;

describe('A deck in a merge conflict', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      prepare: (folder) => writeFileSync(join(folder, 'conflicted.md'), DECK),
    });
  });
  after(() => workbench.close());

  it('is shown with a slide of each side, of which a button takes one', async () => {
    const preview = await PreviewPage.open(workbench, 'conflicted.md');
    const view = await SlidesView.open(workbench);
    await eventually(async () =>
      assert.deepEqual(await view.names(), ['1 Welcome', '2 Agenda', '3 Agenda', '4 Goodbye']),
    );
    const strip = preview.frame.locator('#conflict');
    await preview.notices.filter({ hasText: 'A merge conflict is not resolved.' }).waitFor();
    await strip.waitFor({ state: 'hidden' });

    await view.row('2 Agenda').click();
    await strip.filter({ hasText: 'Current change: HEAD' }).waitFor();
    await preview.shows('Release 8');
    await view.row('3 Agenda').click();
    await strip.filter({ hasText: 'Incoming change: release-9' }).waitFor();
    await preview.shows('Release 9');
    assert.equal(await preview.frame.locator('.slides', { hasText: /[<=>]{7}/ }).count(), 0);

    await strip.getByRole('button', { name: 'Take This Slide' }).click();
    await eventually(async () =>
      assert.deepEqual(await view.names(), ['1 Welcome', '2 Agenda', '3 Goodbye']),
    );
    await strip.waitFor({ state: 'hidden' });
    await preview.shows('Release 9');
    await workbench.focusEditor('conflicted.md');
    await workbench.savesAs('conflicted.md', `${HEAD}* Release 9\n${TAIL}`);
  });
});
