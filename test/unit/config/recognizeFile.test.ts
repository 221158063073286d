import assert from 'node:assert/strict';
import { DEFAULT_CONFIG, type DeckChoice } from '../../../src/core/config/config';
import { readConfig } from '../../../src/core/config/readConfig';
import { type FileFacts, recognizeFile } from '../../../src/core/config/recognizeFile';
import { BLANK_LINES, NAMED_SETUPS, nameOf } from '../../../src/core/deck/namedSetups';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import type { Setup } from '../../../src/core/deck/setup';

const HEDGEDOC = '---\ntype: slide\n---\n# A\n';

function recognized(text: string, configured?: DeckChoice, choice?: DeckChoice) {
  const decks = configured ? [{ files: ['talks/*.md'], dialect: configured }] : [];
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
    const config = { ...DEFAULT_CONFIG, decks: [{ files: ['**'], dialect: 'none' as const }] };
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
    const config = { ...DEFAULT_CONFIG, decks: [{ files: ['**'], dialect: 'reveal-md' as const }] };
    assert.deepEqual(around('# A\n', { config, path: 'a.md' }), [
      true,
      'reveal-md.json',
      false,
      'configuration',
    ]);
  });
});

/** A deck without frontmatter that is split by its configuration or not at all. */
const TALK = '# A\n\n***\n\n# B\n';

/** What a configuration makes of `talks/2026/a.md`. */
function configured(decks: unknown, { text = TALK, setup }: { text?: string; setup?: Setup } = {}) {
  const { config, problems } = readConfig(JSON.stringify({ decks }));
  assert.deepEqual(problems, []);
  return (path = 'talks/2026/a.md') => recognizeFile(text, { config, path, setup: () => setup });
}

describe('An entry of the configuration', () => {
  const entry = {
    files: 'talks/**',
    dialect: 'reveal',
    separator: '^\\*\\*\\*$',
    theme: 'styles/ours.css',
    highlightTheme: 'monokai',
    css: ['./a.css', 'https://example.org/b.css'],
    width: 1280,
    options: { transition: 'fade' },
  };

  it('says how a deck is split and shown, with paths from the folder of the deck', () => {
    const { isDeck, isGuess, setup, decidedBy } = configured([entry])();
    assert.deepEqual([isDeck, isGuess, decidedBy], [true, false, 'configuration']);
    assert.equal(parseDeck(TALK, { setup }).slides.length, 2);
    const { tool, source, theme, highlightTheme, css, options } = setup;
    assert.deepEqual(
      [tool, source, theme, highlightTheme],
      ['reveal', '.deckwright.json', '../../styles/ours.css', 'monokai'],
    );
    assert.deepEqual(css, ['../../a.css', 'https://example.org/b.css']);
    assert.deepEqual({ ...options }, { width: 1280, transition: 'fade' });
  });

  it('may also be the value of a glob', () => {
    const { files, ...rest } = entry;
    assert.deepEqual(configured({ [files]: rest })().setup, configured([entry])().setup);
  });

  it('is the last one that matches', () => {
    const found = configured([entry, { files: ['x.md', 'talks/*/a.md'], dialect: 'mkslides' }]);
    assert.equal(found().setup.tool, 'mkslides');
    assert.equal(found('talks/b.md').setup.tool, 'reveal');
  });

  it('leaves what it does not say to the files around the deck, if they are of the same tool', () => {
    const setup: Setup = {
      ...NAMED_SETUPS.reveal,
      source: 'index.html',
      theme: 'moon',
      math: true,
      options: { height: 700 },
    };
    const found = configured([{ files: '**', dialect: 'reveal', width: 900 }], { setup })().setup;
    assert.deepEqual(
      [found.theme, found.math, { ...found.options }],
      ['moon', true, { height: 700, width: 900 }],
    );
    assert.equal(
      configured([{ files: '**', dialect: 'reveal-md', width: 900 }], { setup })().setup.theme,
      undefined,
    );
    const blank = configured({ '**': 'reveal-blank-lines' }, { setup })().setup;
    assert.deepEqual([blank.theme, blank.separators], ['moon', BLANK_LINES]);
  });

  it('without a dialect leaves HedgeDoc decks to their frontmatter, and others to what they show', () => {
    const found = (text: string) => configured([{ ...entry, dialect: undefined }], { text })();
    assert.deepEqual([found(HEDGEDOC).setup, found(HEDGEDOC).isGuess], [NAMED_SETUPS.hedgedoc, false]);
    assert.deepEqual([found(TALK).setup.tool, found(TALK).isGuess], ['reveal', true]);
    const revealMd = found('---\nrevealOptions: {}\n---\n# A\n').setup;
    assert.deepEqual([revealMd.tool, revealMd.theme], ['reveal-md', '../../styles/ours.css']);
  });

  it('makes the same set-up each time, so that decks are not parsed anew', () => {
    const found = configured([entry]);
    assert.equal(found().setup, found('talks/2025/b.md').setup);
    assert.notEqual(found().setup, found('talks/a.md').setup);
  });

  it('does not bring patterns of its own into Restricted Mode', () => {
    const { setup } = configured([entry])();
    assert.equal(parseDeck(TALK, { setup, allowCustomSeparators: false }).slides.length, 1);
  });
});
