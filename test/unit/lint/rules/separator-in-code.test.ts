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

  it('finds the block that is not closed if those after it have no language either', () => {
    const text = '```\na\n\n---\n\n# Two\n\n---\n\n```\nb\n```\n';
    assert.deepEqual(faults(text, { rule, dialect: 'hedgedoc' }), ['```']);
    assert.match(lint(text, { rule, dialect: 'hedgedoc' })[0]!.message, /not closed/);
  });

  it('finds the block that is not closed if a slide with a title follows', () => {
    const text = '```js\na\n\n---\n\n## Two\n\ntext\n\n---\n\ntext\n```\n';
    assert.deepEqual(faults(text, { rule, dialect: 'hedgedoc' }), ['```js']);
  });

  it('says so if nothing is in the block', () => {
    const text = '```js\na\n```\n```\n\n---\n\n# Two\n\n```js\nb\n```\n';
    assert.match(lint(text, { rule, dialect: 'hedgedoc' })[0]!.message, /nothing in it/);
  });

  it('leaves alone separators between code blocks, and dashes in them that do not split', () => {
    const text = '```\na\n```\n\n---\n\n```yaml\n---\na: 1\n```\n\n---\n\n~~~\nb\n~~~\n';
    assert.deepEqual(faults(text, { rule, dialect: 'hedgedoc' }), []);
  });

  it('leaves alone a code block that is never closed', () => {
    assert.deepEqual(faults('```\na\n\n---\n\n# Two\n', { rule, dialect: 'hedgedoc' }), []);
  });

  describe('in decks of reveal.js', () => {
    const text = '# One\n\n```yaml\na: 1\n---\nb: 2\n```\n\ntext\n';

    for (const dialect of ['reveal-md', 'reveal', 'mkslides'] as const) {
      it(`finds a code block that ${dialect} splits`, () => {
        assert.deepEqual(faults(text, { rule, dialect }), ['---']);
      });
    }

    it('finds empty lines that split a code block', () => {
      const emptyLines = '# One\n\n\n# Two\n\n```js\na\n\n\nb\n```\n';
      assert.match(
        lint(emptyLines, { rule, dialect: 'reveal-blank-lines' })[0]!.message,
        /Remove empty lines/,
      );
    });

    it('leaves alone what the tool does not split, and decks whose tool is a guess', () => {
      assert.deepEqual(faults(text, { rule, dialect: 'vscode-reveal' }), []);
      assert.deepEqual(
        faults(`---\nseparator: <!--s-->\n---\n\n${text}`, { rule, dialect: 'reveal-md' }),
        [],
      );
      assert.deepEqual(faults(text, { rule, dialect: 'reveal-md', isGuess: true }), []);
    });
  });
});
