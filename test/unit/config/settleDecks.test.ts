import assert from 'node:assert/strict';
import { deckEntry } from '../../../src/core/config/config';
import { readConfig } from '../../../src/core/config/readConfig';
import {
  type FolderFile,
  type Settlement,
  settleDecks,
  settlementsOf,
} from '../../../src/core/config/settleDecks';
import { NAMED_SETUPS } from '../../../src/core/deck/namedSetups';
import { applyEdits } from '../../../src/core/text/textEdits';

const REVEAL: Settlement = { glob: 'talks/*.md', dialect: 'reveal', separators: {} };
const NONE: Settlement = { glob: 'talks/README.md', dialect: 'none', separators: {} };

function settled(text: string, ...settlements: Settlement[]): string | null {
  const edits = settleDecks(text, settlements);
  if (!edits) return null;
  const after = applyEdits(text, edits);
  assert.deepEqual(readConfig(after).problems, []);
  return after;
}

describe('What is settled for the decks of a folder', () => {
  it('makes a configuration where there is none', () => {
    const entry = '    { "files": "talks/*.md", "dialect": "reveal" }';
    assert.equal(settled('', REVEAL), `{\n  "decks": [\n${entry}\n  ]\n}\n`);
  });

  it('is added to a list, after all others, and keeps comments, indentation and line ends', () => {
    const text =
      '{\r\n\t// ours\r\n\t"decks": [\r\n\t\t{ "files": "**", "dialect": "auto" } // all\r\n\t],\r\n\t"ignore": [] /* none */\r\n}\r\n';
    const after = settled(text, REVEAL, NONE)!;
    const { decks } = readConfig(after).config;
    assert.deepEqual(
      decks.map(({ files }) => files),
      [['**'], ['talks/*.md'], ['talks/README.md']],
    );
    for (const kept of ['\t// ours\r\n', '{ "files": "**", "dialect": "auto" }', '// all', '/* none */'])
      assert.ok(after.includes(kept), kept);
    assert.ok(!/(?<!\r)\n/.test(after));
    assert.ok(
      after.includes('}, // all\r\n\t\t{ "files": "talks/*.md", "dialect": "reveal" },\r\n\t\t{ "files"'),
    );
  });

  it('is added to a map, after all others', () => {
    const text = '{"decks": {"talks/*.md": "hedgedoc", "**": "auto"}}';
    const after = settled(text, { ...REVEAL, separators: { separator: '<!--s-->' } }, NONE)!;
    assert.deepEqual(readConfig(after).config.decks, [
      { files: ['**'], dialect: 'auto' },
      { files: ['talks/*.md'], dialect: 'reveal', separator: '<!--s-->' },
      { files: ['talks/README.md'], dialect: 'none' },
    ]);
  });

  it('replaces what was settled last for the same folder, and keeps the rest of the entry', () => {
    const text = '{ "decks": [{ "files": "talks/*.md", "dialect": "reveal-md", "theme": "moon" }] }';
    const { decks } = readConfig(settled(text, REVEAL)!).config;
    assert.deepEqual(decks, [{ files: ['talks/*.md'], dialect: 'reveal', theme: 'moon' }]);
  });

  it('is added to a configuration without decks', () => {
    const entry = '{ "files": "talks/*.md", "dialect": "reveal" }';
    assert.equal(
      settled('{ "ignore": ["x"] }', REVEAL),
      `{ "ignore": ["x"], "decks": [\n    ${entry}\n  ] }`,
    );
    assert.equal(
      settled('{\n    "ignore": ["x"], // why\n}\n', REVEAL),
      `{\n    "ignore": ["x"], // why\n    "decks": [\n        ${entry}\n    ]\n}\n`,
    );
  });

  it('does not touch a file that is not valid JSON', () => {
    assert.equal(settled('{ "decks": [', REVEAL), null);
    assert.equal(settled('[]', REVEAL), null);
  });
});

describe('The decks of a folder', () => {
  const guess = { isDeck: true, isGuess: true, setup: NAMED_SETUPS['reveal-md'] };
  const certain = { isDeck: true, isGuess: false, setup: NAMED_SETUPS.hedgedoc };
  const prose = { isDeck: false, isGuess: true, setup: NAMED_SETUPS.hedgedoc };
  const settled = { dialect: 'reveal' as const, separators: {} };

  /** What each file then is, by name. */
  function settledFiles(folder: string, files: readonly FolderFile[]) {
    const { config } = readConfig(applyEdits('', settleDecks('', settlementsOf(folder, files, settled))!));
    const prefix = folder === '' ? '' : `${folder}/`;
    const dialects = files.map(({ name }) => deckEntry(config, prefix + name)?.dialect);
    return [dialects, deckEntry(config, `${prefix}new.md`)?.dialect, config.decks.length];
  }

  it('are settled with those to come; other files and decks that name their tool stay what they are', () => {
    const files = [
      { name: 'a.md', found: guess },
      { name: '[b] {c} *.md', found: guess },
      { name: 'README.md', found: prose },
      { name: 'call.md', found: certain },
    ];
    for (const folder of ['', 'talks', 'ta[l]ks/{2026}']) {
      assert.deepEqual(settledFiles(folder, files), [['reveal', 'reveal', 'none', 'auto'], 'reveal', 3]);
    }
  });

  it('are settled one by one among many other files', () => {
    const files = [
      { name: 'a.md', found: guess },
      { name: 'b.md', found: prose },
      { name: 'c.md', found: prose },
    ];
    assert.deepEqual(settledFiles('talks', files), [['reveal', undefined, undefined], undefined, 1]);
  });
});
