import assert from 'node:assert/strict';
import { lint } from '../linting';

const rule = 'formatter-hazard';
const environment = { formatter: 'Prettier' };

describe('formatter-hazard', () => {
  it('marks the first separator and names the formatter', () => {
    const text = '---\r\ntype: slide\r\n---\r\n\r\n# a\r\n\r\n----\r\n\r\n# b\r\n\r\n---\r\n\r\n# c\r\n';
    const [finding, ...more] = lint(text, { rule, environment });
    assert.deepEqual(more, []);
    assert.match(finding!.message, /^Prettier /);
    assert.deepEqual(finding!.span, { start: text.indexOf('----'), end: text.indexOf('----') + 4 });
  });

  it('marks the first line if there is no separator', () => {
    const [finding] = lint('# a\n\ntext', { rule, environment, dialect: 'hedgedoc' });
    assert.deepEqual(finding!.span, { start: 0, end: 3 });
  });

  it('finds nothing without a formatter', () => {
    assert.deepEqual(lint('# a\n\n---\n\n# b\n', { rule, dialect: 'hedgedoc' }), []);
  });
});
