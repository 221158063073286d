import assert from 'node:assert/strict';
import { DEFAULT_CONFIG } from '../../../../src/core/config/config';
import { parseDeck } from '../../../../src/core/deck/parseDeck';
import { lintDeck } from '../../../../src/core/lint/lintDeck';
import { RULES } from '../../../../src/core/lint/rules';
import { FilesInMemory, faults, fixed, lint } from '../linting';

const rule = 'empty-slide';

const two = '# One\n\n---\n\n# Two\n';

describe('empty-slide', () => {
  it('removes a slide between two separators', () => {
    assert.equal(fixed('# One\n\n---\n\n---\n\n# Two\n', { rule, dialect: 'hedgedoc' }), two);
    assert.equal(fixed('# One\n\n----\n\n---\n\n# Two\n', { rule, dialect: 'hedgedoc' }), two);
    assert.equal(fixed('# One\n\n---\n\n----\n\n# Two\n', { rule, dialect: 'hedgedoc' }), two);
  });

  it('removes the slide after the last separator', () => {
    assert.deepEqual(
      lint(fixed('# One\n\n---\n\n# Two\n\n---\n', { rule, dialect: 'hedgedoc' }), { rule }),
      [],
    );
  });

  it('leaves it to the author whether one between others is a pause', () => {
    const kindOf = (text: string) => lint(text, { rule, dialect: 'hedgedoc' })[0]!.fixes[0]!.kind;
    assert.equal(kindOf('# One\n\n---\n\n---\n\n# Two\n'), 'offered');
    assert.equal(kindOf('---\n\n# One\n\n---\n\n# Two\n'.replace('---', '\n---')), 'offered');
    assert.equal(kindOf('# One\n\n---\n\n# Two\n\n---\n\n----\n'), 'visible');
    assert.equal(kindOf('\n---\n\n---\n'), 'offered');
  });

  it('reports consecutive ones once, and removes them all', () => {
    const before = '# One\n\n---\n\n----\n\n---\n\n----\n\n# Two\n\n----\n\n# Three\n';
    const options = { rule, dialect: 'hedgedoc' } as const;
    assert.equal(lint(before, options).length, 1);
    assert.equal(fixed(before, options), '# One\n\n---\n\n# Two\n\n----\n\n# Three\n');
  });

  it('finds slides with comments, headings or tags that show nothing, but does not offer to remove them', () => {
    for (const slide of ['<!-- a comment -->', '<style>h1 { color: red }</style>', '<br>', '[a]: ./b.md']) {
      const [finding] = lint(`# One\n\n---\n\n${slide}\n\n---\n\n# Two\n`, { rule, dialect: 'hedgedoc' });
      assert.deepEqual(finding?.fixes, [], slide);
    }
  });

  it('leaves alone slides that show something', () => {
    for (const slide of [
      '<!-- .slide: data-background="red" -->',
      '![](./a.png)',
      '<img src="./a.png">',
      '```\ncode\n```',
      '***',
      '$x$',
      '{%youtube abcdefghijk %}',
      '[TOC]',
      'Note: a pause',
      '<div>text</div>',
    ]) {
      assert.deepEqual(
        faults(`# One\n\n---\n\n${slide}\n\n---\n\n# Two\n`, { rule, dialect: 'hedgedoc' }),
        [],
        slide,
      );
    }
  });

  it('looks once at a slide that nobody edits', () => {
    const rules = Object.fromEntries(RULES.map(({ id }) => [id, id === rule ? 'warning' : 'off'] as const));
    const input = { config: { ...DEFAULT_CONFIG, rules }, files: new FilesInMemory('deck.md', {}) };
    const write = (title: string) => `---\ntype: slide\n---\n\n# ${title}\n\n---\n\n<b></b> $x$\n`;
    const before = parseDeck(write('One'));
    lintDeck(before, input);
    const after = parseDeck(write('Two'), {}, before);
    Object.defineProperty(after.slides[1]!.content, 'text', { get: () => assert.fail('It is read again.') });
    assert.deepEqual(lintDeck(after, input), []);
  });

  it('leaves alone an empty document and the headings of talks', () => {
    assert.deepEqual(faults('', { rule }), []);
    const talk = '# One\n\n\n#\n![](a.png)\n\n\n##\n';
    assert.deepEqual(faults(talk, { rule, dialect: 'reveal-blank-lines' }).length, 1);
  });
});
