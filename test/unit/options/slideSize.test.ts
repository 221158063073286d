import assert from 'node:assert/strict';
import { slideSize } from '../../../src/core/options/slideSize';

describe('The size of a slide', () => {
  it('has its margin around it, as on a printed page', () => {
    assert.deepEqual(slideSize({}), { width: 998, height: 728 });
    assert.deepEqual(slideSize({ width: 1920, height: 1080, margin: 0 }), { width: 1920, height: 1080 });
    assert.deepEqual(slideSize({ width: '1000', height: 500, margin: 0.1 }), { width: 1100, height: 550 });
  });

  it('is that of a display where it depends on one', () => {
    assert.deepEqual(slideSize({ width: '100%', height: '50%' }), { width: 1280, height: 360 });
  });

  it('is the default where it is no size', () => {
    assert.deepEqual(slideSize({ width: 'wide', height: -1 }), { width: 998, height: 728 });
  });
});
