import assert from 'node:assert/strict';
import type { SetupName } from '../../../../src/core/deck/namedSetups';
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

  describe('in decks of reveal.js', () => {
    const two = '# One\n\n---\n\n# Two\n';

    it('leaves alone reveal-md, which needs no empty lines', () => {
      assert.deepEqual(faults('# One\n---\n# Two\n', { rule, dialect: 'reveal-md' }), []);
    });

    for (const dialect of ['reveal-md', 'reveal', 'mkslides', 'vscode-reveal'] as const) {
      it(`repairs spaces around the dashes for ${dialect}`, () => {
        for (const line of ['--- ', ' ---']) {
          const text = `# One\n\n${line}\n\n# Two\n`;
          assert.equal(fixed(text, { rule, dialect }), two);
          assert.match(lint(text, { rule, dialect })[0]!.message, /does not split here/);
        }
        assert.deepEqual(faults(two, { rule, dialect }), []);
      });
    }

    it('adds empty lines only where the tool needs them', () => {
      assert.equal(fixed('# One\n--- \n# Two\n', { rule, dialect: 'reveal-md' }), '# One\n---\n# Two\n');
      assert.equal(fixed('# One\n---\n# Two\n', { rule, dialect: 'vscode-reveal' }), two);
    });

    it("offers the deck's own separators for other dashes", () => {
      const titles = (dialect: SetupName) =>
        lint('# One\n\n-----\n\n# Two\n', { rule, dialect })[0]?.fixes.map(({ title }) => title);
      assert.deepEqual(titles('reveal-md'), ['Change to ---', 'Change to ----']);
      assert.deepEqual(titles('vscode-reveal'), ['Change to ---', 'Change to --']);
      assert.deepEqual(titles('mkslides'), ['Change to ---']);
    });

    it('goes by the separators of the frontmatter', () => {
      const text =
        "---\nseparator: '^----$'\nverticalSeparator: '^--$'\n---\n\n# One\n\n----\n\n# Two\n\n---- \n\n# Three\n";
      assert.deepEqual(faults(text, { rule, dialect: 'reveal-md' }), ['----']);
      const lenient = "---\nseparator: '^ *--- *$'\n---\n\n# One\n\n--- \n\n# Two\n";
      assert.deepEqual(faults(lenient, { rule, dialect: 'reveal-md' }), []);
    });

    it('leaves alone decks that are not split by dashes, and those whose tool is a guess', () => {
      const text = '# One\n\n--- \n\n# Two\n\n-----\n\n# Three\n';
      assert.deepEqual(faults(text, { rule, dialect: 'reveal-blank-lines' }), []);
      assert.deepEqual(faults(text, { rule, dialect: 'reveal-md', isGuess: true }), []);
      const other = `---\nseparator: <!--s-->\nverticalSeparator: <!--v-->\n---\n\n${text}`;
      assert.deepEqual(faults(other, { rule, dialect: 'reveal-md' }), []);
    });

    it('leaves alone decks whose own patterns are not used', () => {
      const text = "---\nseparator: '^(?=---).*$'\n---\n\n# One\n\n--- \n\n# Two\n";
      assert.deepEqual(faults(text, { rule, dialect: 'reveal-md' }), []);
    });
  });

  it('offers separators for the dashes of word processors between slides', () => {
    for (const dashes of ['—', '–-', '———', '―']) {
      assert.deepEqual(faults(`# One\n\ntext\n\n${dashes}\n\n# Two\n`, linting), [dashes]);
    }
  });

  it('leaves alone a dash that stands for nothing', () => {
    const text = '# Team A\n\n—\n\n# Team B\n\ntext\n—\n# Team C\n\ntext\n\n—\n\ntext\n';
    assert.deepEqual(faults(text, linting), []);
  });

  it('says what happens', () => {
    assert.match(lint('# One\n---\n\n# Two\n', linting)[0]!.message, /both slides become one/);
  });
});
