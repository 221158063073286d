import assert from 'node:assert/strict';
import { faults, fixed } from '../linting';

const rule = 'tracking-parameters';

describe('tracking-parameters', () => {
  it('removes them and keeps all others', () => {
    assert.equal(
      fixed('[x](https://example.org/a?utm_source=b&id=3&fbclid=4#top)', { rule }),
      '[x](https://example.org/a?id=3#top)',
    );
    assert.equal(fixed('https://example.org/a?_ga=1', { rule }), 'https://example.org/a');
    assert.equal(
      fixed('<a href="https://example.org/?id=3&amp;utm_medium=b">x</a>', { rule }),
      '<a href="https://example.org/?id=3">x</a>',
    );
  });

  it('leaves other parameters alone', () => {
    assert.deepEqual(
      faults('[x](https://example.org/?q=utm_source&page=2) [y](./a.md?utm_source=b)', { rule }),
      [],
    );
  });
});
