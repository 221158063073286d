import assert from 'node:assert/strict';
import { faults } from '../linting';

const rule = 'staging-link';

describe('staging-link', () => {
  it('finds staging servers and pages for organizers', () => {
    const text =
      '[x](https://docs-staging.scs.community/a) https://staging.example.org [y](https://events.example.org/control/event/a/)';
    assert.equal(faults(text, { rule }).length, 3);
  });

  it('leaves other pages alone', () => {
    const text =
      '[x](https://docs.scs.community/staging) [y](https://upstaging.example.org) [z](https://example.org/control)';
    assert.deepEqual(faults(text, { rule }), []);
  });
});
