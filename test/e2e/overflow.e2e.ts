import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench } from '../vscode/session';
import { until } from '../vscode/until';
import { PreviewPage } from './previewPage';
import type { Workbench } from './workbench';

const SLIDES = 30;
const TALL = 20;
const FRONT_MATTER = '---\ntitle: Sizes\ntype: slide\n---\n\n';
const BOX = '<div style="height: 900px">tall</div>';
const slide = (number: number) => `# Slide ${number}\n\n${number === TALL ? BOX : 'Some text.'}\n`;
const DECK = FRONT_MATTER + Array.from({ length: SLIDES }, (_, index) => slide(index + 1)).join('\n---\n\n');
/** First line of the slide that is too tall, counted from 1. */
const TALL_LINE = DECK.slice(0, DECK.indexOf(`# Slide ${TALL}`)).split('\n').length;

/** What the page was asked to measure since the last call. */
type Asked = { held: number; slides: number }[];

describe('Slides that are too tall', () => {
  let workbench: Workbench;
  let preview: PreviewPage;
  const mark = () => preview.frame.locator('#overflow');
  const asked = (): Promise<Asked> =>
    preview.frame.locator('html').evaluate(() => {
      const page = window as unknown as { asked: Asked };
      return page.asked.splice(0);
    });

  before(async () => {
    workbench = await openWorkbench();
    writeFileSync(join(workbench.folder, 'sizes.md'), DECK);
    preview = await PreviewPage.open(workbench, 'sizes.md');
    await preview.frame.locator('html').evaluate(() => {
      const page = window as unknown as { asked: Asked };
      page.asked = [];
      window.addEventListener('message', ({ data }) => {
        if (data.type !== 'measure') return;
        page.asked.push({ held: data.held.length, slides: data.slides.length });
      });
    });
  });
  after(() => workbench.close());

  it('are found far from the slide that is shown, and forgotten once they fit', async () => {
    await preview.shows('Slide 1');
    const problem = (await workbench.problems()).filter({
      hasText: /This slide is \d{3} pixels too tall/,
    });
    await problem.waitFor();
    await preview.isNumbered('1');
    // From another slide, so that neither the cursor nor the preview goes there.
    writeFileSync(join(workbench.folder, 'sizes.md'), DECK.replace('900px', '90px'));
    await problem.waitFor({ state: 'detached' });
    writeFileSync(join(workbench.folder, 'sizes.md'), DECK);
    await problem.waitFor();
    await preview.isNumbered('1');
    await workbench.command('View: Toggle Panel Visibility');
  });

  it('are marked', async () => {
    await preview.shows('Slide 1');
    await workbench.focusEditor('sizes.md');
    await workbench.goTo(TALL_LINE);
    await preview.shows(`Slide ${TALL}`);
    await mark()
      .filter({ hasText: /^This slide is \d{3} px too tall\.$/ })
      .waitFor();
  });

  it('are not marked on the slides beside them', async () => {
    await workbench.goTo(TALL_LINE - 3);
    await preview.shows(`Slide ${TALL - 1}`);
    await mark().waitFor({ state: 'hidden' });
  });

  it('lose the mark when they are edited so that they fit, and get it back with what made them too tall', async () => {
    await workbench.goTo(TALL_LINE + 2, BOX.indexOf('0px') + 1);
    await mark().waitFor();
    await workbench.page.keyboard.press('Delete');
    await mark().waitFor({ state: 'hidden' });
    await workbench.page.keyboard.press('Control+z');
    await mark().waitFor();
    await preview.isNumbered(String(TALL));
  });

  it('cost one slide per keystroke, however long the deck is', async () => {
    await workbench.goTo(TALL_LINE, 3);
    for (const [letter, title] of [
      ['x', 'xSlide'],
      ['y', 'xySlide'],
    ] as const) {
      await asked();
      await workbench.insert(letter);
      await preview.shows(title);
      let measured: Asked = [];
      await until(async () => {
        measured = await asked();
        return measured.length > 0;
      }, 'the slide is measured');
      assert.deepEqual(measured, [{ held: 1, slides: 0 }]);
    }
  });
});

describe('What does not fit on a slide', () => {
  let workbench: Workbench;
  let preview: PreviewPage;
  const lines = (line: (number: number) => string) =>
    Array.from({ length: 20 }, (_, index) => line(index)).join('\n');
  const slides: Record<string, string> = {
    link: `- see [this](https://example.org)\n- https://example.org/${'x'.repeat(150)}`,
    picture:
      'Some text\n\n<img src="pictures/red.png" style="width: 300px; height: 900px; max-height: none">\n\nMore',
    table: `| a | b |\n| --- | --- |\n${lines((row) => `| ${row} | cell |`)}`,
    list: lines((item) => `- item ${item}`),
    heading: `${'very '.repeat(80)}long`,
    formula: `$$${'x + '.repeat(60)}y$$`,
  };
  const names = Object.keys(slides);

  before(async () => {
    workbench = await openWorkbench({ language: 'de' });
    const deck = Object.entries(slides).map(([name, text]) => {
      return name === 'heading' ? `## ${text}\n` : `## The ${name}\n\n${text}\n`;
    });
    writeFileSync(join(workbench.folder, 'parts.md'), FRONT_MATTER + deck.join('\n---\n\n'));
    await workbench.openFile('parts.md');
    await workbench.page.locator('.statusbar-item', { hasText: 'HedgeDoc' }).waitFor();
    await workbench.command('Deckwright: Vorschau an der Seite öffnen');
    preview = await PreviewPage.of(workbench, 'parts.md', 'Vorschau von parts.md');
  });
  after(() => workbench.close());

  for (const [name, words] of [
    ['link', /^Ein langer Link \(example\.org\/x+…\) macht diese Folie \d\.\d{3} px zu breit\.$/],
    ['picture', /^Ein Bild \(red\.png\) macht diese Folie \d{3} px zu hoch\.$/],
    ['table', /^Eine Tabelle macht diese Folie \d{3} px zu hoch\.$/],
    ['list', /^Eine Liste \(item 0 item 1 .*…\) macht diese Folie \d{3} px zu hoch\.$/],
    ['heading', /^Eine Überschrift \(very very .*…\) macht diese Folie [\d.]+ px zu hoch\.$/],
    ['formula', /^Eine Formel macht diese Folie [\d.]+ px zu breit\.$/],
  ] as const) {
    it(`is named below it, with numbers as the language writes them: ${name}`, async () => {
      await preview.focus();
      await workbench.page.keyboard.press('Home');
      for (let step = 0; step < names.indexOf(name); step++)
        await workbench.page.keyboard.press('ArrowRight');
      await preview.frame.locator('#overflow').filter({ hasText: words }).waitFor();
    });
  }
});
