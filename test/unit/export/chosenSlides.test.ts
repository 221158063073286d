import assert from 'node:assert/strict';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { problemsOn } from '../../../src/export/chosenSlides';

describe('The problems of some slides', () => {
  const deck = parseDeck('---\ntype: slide\n---\n\n# One\n\n---\n\n# Two\n', { setup: 'hedgedoc' });
  const problems = [1, 4, 8].map((line) => ({ message: `line ${line}`, line, missing: null }));
  const linesOf = (indices: number[] | null) =>
    problemsOn(indices?.map((index) => deck.slides[index]!) ?? null, deck, problems).map(({ line }) => line);

  it('are those on them and in the frontmatter', () => {
    assert.deepEqual(linesOf([0]), [1, 4]);
    assert.deepEqual(linesOf([1]), [1, 8]);
  });

  it('are all of the deck if no slides are chosen', () => {
    assert.deepEqual(linesOf(null), [1, 4, 8]);
  });
});
