import assert from 'node:assert/strict';
import { faults, lint } from '../linting';

const rule = 'hedgedoc-image-not-archived';

const url = 'https://input.scs.community/uploads/0123.png';

describe('hedgedoc-image-not-archived', () => {
  it('finds a picture without a copy beside the deck', () => {
    const text = `![](${url})\n<!-- .slide: data-background="${url}" -->`;
    assert.deepEqual(faults(text, { rule }), [url, url]);
    assert.deepEqual(
      lint(text, { rule }).map(({ address }) => address),
      [url, url],
    );
  });

  it('leaves alone pictures with a copy, links and other servers', () => {
    const text = `![](${url}) [x](https://input.scs.community/uploads/1.png) ![](https://example.org/a.png)`;
    assert.deepEqual(faults(text, { rule, files: { '0123.png': '' } }), []);
  });
});
