import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { openWorkbench } from '../vscode/session';
import { PreviewPage } from './previewPage';

const styleOf = (element: Locator, property: string) =>
  element.evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), property);

describe("A deck's own style sheet", () => {
  for (const restricted of [false, true]) {
    it(`styles all slides ${restricted ? 'and nothing else in Restricted Mode' : 'from whichever one it is on'}`, async () => {
      const workbench = await openWorkbench({ restricted });
      const preview = await PreviewPage.open(workbench, 'styled.md');
      await preview.shows('First');
      assert.equal(await styleOf(preview.slide.locator('h1'), 'color'), 'rgb(1, 2, 3)');
      const outline = await styleOf(preview.frame.locator('body'), 'outline-width');
      assert.equal(outline === '7px', !restricted);
      await workbench.focusEditor('styled.md');
      await workbench.goTo(19);
      await preview.shows('Second');
      assert.equal(await styleOf(preview.slide.locator('p'), 'color'), 'rgb(4, 5, 6)');
      await workbench.close();
    });
  }
});
