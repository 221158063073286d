import assert from 'node:assert/strict';
import { faults } from '../linting';

const rule = 'missing-alt';

describe('missing-alt', () => {
  it('finds pictures without text, or with their address as text', () => {
    const text = '![](./a.png) ![./a.png](./a.png) <img src="./b.png">';
    assert.deepEqual(faults(text, { rule }), ['![](./a.png)', '![./a.png](./a.png)', '<img src="./b.png">']);
  });

  it('leaves alone described and decorative pictures, links and backgrounds', () => {
    const text =
      '![a hill](./a.png) <img src="./b.png" alt=""> [](./c.png)\n<!-- .slide: data-background="./d.png" -->';
    assert.deepEqual(faults(text, { rule }), []);
  });
});
