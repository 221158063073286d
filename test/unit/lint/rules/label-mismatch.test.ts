import assert from 'node:assert/strict';
import { faults, fixed, lint } from '../linting';

const rule = 'label-mismatch';

const issues = 'https://github.com/SovereignCloudStack/standards/issues';
const pulls = 'https://github.com/SovereignCloudStack/standards/pull';

describe('label-mismatch', () => {
  it('leaves alone labels that agree, and labels of no issue', () => {
    for (const text of [
      `[#12](${issues}/12) [PR#12](${pulls}/12) [PR 12](${pulls}/12) [issue #12](${issues}/12#comment)`,
      `[standards#12](${issues}/12) [standards/#12](${issues}/12) [STD#12](${issues}/12) [issues/#12](${issues}/12)`,
      `[Milestone 8](${issues}/12) [MVP-0](${issues}/12) [CVE-2024-1234](${issues}/12) [the 2 topics](${issues}/12)`,
      `[#12](https://example.org/13) [#12 and #13](${issues}/12) [topic #12](${issues}/12)`,
    ]) {
      assert.deepEqual(faults(text, { rule }), [], text);
    }
  });

  it('finds a different number and offers the one in the address', () => {
    assert.equal(fixed(`[#12](${issues}/13)`, { rule }), `[#13](${issues}/13)`);
    assert.equal(fixed(`[some topic #12](${pulls}/13)`, { rule }), `[some topic #13](${pulls}/13)`);
    assert.equal(lint(`[#12](${issues}/13)`, { rule })[0]!.severity, 'error');
  });

  it('finds a different kind', () => {
    assert.equal(fixed(`[PR#12](${issues}/12)`, { rule }), `[issue#12](${issues}/12)`);
    assert.equal(lint(`[issue 12](${pulls}/12)`, { rule })[0]!.severity, 'warning');
  });

  it('finds a different repository', () => {
    assert.equal(fixed(`[docs#12](${issues}/12)`, { rule }), `[standards#12](${issues}/12)`);
  });

  it('completes an address without a number', () => {
    assert.equal(fixed(`[#12](${issues}/)`, { rule }), `[#12](${issues}/12)`);
  });
});
