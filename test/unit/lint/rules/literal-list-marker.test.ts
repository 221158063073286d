import assert from 'node:assert/strict';
import { faults, fixed } from '../linting';

const rule = 'literal-list-marker';

describe('literal-list-marker', () => {
  it('makes a list of lines that are indented too far', () => {
    assert.equal(
      fixed(
        '* Schedule\r\n  [Blog](https://example.org)\r\n      * RC0\r\n      * **RC1** soon\r\n          * more\r\n',
        { rule },
      ),
      '* Schedule\r\n  [Blog](https://example.org)\r\n  * RC0\r\n  * **RC1** soon\r\n      * more\r\n',
    );
    assert.equal(fixed('Some text\n    - one\n    - two\n', { rule }), 'Some text\n- one\n- two\n');
  });

  it('finds the first marker of each paragraph', () => {
    assert.deepEqual(faults('> text\n>      * one\n>      * two\n\ntext\n\t- tab\n', { rule }), ['*', '-']);
  });

  it('leaves lists and other text alone', () => {
    const text =
      'text\n- one\n* two\n    * three\n\n3 *\n4\n\n-> arrow\n    -> arrow\n\na\n    *bold* text\n\n`a\n    - b`\n\n    - code\n\n```\ntext\n    - one\n```\n\n\\* a\n    \\* b\n\n| - a |\n|---|\n| - b |\n';
    assert.deepEqual(faults(text, { rule, dialect: 'hedgedoc' }), []);
  });
});
