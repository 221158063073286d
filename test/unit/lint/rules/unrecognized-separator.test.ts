import assert from 'node:assert/strict';
import type { SetupName } from '../../../../src/core/deck/namedSetups';
import { applyEdits } from '../../../../src/core/text/textEdits';
import { faults, fixed, lint } from '../linting';

const rule = 'unrecognized-separator';
const linting = { rule, dialect: 'hedgedoc' } as const;

/** The severity of each finding, and its fixes. */
function verdicts(text: string, dialect: SetupName = 'hedgedoc'): string[] {
  return lint(text, { rule, dialect }).map(
    ({ severity, fixes }) =>
      `${severity}: ${fixes.map(({ title, kind }) => `${title} (${kind})`).join(', ')}`,
  );
}

const repaired = '# One\n\n---\n\n# Two\n';

describe('unrecognized-separator', () => {
  const mistakes: Record<string, string> = {
    'text directly above': '# One\n---\n\n# Two\n',
    'text directly below': '# One\n\n---\n# Two\n',
    'text on both sides': '# One\n---\n# Two\n',
    'an indent': '# One\n\n  ---\n\n# Two\n',
  };
  for (const [what, text] of Object.entries(mistakes)) {
    it(`repairs ${what}, if the rest of the deck shows that a separator is meant`, () => {
      assert.deepEqual(faults(text, linting), ['---']);
      assert.equal(fixed(text, linting), repaired);
      assert.deepEqual(verdicts(text), ['error: Make it a separator (offered)']);
      const rest = '\n---\n\n# Three\n\n---\n\n# Four\n';
      assert.deepEqual(verdicts(text + rest), ['error: Make it a separator (visible)']);
    });
  }

  const invisible: Record<string, string> = {
    'a space after it': '# One\n\n--- \n\n# Two\n',
    'spaces in the line above': '# One\n \n---\n\n# Two\n',
    'spaces in the line below': '# One\n\n---\n\t\n# Two\n',
  };
  for (const [what, text] of Object.entries(invisible)) {
    it(`repairs ${what}, which nobody sees in the text`, () => {
      assert.deepEqual(faults(text, linting), ['---']);
      assert.equal(fixed(text, linting), repaired);
      assert.deepEqual(verdicts(text), ['error: Make it a separator (visible)']);
    });
  }

  it('warns where a line across the slide may be meant', () => {
    for (const text of ['# One\n---\n\ntext\n', '- a\n\n  ---\n\n  b\n', '# One\n\n---\ntext\n']) {
      const rest = '\n---\n\n# Three\n\n---\n\n# Four\n';
      assert.deepEqual(verdicts(text + rest), ['warning: Make it a separator (offered)'], text);
    }
  });

  it('warns of dashes that make a heading, and offers both', () => {
    for (const dashes of ['---', '----']) {
      const text = `# One\r\n\r\nAgenda\r\n${dashes}\r\n\r\n- a\r\n`;
      assert.deepEqual(faults(text, linting), [dashes]);
      assert.deepEqual(verdicts(text), [
        'warning: Make it a separator (offered), Change to ## Agenda (offered)',
      ]);
      const [separator, heading] = lint(text, linting)[0]!.fixes.map(({ edits }) => applyEdits(text, edits));
      assert.equal(separator, text.replace('Agenda\r\n', 'Agenda\r\n\r\n'));
      assert.equal(heading, text.replace(`Agenda\r\n${dashes}`, '## Agenda'));
      assert.deepEqual(lint(heading, linting), []);
    }
  });

  it('offers a heading only where it would be the same', () => {
    for (const text of ['Two\nlines\n---\n\n- a\n', 'Lang #\n---\n\n- a\n', '- item\n  ---\n\ntext\n'])
      assert.deepEqual(verdicts(text), ['warning: Make it a separator (offered)'], text);
    assert.deepEqual(verdicts('# One\n\nAgenda\n---'), ['warning: Change to ## Agenda (offered)']);
  });

  describe('below text', () => {
    const rest = '\n---\n\n# Three\n\n---\n\n# Four\n';
    const sentence = 'This is the text of the first slide.';

    it('is an error if nothing else can be meant, and even then nothing is changed unasked', () => {
      for (const text of [sentence, 'Two lines\nof text'])
        assert.deepEqual(verdicts(`# One\n\n${text}\n---\n\n# Two\n${rest}`), [
          'error: Make it a separator (offered)',
        ]);
    });

    const doubts: Record<string, string> = {
      'the text is short': `# One\n\nAgenda\n---\n\n# Two\n${rest}`,
      'the slide has no other heading': `${sentence}\n---\n\n# Two\n${rest}`,
      'no heading follows': `# One\n\n${sentence}\n---\n\ntext\n${rest}`,
      'a heading of another level follows': `# One\n\n${sentence}\n---\n\n### Two\n${rest}`,
      'other slides are separated otherwise': `# One\n\n${sentence}\n---\n\n# Two\n${rest.replaceAll('---', '----')}`,
      'other slides begin otherwise': `# One\n\n${sentence}\n---\n\n# Two\n${rest.replaceAll('#', '-')}`,
      'the deck has no other slides': `# One\n\n${sentence}\n---\n\n# Two\n`,
    };
    for (const [why, text] of Object.entries(doubts)) {
      it(`is a warning if ${why}`, () => assert.match(verdicts(text).join(), /^warning: [^:]*$/));
    }
  });

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
    'the rule of a table with one column': '| a |\n---\n| 1 |\n',
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

    it('repairs unasked only spaces after the dashes, which nobody sees in the text', () => {
      assert.deepEqual(verdicts('# One\n--- \n# Two\n', 'reveal-md'), [
        'error: Make it a separator (visible)',
      ]);
      assert.deepEqual(verdicts('# One\n ---\n# Two\n', 'reveal-md'), [
        'error: Make it a separator (offered)',
      ]);
      assert.deepEqual(verdicts('- a\n\n  ---\n\n  b\n', 'reveal-md'), [
        'warning: Make it a separator (offered)',
      ]);
    });

    const underlines = [
      ['reveal-md', '--- ', 'Agenda\n---\n', /reveal-md does not split here. Remove the spaces/],
      ['vscode-reveal', '---', 'Agenda\n\n---\n', /vscode-reveal does not split here. Insert an empty line/],
    ] as const;
    for (const [dialect, dashes, separated, message] of underlines) {
      it(`warns of dashes that make a heading for ${dialect}, and offers both`, () => {
        const text = `# One\n\nAgenda\n${dashes}\n\n- a\n`;
        assert.deepEqual(verdicts(text, dialect), [
          'warning: Make it a separator (offered), Change to ## Agenda (offered)',
        ]);
        assert.match(lint(text, { rule, dialect })[0]!.message, message);
        assert.equal(fixed(text, { rule, dialect }), `# One\n\n${separated}\n- a\n`);
      });
    }

    it('leaves alone dashes at the end, where tools add different line ends', () => {
      for (const text of ['# One\n\ntext\n\n---', '# One\n\ntext\n--- '])
        assert.deepEqual(faults(text, { rule, dialect: 'reveal-md' }), []);
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
