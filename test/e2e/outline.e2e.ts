import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDeck } from '../../src/core/deck/parseDeck';
import { slideNumber } from '../../src/core/deck/slideNumber';
import { slideTitle } from '../../src/core/summary/titles';
import { shared } from '../vscode/paths';
import { openWorkbench } from '../vscode/session';
import { eventually, insist } from '../vscode/until';
import { PreviewPage } from './previewPage';
import { SlidesView } from './slidesView';
import type { Workbench } from './workbench';

describe('Slides', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ workspace: 'test/fixtures/outline' });
    // Before a file is opened: VS Code looks for files only once.
    const slide = (number: number) => `# Slide ${number}\n\nText.\n`;
    const all = Array.from({ length: 10_000 }, (_, index) => slide(index + 1));
    writeFileSync(join(workbench.folder, 'many.md'), `---\ntype: slide\n---\n\n${all.join('\n---\n\n')}`);
  });
  after(() => workbench.close());

  describe('in their view', () => {
    let slides: SlidesView;

    before(async () => {
      slides = await SlidesView.open(workbench);
    });
    afterEach(async () => {
      await workbench.discardEditors();
    });

    it('says what to do where no deck is open, and opens the sample', async () => {
      await workbench.openFile('notes.md');
      await slides.pane.getByText('Open a slide deck').waitFor();
      const insert = workbench.page.getByRole('button', { name: 'Insert Slide After' });
      await insert.waitFor({ state: 'detached' });
      await slides.pane.getByRole('button', { name: 'Open Sample Deck' }).click();
      await slides.row('1 Slides from plain text').waitFor();
      await insert.waitFor();
      const preview = await PreviewPage.of(workbench, 'sample.md');
      await slides.row('4 Pictures').click();
      await preview.shows('The picture is in');
      await preview.loadsPicture(640);
    });

    it('lists each slide by number and title, stacks below their first', async () => {
      await workbench.openFile('kinds.md');
      await slides.row('1 The talk').waitFor();
      await slides.lists([
        '1 The talk',
        '2.1 Team One',
        '  2.2 Team One - $\u2060(zap) news',
        '3 Picture',
        '4 print(1)',
        '5 Said by somebody',
        '6 Empty slide',
      ]);
    });

    it('shows what kind a slide is and what there is to know about it', async () => {
      await workbench.openFile('kinds.md');
      await slides.row('1 The talk').waitFor();
      const names = [
        '1 The talk',
        '2.1 Team One',
        '3 Picture',
        '4 print(1)',
        '5 Said by somebody',
        '6 Empty slide',
      ];
      await eventually(async () => {
        const icons = await Promise.all(names.map((name) => slides.icon(name)));
        assert.deepEqual(icons, [
          'home',
          'organization',
          'file-media',
          'code',
          'quote',
          'circle-large-outline',
        ]);
      });
      const news = slides.description('2.2 Team One - $\u2060(zap) news');
      await eventually(async () => assert.equal(await news.textContent(), 'a point · notes · 2 fragments'));
    });

    it('distinguishes slides with the same title', async () => {
      await workbench.openFile('same.md');
      await slides.row('1 Same titles').waitFor();
      const descriptions = () =>
        slides.rows.evaluateAll((all) =>
          all.map((row) => row.querySelector('.label-description')?.textContent ?? ''),
        );
      const expected = ['', 'Report by @one', 'Release $\u2060(zap) 6 · 1 fragment', 'Status Page · notes'];
      await eventually(async () => assert.deepEqual(await descriptions(), expected));
    });

    it('tells screen readers number, title, kind, problems and state of each slide', async () => {
      await workbench.openFile('same.md');
      await slides.row('1 Same titles').waitFor();
      const labels = () =>
        slides.rows.evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label')));
      const expected = [
        'Slide 1: Same titles, title slide',
        'Slide 2.1: Team IaaS, Report by @one, section',
        'Slide 2.2: Team IaaS, Release $\u2060(zap) 6, text, 1 fragment',
        'Slide 2.3: Team IaaS, Status Page, text, notes',
      ];
      await eventually(async () => assert.deepEqual(await labels(), expected));
      await workbench.goTo(16, 1);
      await workbench.insert('![Gone](gone.png) ![Lost](lost.png)\n\n');
      const label = slides.pane.locator('[aria-label^="Slide 2.1"]');
      await label.and(workbench.page.locator('[aria-label*=", section, 2 problems"]')).waitFor();
    });

    it('follows the cursor, and a click goes to editor and preview', async () => {
      const preview = await PreviewPage.open(workbench, 'kinds.md');
      await workbench.focusEditor('kinds.md');
      await workbench.goTo(22);
      await slides.selects('2.2 Team One - $\u2060(zap) news');
      await slides.row('5 Said by somebody').click();
      await preview.shows('Said by somebody');
      await workbench.activeLine('kinds.md').filter({ hasText: /^37$/ }).waitFor();
      await slides.selects('5 Said by somebody');
    });

    it('follows the preview and moves it, even if no editor shows the deck', async () => {
      const preview = await PreviewPage.open(workbench, 'kinds.md');
      await workbench.closeTab('kinds.md');
      await preview.focus();
      await workbench.page.keyboard.press('ArrowRight');
      await preview.shows('Team One');
      await slides.selects('2.1 Team One');
      await slides.row('5 Said by somebody').click();
      await preview.shows('Said by somebody');
      assert.equal(await workbench.editor('kinds.md').count(), 0);
      await workbench.statusBarItem('Slide 5 · 6 of 7').waitFor();
    });

    it('shows the deck of the active editor, and keeps it while other files are', async () => {
      await workbench.openFile('kinds.md');
      await slides.row('1 The talk').waitFor();
      await workbench.openFile('other.md');
      await slides.row('1 Another deck').waitFor();
      await workbench.openFile('notes.md');
      await workbench.statusBarItem('Slide 1 of 2').waitFor({ state: 'detached' });
      await slides.row('1 Another deck').click();
      await workbench.tabIsActive('other.md');
    });

    it('keeps up with what is typed', async () => {
      await workbench.openFile('other.md');
      await slides.row('2 Its end').waitFor();
      await workbench.goTo(5, 3);
      await workbench.insert('Yet ');
      await slides.row('1 Yet Another deck').waitFor();
      await workbench.insert('\n\n---\n\n# ');
      await slides.row('3 Its end').waitFor();
      await slides.lists(['1 Yet', '2 Another deck', '3 Its end']);
      await slides.selects('2 Another deck');
    });

    it('numbers slides as the frontmatter says', async () => {
      await workbench.openFile('other.md');
      await slides.row('2 Its end').waitFor();
      await workbench.goTo(7, 1);
      await workbench.insert('----\n\n# Below\n\n');
      await workbench.goTo(9);
      await slides.selects('1.2 Below');
      await workbench.goTo(2, 12);
      await workbench.insert('\nslideOptions: { slideNumber: h/v }');
      await slides.row('1/2 Below').waitFor();
    });

    it('marks the slides that have problems, and those that changed since the last commit', async () => {
      await workbench.openFile('kinds.md');
      await slides.row('3 Picture').waitFor();
      await workbench.goTo(26);
      await workbench.insert('![Gone](gone.png)\n\n');
      const badge = slides.row('3 Picture').locator('.monaco-icon-label[class*="monaco-decoration-badge"]');
      const count = () => badge.evaluate((label) => getComputedStyle(label, '::after').content);
      await eventually(async () => assert.match(await count(), /^"[1-9], M"$/));
    });

    it('lists only slides that changed if that is wanted, and then each is only itself', async () => {
      await workbench.openFile('kinds.md');
      await slides.row('3 Picture').waitFor();
      await workbench.goTo(12, 1);
      await workbench.insert('Urgent. ');
      await workbench.goTo(37, 1);
      await workbench.insert('> Urgent.\n');
      const button = (name: string) => workbench.page.getByRole('button', { name });
      await button('Show Changed Slides Only').click();
      await slides.lists(['2.1 Team One', '5 Urgent.']);
      await slides.selects('5 Urgent.');
      await slides.focus();
      await workbench.page.keyboard.press('Control+K');
      await workbench.page.keyboard.press('Alt+PageDown');
      await slides.selects('2.1 Team One');
      await workbench.cursorAt(10);
      await slides.row('2.1 Team One').click();
      await slides.focuses('2.1 Team One');
      await workbench.page.keyboard.press('Delete');
      await slides.lists(['5 Urgent.']);
      await button('Show All Slides').click();
      await slides.lists([
        '1 The talk',
        '2 Team One - $\u2060(zap) news',
        '3 Picture',
        '4 print(1)',
        '5 Urgent.',
        '6 Empty slide',
      ]);
    });

    it('says in a tooltip how slide and notes begin, as plain text', async () => {
      await workbench.openFile('kinds.md');
      await workbench.goTo(6);
      await slides.selects('1 The talk');
      const tooltip = workbench.page
        .locator('.monaco-hover')
        .filter({ hasText: 'Speak of the $\u2060(zap) first.' })
        .filter({ hasText: /- a point/ });
      // An entry that is redrawn, as when problems are found, loses the mouse.
      await insist(async () => {
        await slides.row('1 The talk').hover();
        await slides.row('2.2 Team One - $\u2060(zap) news').hover();
        await tooltip.waitFor({ timeout: 5000 });
      });
      assert.equal(await tooltip.locator('.codicon-zap').count(), 0);
    });
  });

  describe('in the text', () => {
    before(async () => {
      await workbench.openFile('kinds.md');
      await workbench.statusBarItem('Slide 1 of 7').waitFor();
    });
    after(() => workbench.discardEditors());

    it('are the breadcrumbs of the cursor', async () => {
      await workbench.goTo(18);
      await workbench.breadcrumb('2.2 Team One - $\u2060(zap) news').waitFor();
      await workbench.breadcrumb('2.1 Team One').waitFor();
      assert.equal(await workbench.breadcrumb(/./).locator('.codicon-zap').count(), 0);
    });

    it('have their number after their separator', async () => {
      const numbers = async () => {
        const spans = workbench.editor('kinds.md').locator('.view-line span span');
        const contents = await spans.evaluateAll((all) =>
          all.map((span) => getComputedStyle(span, '::after').content),
        );
        return contents
          .filter((content) => /^"[\d.]+"$/.test(content))
          .map((content) => content.slice(1, -1));
      };
      await eventually(async () => assert.deepEqual(await numbers(), ['2.1', '2.2', '3', '4', '5', '6']));
    });

    it('are distinguished in the breadcrumbs where their titles are the same', async () => {
      await workbench.openFile('same.md');
      await workbench.goTo(20);
      await workbench.breadcrumb('2.1 Team IaaS · Report by @one').waitFor();
      await workbench.breadcrumb('2.2 Team IaaS · Release $\u2060(zap) 6').waitFor();
      await workbench.goTo(10);
      await workbench.breadcrumb(/^1 Same titles$/).waitFor();
      await workbench.statusBarItem('Slide 1 of 4').click();
      await workbench.find('status', 'Status Page');
      await workbench.cursorAt(30);
      await workbench.statusBarItem('Slide 2.3 · 4 of 4').waitFor();
      await workbench.closeTab('same.md');
    });

    it('can be walked through with keys', async () => {
      await workbench.goTo(6);
      await workbench.page.keyboard.press('Control+Alt+PageDown');
      await workbench.cursorAt(10);
      await workbench.page.keyboard.press('Control+Alt+PageDown');
      await workbench.cursorAt(16);
      await workbench.page.keyboard.press('Control+Alt+PageUp');
      await workbench.cursorAt(10);
    });

    it('are chosen from a list that the status bar opens, and shown while the user moves through it', async () => {
      await workbench.goTo(10);
      await workbench.command('Deckwright: Open Preview to the Side');
      const preview = await PreviewPage.of(workbench, 'kinds.md');
      await workbench.focusEditor('kinds.md');
      await workbench.statusBarItem('Slide 2.1 · 2 of 7').click();
      await workbench.quickPickRow('2.1 Team One').and(workbench.page.locator('.focused')).waitFor();
      await workbench.page.keyboard.press('ArrowDown');
      await preview.shows('a point');
      await workbench.cancel();
      await preview.shows('Report by');
      await workbench.cursorAt(10);
      await workbench.statusBarItem('Slide 2.1 · 2 of 7').click();
      await workbench.find('somebody', 'Said by somebody');
      await preview.shows('Said by somebody');
      await workbench.cursorAt(37);
    });
  });

  describe('in their view, if there are ten thousand', () => {
    it('appear, follow the cursor and keep up with what is typed', async () => {
      const lineOf = (number: number) => 5 + (number - 1) * 6;
      const slides = await SlidesView.open(workbench);
      await workbench.openFile('many.md');
      await slides.selects('1 Slide 1');
      await workbench.goTo(lineOf(5000));
      await slides.selects('5000 Slide 5000');
      await workbench.insert('# New\n\n---\n\n');
      await slides.selects('5001 Slide 5000');
      await slides.row('5000 New').click();
      await workbench
        .activeLine('many.md')
        .filter({ hasText: String(lineOf(5000)) })
        .waitFor();
    });
  });
});

describe('The view of slides of real decks', () => {
  it('lists all their slides', async function () {
    const folder = join(shared, 'decks/community-call');
    if (!existsSync(folder)) this.skip();
    const workbench = await openWorkbench({ workspace: '../shared/decks/community-call' });
    const slides = await SlidesView.open(workbench);
    for (const name of ['20241212.md', '20240613.md', '20231221.md']) {
      const deck = parseDeck(readFileSync(join(folder, name), 'utf8'));
      const expected = deck.slides.map((slide) => {
        const title = slideTitle(slide.content);
        const words = 'text' in title ? title.text : title.kind === 'picture' ? 'Picture' : 'Empty slide';
        return `${slide.v > 0 ? '  ' : ''}${slideNumber(slide, deck)} ${words}`;
      });
      await workbench.command('View: Close All Editors');
      await slides.pane.getByText('Open a slide deck').waitFor();
      await workbench.openFile(name);
      await slides.row(expected[0]!).first().waitFor();
      await eventually(async () => {
        const shown = await slides.names();
        // Entries that are out of sight do not exist.
        assert.deepEqual(shown, expected.slice(0, shown.length));
        assert.ok(shown.length > 5);
      });
    }
    await workbench.close();
  });
});
