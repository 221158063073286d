import assert from 'node:assert/strict';
import { type Config, DEFAULT_CONFIG } from '../../../src/core/config/config';
import { parseDeck } from '../../../src/core/deck/parseDeck';
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
