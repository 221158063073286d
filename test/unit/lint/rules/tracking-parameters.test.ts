import assert from 'node:assert/strict';
import { faults, fixed, lint } from '../linting';

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

  it('knows those of newsletters that name the reader', () => {
    const text = '[x](https://example.org/?0&id=5&sc_src=email_1&sc_lid=2&sc_uid=q&sc_llid=3&sc_eh=d#a)';
    assert.equal(fixed(text, { rule }), '[x](https://example.org/?0&id=5#a)');
    assert.deepEqual(faults('[x](https://example.org/?sc_id=5&sc=2)', { rule }), []);
  });

  it('only offers to remove those that authors write themselves', () => {
    const kindOf = (text: string) => lint(text, { rule })[0]!.fixes[0]!.kind;
    assert.equal(kindOf('[x](https://example.org/?utm_source=slides&fbclid=4)'), 'offered');
    assert.equal(kindOf('https://example.org/?utm_source=slides'), 'offered');
    assert.equal(kindOf('[x](https://example.org/?utm=b&fbclid=4)'), 'safe');
    assert.equal(kindOf('https://example.org/?fbclid=4'), 'visible');
  });

  it('leaves other parameters alone', () => {
    assert.deepEqual(
      faults('[x](https://example.org/?q=utm_source&page=2) [y](./a.md?utm_source=b)', { rule }),
      [],
    );
  });
});
