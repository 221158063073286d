import assert from 'node:assert/strict';
import { openWorkbench } from '../vscode/session';
import type { Workbench } from './workbench';

describe('opening a folder with a deck', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ file: 'deck.md' });
  });
  after(() => workbench?.close());

  it('requests nothing from outside', async () => {
    assert.deepEqual(workbench.outsideRequests(), []);
  });
});
