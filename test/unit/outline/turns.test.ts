import assert from 'node:assert/strict';
import type { TreeNode } from '../../../src/outline/slideTree';
import { Turns } from '../../../src/outline/turns';

const node = (id: number) => ({ id }) as unknown as TreeNode;

/** Opens on request. */
function gate(): { open: () => void; opened: Promise<void> } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

describe('Keys pressed in the view of slides', () => {
  it('have their effects one after the other', async () => {
    const turns = new Turns(() => {});
    const { open, opened } = gate();
    const done: string[] = [];
    const first = turns.take(async () => {
      await opened;
      done.push('first');
      return undefined;
    });
    const second = turns.take(async () => {
      done.push('second');
      return undefined;
    });
    open();
    await Promise.all([first, second]);
    assert.deepEqual(done, ['first', 'second']);
  });

  it('apply to the entries that the previous key edited if that was not done yet', async () => {
    const turns = new Turns(() => {});
    const edited = [node(1)];
    const seen: unknown[] = [];
    const look = async (before: readonly TreeNode[] | undefined) => {
      seen.push(before);
      return undefined;
    };
    await Promise.all([turns.take(async () => edited), turns.take(look)]);
    await turns.take(look);
    assert.deepEqual(seen, [edited, undefined]);
  });

  it('continue after one fails, which is reported to its caller', async () => {
    const turns = new Turns(() => {});
    const failing = turns.take(() => Promise.reject(new Error('read-only')));
    const next = turns.take(async () => undefined);
    await assert.rejects(failing, /read-only/);
    await next;
  });

  it('report when they are in progress and when they are done', async () => {
    const states: boolean[] = [];
    const turns = new Turns((isBusy) => states.push(isBusy));
    await Promise.all([turns.take(async () => undefined), turns.take(async () => undefined)]);
    assert.deepEqual(states, [true, false]);
  });
});
