import assert from 'node:assert/strict';
import { faults } from '../linting';

const rule = 'broken-remote-anchor';
const environment = { remoteLink: () => ({ asked: 0, fragments: ['a', 'ä'], missing: ['ä'] }) };

describe('broken-remote-anchor', () => {
  it('finds fragments that the page does not have, however they are written', () => {
    const text =
      '[x](https://scs.community/#ä) [y](https://scs.community/#%C3%A4) [z](https://scs.community/#a)';
    assert.deepEqual(faults(text, { rule, environment }), [
      'https://scs.community/#ä',
      'https://scs.community/#%C3%A4',
    ]);
  });

  it('leaves alone links without a fragment, and pictures', () => {
    const text = '[x](https://scs.community/) ![y](https://scs.community/a.svg#ä)';
    assert.deepEqual(faults(text, { rule, environment }), []);
  });
});
