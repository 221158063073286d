import assert from 'node:assert/strict';
import { faults } from '../linting';

const rule = 'remote-image';

describe('remote-image', () => {
  it('finds pictures and backgrounds on other servers', () => {
    const text =
      '![](https://example.org/a.png)\n<!-- .slide: data-background="https://example.org/b.png" -->';
    assert.deepEqual(faults(text, { rule }), ['https://example.org/a.png', 'https://example.org/b.png']);
  });

  it('leaves alone links, local pictures and HedgeDoc servers', () => {
    const text =
      '[x](https://example.org/a.png) ![](./a.png) ![](data:image/png;base64,AA) ![](https://input.scs.community/uploads/a.png)';
    assert.deepEqual(faults(text, { rule }), []);
  });

  it('leaves embedded pages alone', () => {
    assert.deepEqual(faults('<iframe src="https://example.org/"></iframe>', { rule }), []);
  });

  it('leaves alone addresses that the configuration ignores', () => {
    const config = { ignoreLinks: ['https://example.org/*'] };
    assert.deepEqual(faults('![](https://example.org/a.png)', { rule, config }), []);
  });
});
