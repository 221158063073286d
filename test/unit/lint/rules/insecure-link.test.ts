import assert from 'node:assert/strict';
import { faults } from '../linting';

const rule = 'insecure-link';

describe('insecure-link', () => {
  it('finds http: if it is written', () => {
    assert.deepEqual(
      faults('[x](http://scs.community) http://scs.community <http://scs.community>', { rule }),
      ['http', 'http', 'http'],
    );
  });

  it('leaves alone https:, names without a scheme and private networks', () => {
    const text =
      '[x](https://scs.community) www.osb-alliance.de http://localhost:8080 http://192.168.1.1/ [y](http://box.local) http://a.example.org';
    assert.deepEqual(faults(text, { rule, dialect: 'hedgedoc' }), []);
  });

  it('takes the names of XML namespaces for no addresses', () => {
    const text =
      '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><use xlink:href="#a"/></svg>\n';
    for (const dialect of ['hedgedoc', 'reveal-md'] as const)
      assert.deepEqual(faults(text, { rule, dialect }), []);
    assert.deepEqual(faults(text, { dialect: 'reveal-md' }), []);
  });
});
