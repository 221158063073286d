import assert from 'node:assert/strict';
import { disableRule } from '../../../src/core/config/disableRule';
import { readConfig } from '../../../src/core/config/readConfig';
import { applyEdits } from '../../../src/core/text/textEdits';

function disabled(text: string, rule = 'missing-alt'): string | null {
  const edits = disableRule(text, rule);
  if (!edits) return null;
  const after = applyEdits(text, edits);
  const { config, problems } = readConfig(after);
  assert.deepEqual([config.rules[rule], problems], ['off', []]);
  return after;
}

describe('A rule that is turned off in the configuration', () => {
  it('makes a configuration where there is none', () => {
    assert.equal(disabled(''), '{\n  "rules": {\n    "missing-alt": "off"\n  }\n}\n');
  });

  it('is added to the others, and leaves comments, indentation and line ends as they are', () => {
    const text = '{\r\n\t// ours\r\n\t"rules": {\r\n\t\t"broken-link": "info", // links\r\n\t},\r\n}\r\n';
    assert.equal(disabled(text), text.replace('// links\r\n', '// links\r\n\t\t"missing-alt": "off"\r\n'));
    assert.equal(
      disabled('{"rules": {"broken-link": "off"}}'),
      '{"rules": {"broken-link": "off", "missing-alt": "off"}}',
    );
  });

  it('has another severity replaced', () => {
    assert.equal(
      disabled('{"rules": {"missing-alt": "error" /* why */}}'),
      '{"rules": {"missing-alt": "off" /* why */}}',
    );
  });

  it('needs no edit if it is off', () => {
    assert.deepEqual(disableRule('{"rules": {"missing-alt": "off"}}', 'missing-alt'), []);
  });

  it('leaves a configuration alone that is not valid', () => {
    for (const text of ['{', '[]', '{"rules": []}'])
      assert.equal(disableRule(text, 'missing-alt'), null, text);
  });
});
