import assert from 'node:assert/strict';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { cursorTarget, slideAt, slideAtIndices } from '../../../src/core/deck/slideAt';

const text = '---\ntype: slide\n---\n\n# A\n\n---\n\n\n# B\n\n----\n\n---\n\n# C';
const deck = parseDeck(text);
const at = (offset: number) => {
  const { h, v } = slideAt(deck, offset);
  return `${h}.${v}`;
};

describe('The slide at an offset', () => {
  it('is the first one in the frontmatter', () => {
    assert.equal(at(0), '0.0');
    assert.equal(at(text.indexOf('type')), '0.0');
  });

  it('is the one above on the empty line before a separator, the one below on the dashes', () => {
    const dashes = text.indexOf('\n---\n\n\n') + 1;
    assert.equal(at(dashes - 1), '0.0');
    assert.equal(at(dashes), '1.0');
    assert.equal(at(dashes + 3), '1.0');
  });

  it('is found in stacks and in empty slides', () => {
    assert.equal(at(text.indexOf('# B')), '1.0');
    assert.equal(at(text.indexOf('\n----') + 6), '1.1');
    assert.equal(at(text.length), '2.0');
  });
});

describe('The cursor goes', () => {
  it('to the first line with text', () => {
    assert.equal(cursorTarget(slideAtIndices(deck, 1, 0)!), text.indexOf('# B'));
    assert.equal(cursorTarget(slideAtIndices(deck, 0, 0)!), text.indexOf('# A'));
  });

  it('behind the separator of an empty slide, which is still that slide', () => {
    const empty = slideAtIndices(deck, 1, 1)!;
    assert.equal(slideAt(deck, cursorTarget(empty)), empty);
  });
});
