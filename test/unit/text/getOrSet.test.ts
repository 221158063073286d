import assert from 'node:assert/strict';
import { getOrSet } from '../../../src/core/text/getOrSet';

describe('A value that is kept', () => {
  it('is worked out once, also where it is nothing', () => {
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
