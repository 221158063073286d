import assert from 'node:assert/strict';
import { readCopyMessage, readWrittenNotes } from '../../../src/preview/messages';

const notes = { type: 'notes', document: 'file:///a.md', id: 1, base: '', text: 'a', isDone: true };

describe('Notes that the preview page sends', () => {
  it('are taken if they have the agreed form', () => {
    assert.deepEqual(readWrittenNotes({ ...notes, more: 1 }), notes);
  });

  it('are dropped otherwise', () => {
    const wrong = [
      { type: 'shown' },
      { document: 1 },
      { id: '1' },
      { id: 1.5 },
      { base: null },
      { text: undefined },
      { text: 'x'.repeat(2_000_000) },
      { isDone: 1 },
    ];
    for (const each of wrong) assert.equal(readWrittenNotes({ ...notes, ...each }), null);
    for (const each of [null, 'notes', 1]) assert.equal(readWrittenNotes(each), null);
  });
});

describe('What the preview page says of a picture for the clipboard', () => {
  it('is taken if it has the agreed form', () => {
    assert.deepEqual(readCopyMessage({ type: 'copying', copy: 1, more: 1 }), { type: 'copying', copy: 1 });
    for (const error of ['', 'NotAllowedError'])
      assert.deepEqual(readCopyMessage({ type: 'copied', copy: 2, error }), {
        type: 'copied',
        copy: 2,
        error,
      });
  });

  it('is dropped otherwise', () => {
    const wrong = [
      { type: 'shown', copy: 1 },
      { type: 'copying', copy: '1' },
      { type: 'copied', copy: 1 },
      { type: 'copied', copy: 1, error: '[label](command:x)' },
    ];
    for (const each of [...wrong, null, 'copying', 1]) assert.equal(readCopyMessage(each), null);
  });
});
