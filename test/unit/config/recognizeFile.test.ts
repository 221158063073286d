import assert from 'node:assert/strict';
import { DEFAULT_CONFIG, type DeckChoice } from '../../../src/core/config/config';
import { recognizeFile } from '../../../src/core/config/recognizeFile';
import { nameOf } from '../../../src/core/deck/namedSetups';

const HEDGEDOC = '---\ntype: slide\n---\n# A\n';

function recognized(text: string, configured?: DeckChoice, choice?: DeckChoice) {
  const decks: Record<string, DeckChoice> = configured ? { 'talks/*.md': configured } : {};
  const config = { ...DEFAULT_CONFIG, decks };
  const { isDeck, setup, decidedBy } = recognizeFile(text, { config, path: 'talks/a.md', choice });
  return [isDeck ? nameOf(setup) : null, decidedBy];
}

describe('What a file is', () => {
  it('is what its text shows, unless something says otherwise', () => {
    assert.deepEqual(recognized(HEDGEDOC), ['hedgedoc', 'text']);
    assert.deepEqual(recognized('# A\n'), [null, 'text']);
  });

  it('is what the configuration says', () => {
    assert.deepEqual(recognized(HEDGEDOC, 'reveal-md'), ['reveal-md', 'configuration']);
    assert.deepEqual(recognized(HEDGEDOC, 'none'), [null, 'configuration']);
    assert.deepEqual(recognized('# A\n', 'auto'), ['hedgedoc', 'configuration']);
  });

  it('is above all what the user chose', () => {
    assert.deepEqual(recognized(HEDGEDOC, 'none', 'reveal-blank-lines'), ['reveal-blank-lines', 'user']);
    assert.deepEqual(recognized(HEDGEDOC, 'reveal-md', 'none'), [null, 'user']);
  });

  it('is not decided by globs if there is no configuration', () => {
    const config = { ...DEFAULT_CONFIG, decks: { '**': 'none' as const } };
    assert.equal(recognizeFile(HEDGEDOC, { config, path: undefined }).decidedBy, 'text');
  });
});
