import assert from 'node:assert/strict';
import { faults, fixed, lint } from '../linting';

const rule = 'unrecognized-separator';
const linting = { rule, dialect: 'hedgedoc' } as const;

const repaired = '# One\n\n---\n\n# Two\n';

describe('unrecognized-separator', () => {
  const mistakes: Record<string, string> = {
    'text directly above': '# One\n---\n\n# Two\n',
    'text directly below': '# One\n\n---\n# Two\n',
    'text on both sides': '# One\n---\n# Two\n',
    'a space after it': '# One\n\n--- \n\n# Two\n',
    'an indent': '# One\n\n  ---\n\n# Two\n',
    'spaces in the line above': '# One\n \n---\n\n# Two\n',
    'spaces in the line below': '# One\n\n---\n\t\n# Two\n',
  };
  for (const [what, text] of Object.entries(mistakes)) {
    it(`repairs ${what}`, () => {
      assert.deepEqual(faults(text, linting), ['---']);
      assert.equal(fixed(text, linting), repaired);
      assert.equal(lint(text, linting)[0]!.fixes[0]!.kind, 'visible');
    });
  }

  it('repairs a vertical one below a list, in a file with CRLF', () => {
    assert.equal(fixed('* a\r\n----\r\n\r\n# Two\r\n', linting), '* a\r\n\r\n----\r\n\r\n# Two\r\n');
  });

  it('removes one that only draws a line at the end of the file', () => {
    assert.equal(fixed('# One\n\n---\n\n# Two\n\n---', linting), repaired);
  });

  it('offers both separators for other numbers of dashes', () => {
    for (const dashes of ['--', '-----', '----------']) {
      const [finding] = lint(`# One\n\n${dashes}\n\n# Two\n`, linting);
      assert.deepEqual(
        finding!.fixes.map(({ title, kind }) => [title, kind]),
        [
          ['Change to ---', 'offered'],
          ['Change to ----', 'offered'],
        ],
      );
    }
  });

  const lookAlikes: Record<string, string> = {
    'separators that separate': '# One\n\n---\n\n# Two\n\n----\n\n# Three\n',
    'an underlined heading': 'A heading\n---------\n\ntext\n',
    'an underline as long as the heading': 'Abc\n---\n\ntext\n',
    'the rule of a table': '| a | b |\n|---|---|\n| 1 | 2 |\n\na | b\n--- | ---\n1 | 2\n',
    code: '```\na\n---\nb\n```\n\n    a\n    ---\n',
    'a comment': '<!--\na\n---\nb -->\n',
    'other lines across the slide': '# One\n\n***\n\n___\n\n- - -\n',
  };
  for (const [what, text] of Object.entries(lookAlikes)) {
    it(`leaves ${what} alone`, () => assert.deepEqual(faults(text, linting), []));
  }

  it('leaves alone reveal-md, which needs no empty lines', () => {
    assert.deepEqual(faults('# One\n---\n# Two\n', { rule, dialect: 'reveal-md' }), []);
  });

  it('says what happens', () => {
    assert.match(lint('# One\n---\n\n# Two\n', linting)[0]!.message, /both slides become one/);
  });
});
