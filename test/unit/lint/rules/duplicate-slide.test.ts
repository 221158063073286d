import assert from 'node:assert/strict';
import { faults, lint } from '../linting';

const rule = 'duplicate-slide';

const slide = '# Topic\n\n* something that is long enough not to be a mere divider of two parts';

describe('duplicate-slide', () => {
  it('finds the second of two identical slides', () => {
    const text = `${slide}\n\n---\n\n# Other\n\n---\n\n\n${slide}\n`;
    assert.deepEqual(faults(text, { rule }), ['# Topic']);
    assert.match(lint(text, { rule })[0]!.message, /line 1\./);
  });

  it('leaves alone dividers and slides that differ', () => {
    assert.deepEqual(
      faults(`# Questions?\n\n---\n\n${slide}\n\n---\n\n# Questions?\n\n---\n\n${slide}!\n`, { rule }),
      [],
    );
  });
});
