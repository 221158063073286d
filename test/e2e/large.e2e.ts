import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench } from '../vscode/session';
import { PreviewPage } from './previewPage';
import type { Workbench } from './workbench';

const FRONT_MATTER = '---\ntitle: Large\ntype: slide\n---\n\n';
const SLIDES = 10_000;
const slide = (number: number) => `# Slide ${number}\n\nText of slide ${number}.\n`;

/** First line of a slide of the large deck, counted from 1. */
const lineOf = (number: number) => 6 + (number - 1) * 6;

const FILES: Record<string, string | Buffer> = {
  'many.md': FRONT_MATTER + Array.from({ length: SLIDES }, (_, index) => slide(index + 1)).join('\n---\n\n'),
  'long-line.md': `${FRONT_MATTER}# Before\n\n---\n\n${'word '.repeat(1_000_000)}\n\n---\n\n# Behind\n`,
  'empty.md': '',
  'unclosed.md': '---\ntitle: Unclosed\ntype: slide\n\n# One\n\ntext\n',
  'crlf-deck.md': `${FRONT_MATTER}# One\n\n---\n\n# Two\n`.replaceAll('\n', '\r\n'),
  'bom.md': `\uFEFF${FRONT_MATTER}# One\n\n---\n\n# Two\n`,
  'not-utf8.md': Buffer.from(`${FRONT_MATTER}# Gr\xfc\xdfe\n\n---\n\n# Two\n`, 'latin1'),
};

describe('Unusual files', () => {
  let workbench: Workbench;
  /** What was thrown in the workbench or in a preview, and what the extension host says about us. */
  const errors: string[] = [];

  before(async () => {
    workbench = await openWorkbench();
    workbench.page.on('pageerror', (error) => errors.push(String(error.stack ?? error)));
    workbench.page.on('console', (message) => {
      const where = `${message.text()} ${message.location().url}`;
      if (message.type() === 'error' && /deckwright/i.test(where)) errors.push(where);
    });
    for (const [name, content] of Object.entries(FILES)) writeFileSync(join(workbench.folder, name), content);
  });
  afterEach(async () => {
    assert.deepEqual(errors.splice(0), []);
    await workbench.discardEditors();
  });
  after(() => workbench.close());

  it('may have ten thousand slides, which can be moved and typed in', async () => {
    const preview = await PreviewPage.open(workbench, 'many.md');
    await preview.shows('Text of slide 1.');
    await workbench.goTo(lineOf(SLIDES / 2), 9);
    await preview.shows('Text of slide 5000.');
    await workbench.type('typed ');
    await workbench.editor('many.md').locator('.view-line', { hasText: 'Slide typed' }).waitFor();
    await preview.shows('typed');
    await preview.isNumbered('5000');
    await preview.focus();
    await workbench.page.keyboard.press('ArrowRight');
    await preview.shows('Text of slide 5001.');
    await workbench
      .activeLine('many.md')
      .filter({ hasText: String(lineOf(SLIDES / 2 + 1)) })
      .waitFor();
    await workbench.focusEditor('many.md');
  });

  it('may have a line of 5 MB, which is shown as text', async () => {
    const preview = await PreviewPage.open(workbench, 'long-line.md');
    await preview.shows('Before');
    await workbench.goTo(6, 9);
    await workbench.type('hand');
    await preview.shows('Beforehand');
    await workbench.goTo(10);
    await preview.shows('word word word');
    await workbench.goTo(14);
    await preview.shows('Behind');
  });

  it('may be empty: a hint says what makes a deck, and typing then makes slides', async () => {
    await workbench.openFile('empty.md');
    await workbench.command('Deckwright: Open Preview to the Side');
    await workbench.answerNotification('type: slide', 'Show as Slides');
    const preview = await PreviewPage.of(workbench, 'empty.md');
    await preview.slide.waitFor({ state: 'attached' });
    await workbench.focusEditor('empty.md');
    await workbench.insert('# First words');
    await preview.shows('First words');
  });

  it('may have frontmatter that is never closed', async () => {
    const preview = await PreviewPage.open(workbench, 'unclosed.md');
    await preview.shows('One');
  });

  it('may have Windows line endings', async () => {
    const preview = await PreviewPage.open(workbench, 'crlf-deck.md');
    await preview.shows('One');
    await workbench.goTo(10, 6);
    await preview.shows('Two');
    await workbench.type(' typed');
    await preview.shows('Two typed');
    await preview.isNumbered('2');
  });

  it('may begin with a byte order mark', async () => {
    const preview = await PreviewPage.open(workbench, 'bom.md');
    await preview.shows('One');
    await workbench.goTo(10);
    await preview.shows('Two');
  });

  it('may hold bytes that are not UTF-8', async () => {
    const preview = await PreviewPage.open(workbench, 'not-utf8.md');
    await preview.shows('Gr\uFFFD\uFFFDe');
    await workbench.goTo(10);
    await preview.shows('Two');
  });
});
