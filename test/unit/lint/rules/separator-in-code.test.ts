import assert from 'node:assert/strict';
import { faults, lint } from '../linting';

const rule = 'separator-in-code';

describe('separator-in-code', () => {
  it('finds separators in a code block', () => {
    const text = '# One\n\n```yaml\na: 1\n\n---\n\nb: 2\n\n----\n\nc: 3\n```\n\n---\n\n# Two\n';
    assert.deepEqual(faults(text, { rule, dialect: 'hedgedoc' }), ['---', '----']);
  });

  it('finds a separator in a comment', () => {
    assert.match(lint('# One\n\n<!-- later:\n\n---\n\n# Two\n-->\n', { rule })[0]!.message, /comment/);
  });

  it('finds a code block that is not closed once, at its first line', () => {
    const text =
      '# One\n\n```yaml\na: 1\n\n---\n\n# Two\n\n---\n\n# Three\n\n```js\nb\n```\n\n---\n\n# Four\n';
    assert.deepEqual(faults(text, { rule, dialect: 'hedgedoc' }), ['```yaml']);
  });

  it('leaves alone separators between code blocks, and dashes in them that do not split', () => {
    const text = '```\na\n```\n\n---\n\n```yaml\n---\na: 1\n```\n\n---\n\n~~~\nb\n~~~\n';
    assert.deepEqual(faults(text, { rule, dialect: 'hedgedoc' }), []);
  });

  it('leaves alone a code block that is never closed', () => {
    assert.deepEqual(faults('```\na\n\n---\n\n# Two\n', { rule, dialect: 'hedgedoc' }), []);
  });
});
