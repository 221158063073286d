import assert from 'node:assert/strict';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import {
  type Destination,
  type Direction,
  findAgain,
  type MoveStep,
  placeAfterStep,
  placeTowards,
} from '../../../src/core/edit/editDeck';

describe('A step of slides', () => {
  // Slide 0, a stack of 1, 2 and 3, slide 4.
  const deck = parseDeck('0\n\n---\n\n1\n\n----\n\n2\n\n----\n\n3\n\n---\n\n4\n');
  const cases: [step: MoveStep, slides: number[], place: Destination | null, what: string][] = [
    ['up', [4], { column: 1 }, 'takes a column over the one before'],
    ['up', [1, 2, 3], { column: 0 }, 'takes a stack over the column before'],
    ['up', [0], null, 'goes no further than the first column'],
    ['up', [3], { before: 2 }, 'stays within the stack'],
    ['up', [1], { column: 1 }, 'leads a stack’s first slide out of it'],
    ['down', [0], { column: 2 }, 'takes a column behind the next'],
    ['down', [4], null, 'goes no further than the last column'],
    ['down', [1, 2], { after: 3 }, 'moves slides of a stack together'],
    ['down', [3], { column: 2 }, 'leads a stack’s last slide out of it'],
    ['intoStack', [4], { after: 3 }, 'leads into the stack before'],
    ['intoStack', [1, 2, 3], { after: 0 }, 'makes a stack with the column before'],
    ['intoStack', [0], null, 'needs a column before'],
    ['intoStack', [2], null, 'does not exist within a stack'],
    ['outOfStack', [2], { column: 2 }, 'leads past the stack'],
    ['outOfStack', [4], null, 'needs a stack to lead out of'],
  ];
  for (const [step, slides, place, what] of cases) {
    it(`${step} ${what}`, () => {
      assert.deepEqual(placeAfterStep(deck, slides, step), place);
    });
  }
});

describe('A direction for a slide', () => {
  // Slide 0, a stack of 1 and 2, slides 3 and 4.
  const deck = parseDeck('0\n\n---\n\n1\n\n----\n\n2\n\n---\n\n3\n\n---\n\n4\n');
  const cases: [direction: Direction, slide: number, place: Destination | null, what: string][] = [
    ['left', 3, { column: 1 }, 'leads past the column before'],
    ['left', 0, null, 'needs a column before'],
    ['left', 2, { column: 1 }, 'leads out of a stack'],
    ['right', 3, { column: 4 }, 'leads past the next column'],
    ['right', 4, null, 'needs a next column'],
    ['right', 2, { column: 2 }, 'leads out of a stack'],
    ['up', 3, { after: 2 }, 'leads into the stack before'],
    ['up', 2, { before: 1 }, 'stays within the stack'],
    ['up', 1, null, 'leads no further from the top of a stack'],
    ['up', 0, null, 'needs a column before'],
    ['down', 0, { before: 1 }, 'leads into the next stack'],
    ['down', 1, { after: 2 }, 'stays within the stack'],
    ['down', 2, null, 'leads no further from the end of a stack'],
    ['down', 4, null, 'needs a next column'],
  ];
  for (const [direction, slide, place, what] of cases) {
    it(`${direction} ${what}`, () => {
      assert.deepEqual(placeTowards(deck, deck.slides[slide]!, direction), place);
    });
  }
});

describe('A slide of an earlier deck', () => {
  const before = parseDeck('a\n\n---\n\nb\n\n---\n\nb\n');

  it('is found where it has moved', () => {
    const after = parseDeck('new\n\n---\n\na\n\n---\n\nb\n\n---\n\nb\n', {}, before);
    assert.equal(findAgain(after, before.slides[0]!), after.slides[1]);
  });

  it('is the one at its place if two are identical', () => {
    assert.equal(findAgain(before, before.slides[2]!), before.slides[2]);
  });

  it('is not found if it is unclear which of two it is', () => {
    const after = parseDeck('a\n\n---\n\nnew\n\n---\n\nb\n\n---\n\nb\n', {}, before);
    assert.equal(findAgain(after, { ...before.slides[2]!, index: 1 }), undefined);
  });

  it('is not found if its text is gone', () => {
    assert.equal(findAgain(parseDeck('other'), before.slides[0]!), undefined);
  });
});
