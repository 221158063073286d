import assert from 'node:assert/strict';
import { DEFAULT_CONFIG } from '../../../src/core/config/config';
import { usualSetup } from '../../../src/core/config/neighbors';
import { recognizeFile } from '../../../src/core/config/recognizeFile';
import { NAMED_SETUPS, nameOf } from '../../../src/core/deck/namedSetups';
import type { Setup } from '../../../src/core/deck/setup';

const HEDGEDOC = '---\ntype: slide\n---\n\n# A\n';
const REVEAL_MD = '---\nrevealOptions: {}\n---\n\n# A\n';
const GUESSED = '# A\n\n---\n\n# B\n\n----\n\n# C\n';
const RULES = '# A\n\n---\n\n# B\n\n---\n\n# C\n';
const ARTICLE = '# A\n\nText\n\n---\n\nMore text\n\n---\n\nAnd more\n';

function recognized(text: string, neighbor: Setup | null, fileName = 'b.md'): string | null {
  const facts = { config: DEFAULT_CONFIG, path: undefined, fileName, neighbors: () => neighbor };
  const { isDeck, isGuess, setup } = recognizeFile(text, facts);
  return isDeck ? `${nameOf(setup)}${isGuess ? '?' : ''}` : null;
}

describe('The decks of a folder', () => {
  it('say how most of them are read, first those that are certain', () => {
    assert.equal(usualSetup([HEDGEDOC, HEDGEDOC, REVEAL_MD]), NAMED_SETUPS.hedgedoc);
    assert.equal(usualSetup([GUESSED, GUESSED, HEDGEDOC]), NAMED_SETUPS.hedgedoc);
    assert.equal(usualSetup([GUESSED, ARTICLE]), NAMED_SETUPS['reveal-md']);
    assert.equal(usualSetup([ARTICLE, '# A\n']), null);
  });

  it('show that a text with nothing but separators and titles is one of them', () => {
    assert.equal(recognized(RULES, NAMED_SETUPS['reveal-md']), 'reveal-md?');
    assert.equal(recognized(RULES, null), null);
  });

  it('show which tool is meant where the separators are those of two', () => {
    assert.equal(recognized(GUESSED, NAMED_SETUPS.hedgedoc), 'hedgedoc?');
    assert.equal(recognized(GUESSED, null), 'reveal-md?');
  });

  it('say nothing of articles, of files about the folder, and of what is certain', () => {
    assert.equal(recognized(ARTICLE, NAMED_SETUPS['reveal-md']), null);
    assert.equal(recognized(RULES, NAMED_SETUPS['reveal-md'], 'README.md'), null);
    assert.equal(recognized(HEDGEDOC, NAMED_SETUPS['reveal-md']), 'hedgedoc');
  });
});
