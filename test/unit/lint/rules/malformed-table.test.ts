import assert from 'node:assert/strict';
import { faults, fixed, lint } from '../linting';

const rule = 'malformed-table';
const DIALECTS = ['hedgedoc', 'reveal-md'] as const;

describe('malformed-table', () => {
  it('finds tables without a line of dashes', () => {
    for (const dialect of DIALECTS) {
      assert.deepEqual(faults('| a | b |\n| 1 | 2 |\n', { rule, dialect }), ['| a | b |'], dialect);
      assert.deepEqual(faults('Text\r\n|a|`b`|\r\n|1|2|\r\n', { rule, dialect }), ['|a|`b`|'], dialect);
    }
  });

  it('inserts the line of dashes in text, lists and quotes', () => {
    for (const [before, after] of [
      ['|a|b|\r\n|1|2|\r\n', '|a|b|\r\n| --- | --- |\r\n|1|2|\r\n'],
      ['- | a | b |\n  | 1 | 2 |\n', '- | a | b |\n  | --- | --- |\n  | 1 | 2 |\n'],
      ['- x\n| a | b |\n| 1 | 2 |\n', '- x\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n'],
      ['> | a | b |\n> | 1 | 2 |\n> text', '> | a | b |\n> | --- | --- |\n> | 1 | 2 |\n>\n> text'],
    ] as const) {
      for (const dialect of DIALECTS) assert.equal(fixed(before, { rule, dialect }), after, dialect);
    }
  });

  it('finds dashes for another number of columns', () => {
    for (const dialect of DIALECTS) {
      for (const dashes of ['|---|', '|---|---|---|', '-----', '| ----- ----- |']) {
        const text = `| a | b |\n${dashes}\n| 1 | 2 |\n`;
        assert.deepEqual(faults(text, { rule, dialect }), [dashes]);
        assert.equal(fixed(text, { rule, dialect }), '| a | b |\n| --- | --- |\n| 1 | 2 |\n');
      }
      assert.equal(fixed('a | b\n:-:\n1 | 2\n', { rule, dialect }), 'a | b\n| :---: | --- |\n1 | 2\n');
    }
  });

  it('finds other characters than dashes', () => {
    for (const dashes of ['| – | – |', '|———|———|', '|===|===|', '+---+---+', '|---+---|']) {
      const text = `| a | b |\n${dashes}\n| 1 | 2 |\n`;
      for (const dialect of DIALECTS) {
        assert.deepEqual(faults(text, { rule, dialect }), [dashes]);
        assert.equal(fixed(text, { rule, dialect }), '| a | b |\n| --- | --- |\n| 1 | 2 |\n');
      }
    }
    const grid = '+---+---+\n| a | b |\n+---+---+\n| 1 | 2 |\n+---+---+\n';
    assert.deepEqual(
      lint(grid, { rule }).map(({ fixes }) => fixes),
      [[]],
    );
  });

  it('finds bars in code that divide columns', () => {
    const text = '| `a|b` | c |\n|---|---|\n| 1 | 2 |\n';
    for (const dialect of DIALECTS) {
      assert.deepEqual(faults(text, { rule, dialect }), ['|']);
      assert.equal(fixed(text, { rule, dialect }), text.replace('a|b', 'a\\|b'));
    }
  });

  it('finds dashes without a line above them', () => {
    for (const dialect of DIALECTS) {
      const text = '|---|---|\n| 1 | 2 |\n';
      assert.deepEqual(faults(text, { rule, dialect }), ['|---|---|']);
      assert.equal(fixed(text, { rule, dialect }), `|   |   |\n${text}`);
      const apart = '| a | b |\n\n|---|---|\n| 1 | 2 |\n';
      assert.equal(fixed(apart, { rule, dialect }), '| a | b |\n|---|---|\n| 1 | 2 |\n');
    }
  });

  it('finds a table that HedgeDoc takes for the text of a list item', () => {
    const table = '| a | b |\n|---|---|\n| 1 | 2 |\n';
    const text = `- item\n${table}`;
    assert.equal(fixed(text, { rule, dialect: 'hedgedoc' }), `- item\n\n${table}`);
    assert.deepEqual(faults(text, { rule, dialect: 'hedgedoc', isGuess: true }), []);
    assert.deepEqual(faults(text, { rule, dialect: 'reveal-md' }), []);
  });

  it('leaves tables alone, and bars that are not of a table', () => {
    const text = [
      'text\n| a | b |\n|---|---|\n| 1 | 2 |',
      '- item\n  | a | b |\n  |---|---|\n  | 1 | 2 |',
      '| a | b |\n|---|---|\n| -- | -- |\n| == | == |',
      '| a |\n|---|\n| 1 |',
      '| a \\| b |\n|---|\n| 1 |',
      'Mondays | 14:00\nFridays | 15:00',
      '[Home](./a.md) | [More](./b.md)\n[c](./c.md) | [d](./d.md)',
      '| a | b |',
      '| a | b |\n1 | 2',
      '|---|---|',
      '| A line of verse\n| and another',
      '|x| = |y|\n|a| = |b|',
      '||x||\n||y||',
      '`| a | b |`\n`| 1 | 2 |`',
      '```\n| a | b |\n| 1 | 2 |\n```',
      '    | a | b |\n    | 1 | 2 |',
      '$|x| + |y|$\n$|a| + |b|$',
      'cat a | sort | uniq\ncat b | sort | uniq',
      '<!--\n| a | b |\n| 1 | 2 |\n-->',
      '\\| a \\| b \\|\n\\| 1 \\| 2 \\|',
      '+---+   +---+\n| a |---| b |\n+---+   +---+',
      'a - b\n- -\nc',
      'Note:\n\n| a | b |\n| 1 | 2 |',
    ];
    for (const dialect of DIALECTS)
      for (const each of text) assert.deepEqual(faults(each, { rule, dialect }), [], `${dialect}: ${each}`);
  });
});
