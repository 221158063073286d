import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { RootOnDisk } from '../../../src/cli/deckFilesOnDisk';
import { DEFAULT_CONFIG } from '../../../src/core/config/config';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { lintDeck } from '../../../src/core/lint/lintDeck';
import { reported } from '../../../src/core/lint/report';
import { shared } from '../../vscode/paths';

const folder = join(shared, 'decks');

/** Mistakes that were fixed by hand after these decks were published, or never. */
const KNOWN = [
  'community-call/20230914.md:228 implausible-date',
  'community-call/20231026.md:64 empty-slide',
  'community-call/20240111.md:92 label-mismatch',
  'community-call/20240111.md:176 literal-emphasis',
  'community-call/20240215.md:9 invalid-background',
  'community-call/20240711.md:49 placeholder',
  'community-call/20240822.md:40 invalid-background',
  'community-call/20240822.md:256 empty-heading',
  'community-call/20240919.md:49 bare-relative-path',
  'community-call/20240919.md:54 bare-relative-path',
  'community-call/20241017.md:1 misplaced-frontmatter',
  'community-call/20241031.md:49 handle-mismatch',
  'exported/20240801.md:49 handle-mismatch',
  'exported/20241212.md:46 mojibake',
];

/** Each of these was checked: none is a false alarm. Pictures that were not kept are many, and are only counted. */
const ERRORS = {
  'broken-image': 23,
  'handle-mismatch': 2,
  'hedgedoc-image-not-archived': 13,
  'invalid-background': 2,
  'misplaced-frontmatter': 1,
  mojibake: 1,
};

describe('real decks', function () {
  this.timeout(60_000);
  before(function () {
    if (!existsSync(folder)) this.skip();
  });

  const findings = () => {
    const root = new RootOnDisk(folder);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.md'),
    );
    return files.flatMap((name) => {
      const file = join(folder, name);
      const text = readFileSync(file, 'utf8');
      const found = lintDeck(parseDeck(text), { config: DEFAULT_CONFIG, files: root.around(file) });
      return reported(relative(folder, file), text, found);
    });
  };

  it('have the known mistakes where they are', () => {
    const found = new Set(findings().map(({ file, line, rule }) => `${file}:${line} ${rule}`));
    assert.deepEqual(
      KNOWN.filter((known) => !found.has(known)),
      [],
    );
  });

  it('have no false errors', () => {
    const counts: Record<string, number> = {};
    for (const { severity, rule } of findings()) {
      if (severity === 'error') counts[rule] = (counts[rule] ?? 0) + 1;
    }
    assert.deepEqual(counts, ERRORS);
  });
});
