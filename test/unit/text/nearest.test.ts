import assert from 'node:assert/strict';
import { nearest } from '../../../src/core/text/nearest';

describe('nearest', () => {
  it('finds a name with a letter added, removed, replaced or swapped with its neighbor', () => {
    for (const written of ['backgroundd', 'backgrund', 'backgroumd', 'bakcground', 'akcground', 'BACKGROUND'])
      assert.equal(nearest(written, ['transition', 'background']), 'background', written);
  });

  it('takes the one with the fewest changes, of equals the first', () => {
    assert.equal(nearest('slides', ['slices-2', 'slices', 'slider']), 'slices');
  });

  it('changes at most a third of the letters', () => {
    assert.equal(nearest('abcdef', ['abcdxy']), 'abcdxy');
    assert.equal(nearest('abcdef', ['abcxyz']), undefined);
    assert.equal(nearest('abcdef', ['badcfe', 'uvwxyz']), undefined);
  });
});
