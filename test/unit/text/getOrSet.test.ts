import assert from 'node:assert/strict';
import { getOrSet } from '../../../src/core/text/getOrSet';

describe('A value that is kept', () => {
  it('is computed once, even if it is null or undefined', () => {
    for (const value of ['a', null, undefined, 0]) {
      const cache = new Map<string, unknown>();
      let count = 0;
      const ask = () =>
        getOrSet(cache, 'key', () => {
          count++;
          return value;
        });
      assert.deepEqual([ask(), ask(), count], [value, value, 1]);
    }
  });
});
