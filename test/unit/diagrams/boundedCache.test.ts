import assert from 'node:assert/strict';
import { BoundedCache } from '../../../src/page/diagrams/boundedCache';

describe('bounded cache', () => {
  it('keeps what was used last within its weight', () => {
    const cache = new BoundedCache<number>(10);
    cache.set('a', 1, 4);
    cache.set('b', 2, 4);
    assert.equal(cache.get('a'), 1);
    cache.set('c', 3, 4);
    assert.equal(cache.get('b'), undefined);
    assert.equal(cache.get('a'), 1);
    assert.equal(cache.get('c'), 3);
  });

  it('counts an entry that is set again only once, and keeps none that is too heavy by itself', () => {
    const cache = new BoundedCache<number>(10);
    for (let time = 0; time < 20; time++) cache.set('a', time, 6);
    assert.equal(cache.get('a'), 19);
    cache.set('b', 1, 4);
    assert.equal(cache.get('a'), 19);
    cache.set('c', 1, 11);
    assert.equal(cache.get('c'), undefined);
  });

  it('forgets all entries of a prefix', () => {
    const cache = new BoundedCache<number>(10);
    cache.set('math\nx', 1, 1);
    cache.set('abc\nx', 2, 1);
    cache.deleteAll('math\n');
    assert.equal(cache.get('math\nx'), undefined);
    assert.equal(cache.get('abc\nx'), 2);
  });
});
