import assert from 'node:assert/strict';
import { DEFAULT_CONFIG } from '../../../src/core/config/config';
import { NAMED_SETUPS } from '../../../src/core/deck/namedSetups';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { lintDeck } from '../../../src/core/lint/lintDeck';
import { FilesInMemory } from './linting';

const page = { file: 'index.html', parts: ['./a.md', './b.md'], styles: [] };
const setup = { ...NAMED_SETUPS.reveal, page };
const found = (text: string) =>
  lintDeck(parseDeck(text, { setup }), {
    config: DEFAULT_CONFIG,
    files: new FilesInMemory('parts/a.md', { 'parts/a.md': text, 'images/a.png': '' }),
  }).filter(({ rule }) => /^broken-/.test(rule));

describe('A part of a page', () => {
  it("names files from the page's folder", () => {
    assert.deepEqual(
      found('![a](images/a.png) ![b](gone/a.png)').map(({ rule, span }) => [rule, span.start]),
      [['broken-image', 24]],
    );
  });

  it('is on a server, which has nothing above its root', () => {
    assert.deepEqual(found('![a](../images/a.png)'), []);
  });

  it('may link to slides of other parts', () => {
    assert.deepEqual(found('[next](#/7) [other](#elsewhere)'), []);
  });
});
