import assert from 'node:assert/strict';
import { hasByteOrderMark } from '../../../src/core/text/byteOrderMark';

describe('A byte order mark', () => {
  const isMarked = (text: string) => hasByteOrderMark(new TextEncoder().encode(text));

  it('is all of its three bytes', () => {
    assert.equal(isMarked('\ufeff# A'), true);
    for (const text of ['！', '\uf000', '\ufefe', '\uffff', '# A', ''])
      assert.equal(isMarked(text), false, text);
  });
});
