import assert from 'node:assert/strict';
import { parseDeck } from '../../../src/core/deck/parseDeck';
import { pictureFiles } from '../../../src/export/pictureFiles';
import type { SlidePicture } from '../../../src/export/slidePictures';

/** The names of pictures of slides, given the number of each slide, from 0, and of its part. */
function names(slides: number, ...pictures: [slide: number, part: number][]): string[] {
  const deck = parseDeck(Array(slides).fill('# A').join('\n\n---\n\n'), { setup: 'hedgedoc' });
  const size = { width: 1, height: 1 };
  const taken = pictures.map(([index, part], number): SlidePicture => {
    const slide = deck.slides[index]!;
    return { slide, part, number, place: '', text: '', links: [], png: new Uint8Array() };
  });
  const { files } = pictureFiles({ size, perPixel: 1, pictures: taken, problems: [] }, deck, 'deck');
  return files.map(({ name }) => name);
}

describe('The files of pictures', () => {
  it('are named by the numbers of the slides in the deck, so that they sort', () => {
    assert.deepEqual(names(3, [0, 0], [2, 0]), ['deck-01.png', 'deck-03.png']);
    assert.deepEqual(names(120, [8, 0], [119, 0]), ['deck-009.png', 'deck-120.png']);
  });

  it('are named also by the parts of slides in which several are written', () => {
    const parts = names(2, [0, 0], [0, 1], [1, 0]);
    assert.deepEqual(parts, ['deck-01-1.png', 'deck-01-2.png', 'deck-02.png']);
    assert.deepEqual(parts.toSorted(), parts);
  });
});
