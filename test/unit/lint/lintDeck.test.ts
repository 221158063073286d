import assert from 'node:assert/strict';
import { type Config, DEFAULT_CONFIG } from '../../../src/core/config/config';
import { NAMED_SETUPS, type SetupName } from '../../../src/core/deck/namedSetups';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import type { Setup } from '../../../src/core/deck/setup';
import { lintDeck } from '../../../src/core/lint/lintDeck';
import { FilesInMemory, lint } from './linting';

describe('What is found in a deck', () => {
  it('follows the configuration, even in slides that have not changed', () => {
    const deck = parseDeck('---\ntype: slide\ntitle: A\n---\n\n# A\n\n[a]()\n');
    const files = new FilesInMemory('deck.md', {});
    const severities = (rules: Config['rules']) =>
      lintDeck(deck, { config: { ...DEFAULT_CONFIG, rules }, files }).map(({ severity }) => severity);
    assert.deepEqual(severities({ 'malformed-link': 'off' }), []);
    assert.deepEqual(severities({}), ['error']);
    assert.deepEqual(severities({ 'malformed-link': 'hint' }), ['hint']);
    assert.deepEqual(severities({ 'malformed-link': 'off' }), []);
  });
});

describe('What is said about a finding', () => {
  it('shows characters of the deck that would turn or hide the words around them', () => {
    const [lost] = lint('![](./a\u202egnp.png)', { rule: 'broken-image' });
    assert.match(lost!.message, /a\\u202egnp\.png/);
    const [malformed] = lint('[x](./b\u202e x.md)', { rule: 'malformed-link' });
    assert.match(malformed!.fixes[0]!.title, /b\\u202e/);
  });
});

describe('As long as it is a guess whose deck it is', () => {
  const tall = `# A\n\n${'* Item\n'.repeat(60)}`;
  /** What is found on a guess and, without it, what is found besides. */
  function found(text: string, dialect: SetupName | Setup): [onGuess: string[], otherwise: string[]] {
    const rules = (isGuess: boolean) => [
      ...new Set(lint(text, { dialect, isGuess }).map(({ rule }) => rule)),
    ];
    const onGuess = rules(true);
    return [onGuess, rules(false).filter((rule) => !onGuess.includes(rule))];
  }

  it('nothing is said of ids, sizes and keys, which each tool has its own of', () => {
    const text = `---\ntheme: 5\nrevealOption: 1\n---\n[x](#nowhere) [y](./lost.md)\n\n---\n\n${tall}`;
    const [onGuess, otherwise] = found(text, 'reveal-md');
    assert.deepEqual(onGuess, ['broken-link']);
    assert.deepEqual(otherwise, [
      'invalid-frontmatter',
      'unknown-frontmatter-key',
      'broken-anchor',
      'slide-overflow',
    ]);
  });

  it('nothing is said of what HedgeDoc does', () => {
    const text = '---\na: [\n---\n<blink>a</blink> ![](a.png)\n';
    const messages = (isGuess: boolean) =>
      lint(text, { dialect: 'hedgedoc', isGuess })
        .map(({ message }) => message)
        .join();
    assert.match(messages(false), /HedgeDoc/);
    assert.doesNotMatch(messages(true), /HedgeDoc/);
  });

  it('what all tools that split at blank lines have in common is said', () => {
    assert.deepEqual(found(`[x](#nowhere)\n\n\n${tall}`, 'reveal-blank-lines'), [
      ['broken-anchor', 'slide-overflow'],
      [],
    ]);
  });
});

describe('A deck whose surroundings are known', () => {
  it('may have links to other parts of its page', () => {
    const page = { file: 'index.html', parts: ['a.md', 'deck.md'], styles: [] };
    const rule = 'broken-anchor';
    assert.deepEqual(lint('[x](#other)\n', { rule, dialect: { ...NAMED_SETUPS.reveal, page } }), []);
    assert.equal(lint('[x](#other)\n', { rule, dialect: 'reveal' }).length, 1);
  });

  it('is as tall as its own style sheets make it, so its height is not estimated', () => {
    const rule = 'slide-overflow';
    const text = `# A\n\n${'* Item\n'.repeat(60)}`;
    assert.deepEqual(lint(text, { rule, dialect: { ...NAMED_SETUPS.reveal, theme: './small.css' } }), []);
    assert.equal(lint(text, { rule, dialect: { ...NAMED_SETUPS.reveal, theme: 'moon' } }).length, 1);
  });

  it('has no frontmatter of which anything is known if its tool is not', () => {
    const text = '---\ntheme: 5\nrevealOption: 1\n---\n# A\n';
    for (const dialect of ['reveal', 'mkslides', 'vscode-reveal'] as const)
      assert.deepEqual(lint(text, { dialect }), []);
  });
});
