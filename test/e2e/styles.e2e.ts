import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { openWorkbench } from '../vscode/session';
import { eventually } from '../vscode/until';
import { PreviewPage } from './previewPage';

/** Waits until an element has this style. */
async function hasStyle(element: Locator, property: string, expected: RegExp): Promise<void> {
  const read = () =>
    element.evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), property);
  await eventually(async () => assert.match(await read(), expected));
}

describe("A deck's own style sheet", () => {
  for (const restricted of [false, true]) {
    it(`styles all slides ${restricted ? 'and nothing else in Restricted Mode' : 'from whichever one it is on'}`, async () => {
      const workbench = await openWorkbench({ restricted });
      const preview = await PreviewPage.open(workbench, 'styled.md');
      await preview.shows('First');
      await hasStyle(preview.slide.locator('h1'), 'color', /^rgb\(1, 2, 3\)$/);
      await hasStyle(preview.frame.locator('body'), 'outline-width', restricted ? /^(?!7px$)/ : /^7px$/);
      await workbench.focusEditor('styled.md');
      await workbench.goTo(19);
      await preview.shows('Second');
      await hasStyle(preview.slide.locator('p'), 'color', /^rgb\(4, 5, 6\)$/);
      await workbench.close();
    });
  }
});
