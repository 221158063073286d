import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameOf } from '../../../src/core/deck/namedSetups';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { shared } from '../../vscode/paths';

/** HedgeDoc's own result for a deck. */
interface Reference {
  readonly slides: readonly { readonly h: number; readonly v: number | null }[];
}

describe('Decks that people shared', () => {
  const read = (path: string) => readFileSync(join(shared, path), 'utf8');

  it('have the slides HedgeDoc makes of them', function () {
    if (!existsSync(join(shared, 'fidelity'))) this.skip();
    for (const [sources, references] of [
      ['decks/community-call', 'fidelity/reference'],
      ['fidelity/probes', 'fidelity/probes/reference'],
    ] as const) {
      for (const file of readdirSync(join(shared, references))) {
        const { slides } = JSON.parse(read(`${references}/${file}`)) as Reference;
        const deck = parseDeck(read(`${sources}/${file.replace(/json$/, 'md')}`), { setup: 'hedgedoc' });
        assert.deepEqual(
          deck.slides.map(({ h, v, stacked }) => [h, stacked ? v : null]),
          slides.map(({ h, v }) => [h, v]),
          file,
        );
      }
    }
  });

  it('split by blank lines have 38 slides, 14 of them with notes', function () {
    const talk = 'decks/talks/collaboration-over-competition.md';
    if (!existsSync(join(shared, talk))) this.skip();
    const { slides, setup } = parseDeck(read(talk));
    assert.equal(nameOf(setup), 'reveal-blank-lines');
    assert.equal(slides.length, 38);
    assert.equal(slides.filter(({ content }) => content.notes).length, 14);
  });
});
