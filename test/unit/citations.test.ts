import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn, root } from '../vscode/paths';

const PAGE = 'docs/hedgedoc.md';

/** `docs/hedgedoc.md, 5.2` or `docs/hedgedoc.md, Q4 and 6`. */
const CITATION = /docs\/hedgedoc\.md, ((?:Q?\d+(?:\.\d+)?(?:, | and )?)+)/g;
/** A number that does not say which document it is in. */
const UNNAMED = /\bsections? [A-Z]?\d|\bquirk Q?\d|\(Q\d+\)/i;

interface File {
  readonly path: string;
  readonly text: string;
}

const files = ['src', 'test'].flatMap(sourcesIn);

function sourcesIn(folder: string): File[] {
  return filesIn(folder, '.ts')
    .filter((path) => !/\/node_modules\/|\/citations\.test\.ts$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** The numbers that the page's headings begin with. */
function numbersOfPage(): Set<string> {
  const headings = readFileSync(join(root, PAGE), 'utf8').matchAll(/^#{2,3} (Q?\d+(?:\.\d+)?)\.? /gm);
  return new Set([...headings].map(([, number = '']) => number));
}

describe('Comments that cite what HedgeDoc does', () => {
  it('find each number as a heading of docs/hedgedoc.md', () => {
    const known = numbersOfPage();
    const cited = files.flatMap(({ path, text }) =>
      [...text.matchAll(CITATION)].flatMap(([, list = '']) =>
        [...list.matchAll(/Q?\d+(?:\.\d+)?/g)].map(([number]) => ({ path, number })),
      ),
    );
    assert.ok(cited.length > 20);
    assert.deepEqual(
      cited.filter(({ number }) => !known.has(number)),
      [],
    );
  });

  it('say where the number is found', () => {
    const unnamed = files.flatMap(({ path, text }) =>
      text.split('\n').flatMap((line) => (UNNAMED.test(line) ? [`${path}: ${line.trim()}`] : [])),
    );
    assert.deepEqual(unnamed, []);
  });
});
