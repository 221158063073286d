import assert from 'node:assert/strict';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { SlideIds } from '../../../src/core/deck/slideIds';

/** Numbers of the slides of each of these texts in turn, where each edit follows the previous one. */
function follow(...texts: string[]): (readonly number[])[] {
  const ids = new SlideIds();
  let deck = parseDeck('');
  return texts.map((text) => {
    deck = parseDeck(
      text.replace(/[^|]+/g, '\n$&\n').replaceAll('|', '\n---\n'),
      { setup: 'hedgedoc' },
      deck,
    );
    return ids.update(deck.slides);
  });
}

describe('A slide keeps its number', () => {
  it('while it is typed in', () => {
    assert.deepEqual(follow('a|b|c', 'a|bx|c').at(-1), [0, 1, 2]);
  });

  it('when slides are inserted or removed before it', () => {
    assert.deepEqual(follow('a|b|c', 'a|new|b|c').at(-1), [0, 3, 1, 2]);
    assert.deepEqual(follow('a|b|c', 'b|c').at(-1), [1, 2]);
  });

  it('when it is moved', () => {
    assert.deepEqual(follow('a|b|c|d', 'a|c|b|d').at(-1), [0, 2, 1, 3]);
  });

  it('when it becomes the first, after the frontmatter', () => {
    const ids = new SlideIds();
    const before = parseDeck('---\ntype: slide\n---\n\na\n\n---\n\nb\n');
    ids.update(before.slides);
    const after = parseDeck('---\ntype: slide\n---\n\nb\n\n---\n\na\n', {}, before);
    assert.deepEqual(ids.update(after.slides), [1, 0]);
  });

  it('as the first part when it is split', () => {
    assert.deepEqual(follow('a|b c|d', 'a|b|c|d').at(-1), [0, 1, 3, 2]);
  });

  it('even if another has the same text', () => {
    assert.deepEqual(follow('a|a|a', 'a|ax|a').at(-1), [0, 1, 2]);
    const [before, after] = follow('a|a', 'a|a|a');
    assert.equal(new Set(after).size, 3);
    assert.ok(before!.every((id) => after!.includes(id)));
  });
});

describe('Another deck', () => {
  it('shares no number with the previous one', () => {
    const ids = new SlideIds();
    const first = ids.update(parseDeck('a').slides);
    ids.clear();
    assert.notEqual(ids.update(parseDeck('a').slides)[0], first[0]);
  });
});
