import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/core/text/textEdits';
import { faults, lint } from '../linting';

const rule = 'hedgedoc-link';

const pad = 'https://input.scs.community/some-notes';

describe('hedgedoc-link', () => {
  it('finds links to notes, including bare ones', () => {
    assert.deepEqual(faults(`[x](${pad}) ${pad}`, { rule }), [pad, pad]);
  });

  it('leaves pictures and other servers alone', () => {
    assert.deepEqual(faults(`![](${pad}.png) [x](https://example.org/${pad})`, { rule }), []);
  });

  for (const mode of ['?both', '?edit', '?view#', '#']) {
    it(`finds ${mode} at the end`, () => {
      assert.deepEqual(faults(`[x](${pad}${mode})`, { rule }), [pad + mode, mode]);
    });
  }

  it('finds a mode before the name of a section', () => {
    assert.deepEqual(faults(`[x](${pad}?both#Topic)`, { rule })[1], '?both');
  });

  it('removes the mode', () => {
    const text = `[x](${pad}?view)`;
    const [, mode] = lint(text, { rule });
    const after = applyEdits(text, mode!.fixes[0]!.edits);
    assert.equal(after, `[x](${pad})`);
    assert.deepEqual(faults(after, { rule }), [pad]);
  });
});
