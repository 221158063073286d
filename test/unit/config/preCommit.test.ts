import assert from 'node:assert/strict';
import { addHook } from '../../../src/core/config/preCommit';

const after = (text: string) => addHook(text, '1.2.3').after;

describe('The hook in a configuration of pre-commit', () => {
  it('comes after the other repositories, in their indentation, and leaves everything else as it is', () => {
    const text =
      '# ours\nrepos:\n  - repo: local # here\n    hooks:\n      - id: a\n\nfail_fast: true # yes\n';
    assert.equal(
      after(text),
      text.replace(
        '- id: a\n',
        [
          '- id: a',
          '  - repo: https://github.com/deckwright/deckwright',
          '    rev: v1.2.3',
          '    hooks:',
          '      - id: deckwright-lint',
          '        args: [--staged]',
          '',
        ].join('\n'),
      ),
    );
  });

  it('keeps line ends, and needs neither indentation nor a last line end', () => {
    const added = after('repos:\r\n- repo: local\r\n  hooks: []');
    assert.match(
      added!,
      /^repos:\r\n- repo: local\r\n {2}hooks: \[\]\r\n- repo: https:.*\r\n {2}rev: v1\.2\.3\r\n/,
    );
    assert.doesNotMatch(added!, /[^\r]\n/);
  });

  it('is not added to what is in another form', () => {
    for (const text of ['', 'repos: []\n', 'repos:\n', '- a\n', 'repos: [\n'])
      assert.equal(after(text), null, text);
  });
});
