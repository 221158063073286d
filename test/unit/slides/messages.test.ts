import assert from 'node:assert/strict';
import { readMessage, readPersistedState } from '../../../src/slides/messages';

const list = { part: 'list', excerpt: 'one two' };
const measured = (wrong: object) => ({
  type: 'measured',
  run: 1,
  slides: [{ id: 2, part: 0, height: 30, width: 0, tooTall: list, tooWide: null, ...wrong }],
});

describe('Messages of the preview page', () => {
  it('are taken if they have the agreed form', () => {
    const messages = [
      { type: 'ready' },
      { type: 'resized' },
      { type: 'hold', ids: [1, 2] },
      { type: 'shown', id: 1, part: 2, fragment: -1, byUser: true },
      { type: 'source', id: 1, line: 2 },
      { type: 'notice', index: 0 },
      { type: 'save' },
      { type: 'openLink', href: 'https://a.b' },
      measured({}),
      { type: 'move', id: 1, target: 2, where: 'above' },
      { type: 'step', id: 1, direction: 'left' },
    ];
    for (const message of messages) assert.deepEqual(readMessage(message), message);
  });

  it('are dropped otherwise', () => {
    const others = [
      null,
      'ready',
      { type: 'eval', code: 'x' },
      { type: 'hold', ids: ['1'] },
      { type: 'hold', ids: 3 },
      { type: 'shown', id: -1, part: 0, fragment: 0, byUser: true },
      { type: 'shown', id: 1, part: '0', fragment: 0, byUser: true },
      { type: 'shown', id: 1, part: 0, fragment: 0, byUser: 'yes' },
      { type: 'source', id: 1, line: 1.5 },
      { type: 'source', id: 1, line: Number.NaN },
      { type: 'openLink', href: { toString: 'x' } },
      { type: 'openLink', href: 'x'.repeat(20_000) },
      measured({ height: -30 }),
      measured({ part: -1 }),
      measured({ tooTall: undefined }),
      measured({ tooTall: { part: 'list' } }),
      measured({ tooWide: { part: 'everything', excerpt: '' } }),
      measured({ tooWide: { part: 'link', excerpt: 'x'.repeat(100) } }),
      { type: 'measured', run: 1, slides: [null] },
      { type: 'measured', run: '1', slides: [] },
      { type: 'move', id: 1, target: 2, where: 'elsewhere' },
      { type: 'move', id: 1, target: -2, where: 'above' },
      { type: 'step', id: 1, direction: 'ArrowLeft' },
    ];
    for (const message of others) assert.equal(readMessage(message), null, JSON.stringify(message));
  });
});

describe('What the page kept across a reload', () => {
  it('is read with sensible values in place of strange ones', () => {
    assert.deepEqual(readPersistedState({ document: 'file:///a.md', h: 'x', v: 2, fragment: null }), {
      document: 'file:///a.md',
      locked: false,
      h: 0,
      v: 2,
      part: 0,
      fragment: -1,
    });
    assert.equal(readPersistedState(undefined), null);
    assert.equal(readPersistedState({}), null);
  });
});
