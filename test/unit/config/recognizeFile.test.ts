import assert from 'node:assert/strict';
import { DEFAULT_CONFIG, type DeckChoice } from '../../../src/core/config/config';
import { type FileFacts, recognizeFile } from '../../../src/core/config/recognizeFile';
import { NAMED_SETUPS, nameOf } from '../../../src/core/deck/namedSetups';

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

describe('What the files around a deck set up', () => {
  const setup = {
    ...NAMED_SETUPS['reveal-md'],
    source: 'reveal-md.json',
    separators: { separator: '^===$' },
  };
  const around = (text: string, facts: Partial<FileFacts> = {}) => {
    const {
      isDeck,
      setup: read,
      isGuess,
      decidedBy,
    } = recognizeFile(text, {
      config: DEFAULT_CONFIG,
      path: undefined,
      setup: () => setup,
      ...facts,
    });
    return [isDeck, read.source, isGuess, decidedBy];
  };

  it('makes a deck of a text that its separators split', () => {
    assert.deepEqual(around('# A\n===\n# B\n'), [true, 'reveal-md.json', false, 'surroundings']);
    assert.deepEqual(around('# A\n\n---\n\n# B\n')[0], false);
  });

  it('makes a deck of any file that it names', () => {
    assert.equal(around('# A\n', { setup: () => ({ ...setup, namesDeck: true }) })[0], true);
  });

  it('makes no deck of a readme with horizontal rules', () => {
    assert.equal(around('# A\n===\n# B\n', { fileName: 'README.md' })[0], false);
  });

  it("does not count where the frontmatter is HedgeDoc's or Marp's", () => {
    assert.deepEqual(around(HEDGEDOC), [true, '', false, 'text']);
    assert.equal(around('---\nmarp: true\n---\n# A\n===\n# B\n')[0], false);
  });

  it('completes what the configuration says of the same tool', () => {
    const config = { ...DEFAULT_CONFIG, decks: { '**': 'reveal-md' as const } };
    assert.deepEqual(around('# A\n', { config, path: 'a.md' }), [
      true,
      'reveal-md.json',
      false,
      'configuration',
    ]);
  });
});
