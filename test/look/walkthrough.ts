/**
 * Takes the walkthrough's pictures in the real workbench, after `npm run build`:
 *   node --import tsx test/look/walkthrough.ts
 * writes media/walkthrough/*.png. Look at them before they are committed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { PreviewPage } from '../e2e/previewPage';
import type { Workbench } from '../e2e/workbench';
import { ensureChromium } from '../vscode/chromium';
import { root, temporaryCopy } from '../vscode/paths';
import { runMain } from '../vscode/processes';
import { closeAll, openWorkbench } from '../vscode/session';

const folder = join(root, 'media/walkthrough');
const viewport = { width: 860, height: 540 };
/** The editors, without the bars around them. */
const EDITORS = { x: 52, y: 36, width: viewport.width - 52, height: viewport.height - 70 };
/** With the lists that hang from the window's top. */
const LISTS = { ...EDITORS, y: 0, height: viewport.height - 34 };

/** A team's section with mistakes that many decks have. */
const FAULTY = [
  '---',
  'title: Community Call',
  'type: slide',
  '---',
  '',
  '# Team Ops',
  '',
  'Report by <a href="https://github.com/octocat">@hubot</a>',
  '',
  '![Overview](./overwiev.png)',
  '',
  '- See <a href="https://example.org">the notes',
].join('\n');

async function main(): Promise<number> {
  process.env.CHROMIUM_PATH = await ensureChromium();
  mkdirSync(folder, { recursive: true });
  const workspace = temporaryCopy(join(root, 'media/sample'), 'walkthrough');
  writeFileSync(join(workspace, 'call.md'), `${FAULTY}\n`);
  const workbench = await openWorkbench({
    workspace: relative(root, workspace),
    file: 'sample.md',
    viewport,
    settings: { 'editor.minimap.enabled': false },
  });
  await workbench.statusBarItem('Slides: HedgeDoc').waitFor();
  await workbench.command('View: Toggle Primary Side Bar Visibility');
  const shoot = async (name: string, clip = EDITORS) => {
    // Away from anything that shows a hint.
    await workbench.page.mouse.move(5, viewport.height - 5);
    await workbench.page.locator('.workbench-hover:visible').waitFor({ state: 'hidden' });
    const picture = await workbench.page.screenshot({ clip, animations: 'disabled', caret: 'hide' });
    writeFileSync(join(folder, `${name}.png`), picture);
  };
  await shoot('deck');
  const preview = await PreviewPage.open(workbench, 'sample.md');
  await preview.shows('Slides from plain text');
  await shoot('preview');
  await workbench.focusEditor('sample.md');
  await workbench.command('Deckwright: Insert Team Section', { opensInput: true });
  await workbench.quickPickRow('Team IaaS').waitFor();
  await shoot('write', LISTS);
  await workbench.page.keyboard.press('Escape');
  await showProblems(workbench);
  await shoot('problems');
  await workbench.command('View: Toggle Panel Visibility');
  await workbench.page.keyboard.press('F1');
  await workbench.page.keyboard.type('Deckwright: Export');
  await workbench.quickPickRow('Export as HTML').waitFor();
  await shoot('export', LISTS);
  await closeAll();
  return 0;
}

async function showProblems(workbench: Workbench): Promise<void> {
  await workbench.openFile('call.md');
  const rows = await workbench.problems();
  await rows.filter({ hasText: 'overwiev.png' }).first().waitFor();
  await workbench.page.locator('.codelens-decoration', { hasText: '1 slide, reported by @hubot' }).waitFor();
}

runMain(main);
