import assert from 'node:assert/strict';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { slidesNamed } from '../../../src/core/deck/slideRanges';

/** The slides 1, 2.1, 2.2, 2.3, 3, 4 and so on up to 12. */
const slides = [
  '# 1',
  '# 2\n\n----\n\n# 2.2\n\n----\n\n# 2.3',
  ...[3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((n) => `# ${n}`),
];
const DECK = `---\ntype: slide\n---\n\n${slides.join('\n\n---\n\n')}\n`;

describe('A list of slides', () => {
  const named = (list: string, text = DECK) => {
    const found = slidesNamed(list, parseDeck(text));
    return 'slides' in found ? found.slides.map(({ index }) => index) : found.unknown;
  };

  it('names slides by the numbers that they show', () => {
    assert.deepEqual(named('1'), [0]);
    assert.deepEqual(named('2.2'), [2]);
    assert.deepEqual(named('3'), [4]);
  });

  it('names all slides of a stack by its number', () => {
    assert.deepEqual(named('2'), [1, 2, 3]);
    assert.deepEqual(named('1-2'), [0, 1, 2, 3]);
    assert.deepEqual(named('2-3'), [1, 2, 3, 4]);
  });

  it('names ranges, open ones too, in the order of the deck and each slide once', () => {
    assert.deepEqual(named('2.3-4'), [3, 4, 5]);
    assert.deepEqual(named('11-'), [12, 13]);
    assert.deepEqual(named('-2.1'), [0, 1]);
    assert.deepEqual(named(' 4, 1 ,3 - 4'), [0, 4, 5]);
  });

  it('follows the numbers that the deck asks for', () => {
    const counted = DECK.replace('---\n\n', "slideOptions:\n  slideNumber: 'c'\n---\n\n");
    assert.deepEqual(named('2-4', counted), [1, 2, 3]);
    const slashed = DECK.replace('---\n\n', 'slideOptions:\n  slideNumber: h/v\n---\n\n');
    assert.deepEqual(named('2/2,2.3', slashed), [2, 3]);
  });

  it('is not understood where it names no slide: that part is told', () => {
    for (const part of ['13', '0', '7-3', '2.9', 'x', '', '-', '3-13', '1-2-3', '1 2'])
      assert.equal(named(`1,${part}`), part);
  });
});
