import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf, fileNameOf, nextThursdays } from '../../src/core/community/callDays';
import { isoDate } from '../../src/core/community/dates';
import { openWorkbench } from '../vscode/session';
import { eventually, insist } from '../vscode/until';
import { PreviewPage } from './previewPage';
import type { Workbench } from './workbench';

describe('A new community call', () => {
  const [thursday, next] = nextThursdays(dayOf(new Date()), 2);
  const name = fileNameOf(thursday!);
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ workspace: 'test/fixtures/calls' });
  });
  after(() => workbench.close());

  const press = (...keys: string[]) => pressAll(workbench, keys);
  const accept = async (title: string) => {
    await workbench.asks(title);
    await workbench.quickPickRow(/./).first().waitFor();
    await press('Enter');
  };

  it('is created from File › New by accepting what is proposed', async () => {
    // A window that has just opened does not accept keys yet.
    await workbench.openFile('README.md');
    // File › New File…, by its key: the palette has another command with that title.
    await insist(async () => {
      await press('Control+Alt+Meta+n');
      await workbench.pick('New Community Call', { timeout: 10_000 });
    });
    await workbench.asks('New Community Call (1/6)');
    // Minutes and the decks of a working group are newer.
    await workbench.activePick
      .filter({ hasText: /Community Call.*In community-call, after 20251218\.md/ })
      .waitFor();
    await workbench.quickPickRow(/Team Ops Call.*In ops, after 20991224\.md/).waitFor();
    await press('Enter');
    await workbench.asks('(2/6): On which day?');
    await workbench.pick(isoDate(thursday!));
    await workbench.asks('(3/6): Who presents?');
    await workbench.quickPickRow('@deputypresented on 2025-12-11').waitFor();
    await workbench.pick('@boss');
    await workbench.asks('(4/6): Which teams report?');
    await workbench.quickPickRow('Team Ops@operator').waitFor();
    await press('Enter');
    await workbench.asks('(5/6): Which picture is behind the title?');
    await workbench.activePick.filter({ hasText: 'title of 2025-12-18hills.png' }).waitFor();
    await press('Enter');
    await workbench.asks('(6/6): Which events from the last deck are still to come?');
    await workbench.quickPickRow('Still to come').first().waitFor();
    await press('Enter');
    await workbench.tabIsActive(name);
    const text = workbench.savedText(`community-call/${name}`);
    assert.match(text, /data-background="\.\/hills\.png"/);
    assert.match(text, /# Events\n\n\* 2099-05-06: Still to come, Bonn\n {4}\* Bring a cake\n$/);
    assert.doesNotMatch(text, /Long over|Team IaaS/);
  });

  it('is filled in from stop to stop, with proposed names or others, and the preview follows', async () => {
    const preview = await PreviewPage.of(workbench, name);
    await preview.shows('Team Ops');
    // The latest reporter first, then earlier ones, then others.
    await workbench.suggestion('operator', { isFocused: true }).waitFor();
    await workbench.suggestion('former').filter({ hasText: 'reported on 2025-12-11' }).waitFor();
    await workbench.type('fo');
    await workbench.suggestion('former', { isFocused: true }).waitFor();
    await press('Tab');
    await workbench.suggestsNothing();
    await preview.shows('@former');
    await press('Tab');
    await preview.shows('Team Ops - A new topic');
    await workbench.type('Our topic');
    await press('Tab', 'Tab', 'Tab', 'Tab');
    await preview.shows('Project Board');
    await workbench.suggestion('chair', { isFocused: true }).waitFor();
    // A name that VS Code's own snippets would complete.
    await workbench.type('math');
    await workbench.suggestion(/^math$/, { isFocused: true }).waitFor();
    await press('Tab');
    await workbench.suggestsNothing();
    await preview.shows('@math');
    await press('Tab');
    await preview.shows('Project Board - A new topic');
    await workbench.type('Their topic');
    await workbench.save();
    const text = workbench.savedText(`community-call/${name}`);
    assert.match(text, /# Team Ops\n\nReport by <a href="https:\/\/github\.com\/former">@former<\/a>/);
    assert.match(text, /## Team Ops - Our topic\n/);
    assert.match(text, /# Project Board\n\nReport by <a href="https:\/\/github\.com\/math">@math<\/a>/);
    assert.match(text, /## Project Board - Their topic\n/);
    await workbench.discardEditors();
  });

  it('goes into another folder and follows another deck, if the user says so in the first step', async () => {
    await workbench.openFile('README.md');
    await workbench.command('New Community Call', { opensInput: true });
    await workbench.asks('(1/6)');
    await workbench.pick('Another Folder…');
    await workbench.pick(/ops1 deck, from 2099-12-24/);
    await workbench.activePick.filter({ hasText: /In ops, after \d{8}\.md/ }).waitFor();
    await workbench.pick('Another Earlier Deck…');
    await workbench.pick('20251211.md');
    await workbench.activePick.filter({ hasText: 'In ops, after 20251211.md' }).waitFor();
    // It has no events.
    await accept('New Community Call (1/5)');
    await workbench.asks('(2/5)');
    await workbench.pick(isoDate(next!));
    await workbench.asks('(3/5)');
    await workbench.activePick.filter({ hasText: '@deputy' }).waitFor();
    await press('Enter');
    await accept('(4/5)');
    await workbench.asks('(5/5)');
    await workbench.activePick.filter({ hasText: 'title of 2025-12-11sea.png' }).waitFor();
    await press('Enter');
    await workbench.tabIsActive(fileNameOf(next!));
    const text = workbench.savedText(`ops/${fileNameOf(next!)}`);
    assert.match(text, /data-background="\.\.\/community-call\/sea\.png"/);
    assert.match(text, /@former/);
    assert.doesNotMatch(text, /@operator|Project Board/);
    await workbench.discardEditors();
  });

  it('is one of the working group whose deck is open', async () => {
    await workbench.openFile('ops/20991224.md');
    await workbench.command('New Community Call', { opensInput: true });
    await workbench.activePick.filter({ hasText: /Team Ops Call.*In ops, after 20991224\.md/ }).waitFor();
    await workbench.cancel();
  });

  it('shows the pictures to choose from, small and large', async () => {
    await workbench.openFile('README.md');
    await workbench.command('New Community Call', { opensInput: true });
    await accept('(1/6)');
    await accept('(2/6)');
    await accept('(3/6)');
    await accept('(4/6)');
    await workbench.asks('(5/6)');
    await workbench.offers([
      `title of ${isoDate(thursday!)}, hills.png`,
      'title of 2025-12-11, sea.png',
      'slide "Team Ops - Plans" of 2025-12-11, plan.png',
      'another.png',
      'No Background',
    ]);
    const row = workbench.quickPickRow('sea.png');
    await eventually(async () => {
      const address = await row.locator('.quick-input-list-icon').evaluate((icon) => {
        return /url\("(.*)"\)/.exec(getComputedStyle(icon).backgroundImage)?.[1] ?? '';
      });
      assert.equal(await loadedWidth(workbench, address), 32);
    });
    await row.hover();
    await row.locator('[aria-label="Show Picture"]').click();
    await workbench.tab('sea.png').waitFor();
    await press('ArrowDown');
    await press('ArrowDown');
    await workbench.tab('plan.png').waitFor();
    await workbench.cancel();
    await workbench.tab('plan.png').waitFor({ state: 'detached' });
    await workbench.tabIsActive('README.md');
  });

  it('is not created if the user stops halfway', async () => {
    await workbench.command('New Community Call', { opensInput: true });
    await workbench.pick('Community Meeting');
    await workbench.pick('Another Day…');
    await workbench.answer('2031-02-30');
    await workbench.page.getByText('Write the date like this').first().waitFor();
    await workbench.cancel();
    assert.ok(!existsSync(join(workbench.folder, 'community-call/20310230.md')));
    assert.equal(await workbench.tab('20310230.md').count(), 0);
  });
});

async function pressAll({ page }: Workbench, keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Width of a picture at an address, as the page can load it; 0 if it can't. */
function loadedWidth({ page }: Workbench, address: string): Promise<number> {
  return page.evaluate(
    (source) =>
      new Promise<number>((resolve) => {
        const image = new Image();
        image.onload = () => resolve(image.naturalWidth);
        image.onerror = () => resolve(0);
        image.src = source;
      }),
    address,
  );
}
