import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { openWorkbench } from '../vscode/session';
import { eventually, until } from '../vscode/until';
import { PreviewPage } from './previewPage';
import type { Workbench } from './workbench';

/** Waits until an element has this style. */
async function hasStyle(element: Locator, property: string, expected: RegExp): Promise<void> {
  await eventually(async () => assert.match(await styleOf(element, property), expected));
}

const styleOf = (element: Locator, property: string) =>
  element.evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), property);

const FILES = {
  'themed.md': [
    '---',
    'theme: css/own.css',
    'highlightTheme: github',
    'css: css/more.css',
    'scripts: plugin.js',
    '---',
    '# First',
    '',
    "```js\nconst color = 'red';\n```",
  ].join('\n'),
  'css/own.css':
    "@import 'headings.css';\n.reveal-viewport { background: rgb(10, 20, 30) url('../pictures/red.png'); }\n",
  'css/headings.css': '.reveal h1 { color: rgb(1, 2, 3); }\n',
};

for (const restricted of [false, true]) {
  describe(`Style sheets ${restricted ? 'in Restricted Mode' : 'in a trusted workspace'}`, () => {
    let workbench: Workbench;
    let preview: PreviewPage;
    const write = (name: string, text: string) => writeFileSync(join(workbench.folder, name), text);

    before(async () => {
      workbench = await openWorkbench({ restricted });
      mkdirSync(join(workbench.folder, 'css'));
      for (const [name, text] of Object.entries(FILES)) write(name, text);
    });
    afterEach(() => workbench.discardEditors());
    after(() => workbench.close());

    it(`of a deck style all slides ${restricted ? 'and nothing else' : 'from whichever one they are on'}`, async () => {
      preview = await PreviewPage.open(workbench, 'styled.md');
      await preview.shows('First');
      await hasStyle(preview.slide.locator('h1'), 'color', /^rgb\(1, 2, 3\)$/);
      await hasStyle(preview.frame.locator('body'), 'outline-width', restricted ? /^(?!7px$)/ : /^7px$/);
      await workbench.focusEditor('styled.md');
      await workbench.goTo(19);
      await preview.shows('Second');
      await hasStyle(preview.slide.locator('p'), 'color', /^rgb\(4, 5, 6\)$/);
    });

    describe('of a reveal-md deck', () => {
      const becomes = (element: Locator, property: string, value: string) =>
        until(async () => (await styleOf(element, property)) === value, `${property} is ${value}`);
      const heading = () => preview.slide.locator('h1');

      beforeEach(async () => {
        preview = await PreviewPage.open(workbench, 'themed.md');
        await preview.shows('First');
      });

      if (restricted) {
        it('are not applied', async () => {
          await preview.notices.filter({ hasText: 'not applied in Restricted Mode: css/own.css' }).waitFor();
          assert.notEqual(await styleOf(heading(), 'color'), 'rgb(1, 2, 3)');
        });
        return;
      }

      it('are applied with what they import and name', async () => {
        await becomes(heading(), 'color', 'rgb(1, 2, 3)');
        const viewport = preview.frame.locator('.reveal-viewport');
        await becomes(viewport, 'background-color', 'rgb(10, 20, 30)');
        await hasStyle(viewport, 'background-image', /pictures\/red\.png/);
        await becomes(preview.slide.locator('.hljs-keyword'), 'color', 'rgb(215, 58, 73)');
        const notices = [
          'Line 4, column 1: Theme or style sheet not found: css/more.css',
          'Line 5, column 1: Scripts are not run: plugin.js',
        ];
        await eventually(async () => assert.deepEqual(await preview.notices.allInnerTexts(), notices));
        await preview.leadsTo(5, () => preview.notices.last().click());
      });

      it('are followed while they are typed, saved, created and deleted', async () => {
        await becomes(heading(), 'color', 'rgb(1, 2, 3)');
        await preview.mark();
        write('css/headings.css', '.reveal h1 { color: rgb(4, 5, 6); }\n');
        await becomes(heading(), 'color', 'rgb(4, 5, 6)');
        write('css/more.css', '.reveal h1 { text-indent: 7px; }\n');
        await becomes(heading(), 'text-indent', '7px');
        await until(async () => (await preview.notices.count()) === 1, 'the sheet is found');
        rmSync(join(workbench.folder, 'css/more.css'));
        await becomes(heading(), 'text-indent', '0px');
        await workbench.selectTab('themed.md');
        await workbench.openFile('css/headings.css');
        await workbench.focusEditor('css/headings.css');
        await workbench.goTo(1);
        await workbench.insert('.reveal h1 { text-indent: 9px; }\n');
        await becomes(heading(), 'text-indent', '9px');
        await workbench.command('File: Revert File');
        await becomes(heading(), 'text-indent', '0px');
        assert.ok(await preview.isMarked());
      });
    });
  });
}
