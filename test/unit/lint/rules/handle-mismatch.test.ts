import assert from 'node:assert/strict';
import { faults, fixed } from '../linting';

const rule = 'handle-mismatch';

describe('handle-mismatch', () => {
  it('corrects the link of an element', () => {
    assert.equal(
      fixed('Report by <a href="https://github.com/a">@b</a>', { rule }),
      'Report by <a href="https://github.com/b">@b</a>',
    );
  });

  it('corrects a markdown link', () => {
    assert.equal(fixed('[@b](https://github.com/a/)', { rule }), '[@b](https://github.com/b)');
  });

  it('leaves alone handles that differ only in case, names and other links', () => {
    const text = [
      '<a href="https://github.com/JuanPTM">@juanptm</a> [Kurt](https://github.com/garloff)',
      '[@b](https://github.com/orgs/a) [@b](https://example.org/a) <a href="https://github.com/a"><b>@b</b></a>',
    ].join('\n');
    assert.deepEqual(faults(text, { rule }), []);
  });
});
