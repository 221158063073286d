import assert from 'node:assert/strict';
import { screenOf } from '../../../src/slides/webview/screen';
import { dropAt, gridOf, idsBetween, markOf } from '../../../src/slides/webview/sorter/grid';

/** Slides 1, 2 with 3 below, 4, and 5 in the next row. */
const COLUMNS = [[1], [2, 3], [4], [5]];
const screen = screenOf('4:3', {}, { width: 500, height: 500 });
const grid = gridOf(COLUMNS, screen, 500, true);
const cell = (id: number) => grid.cells.flat().find((each) => each.id === id)!;
const drop = (id: number, right: number, down: number) => {
  const { x, y, width, height } = cell(id);
  return dropAt(grid, x + right * width, y + down * height);
};

describe('Thumbnails in the slide sorter', () => {
  it('fill the width, and a row is as tall as its tallest stack', () => {
    assert.deepEqual(
      [1, 2, 4].map((id) => cell(id).x),
      [20, 180, 340],
    );
    assert.equal(cell(5).x, 20);
    assert.equal(cell(3).y, cell(2).y + cell(2).height + 20);
    assert.equal(cell(5).y, cell(3).y + cell(3).height + 20);
    assert.equal(grid.height, cell(5).y + cell(5).height + 20);
    assert.equal(cell(1).width / cell(1).height, 4 / 3);
    assert.equal(grid.zoom, cell(1).width / screen.display.width);
  });

  it('have the numbers that slides show', () => {
    assert.deepEqual(
      grid.cells.flat().map(({ number }) => number),
      ['1', '2.1', '2.2', '3', '4'],
    );
  });

  it('are found by the part of the page that is in view', () => {
    assert.deepEqual(idsBetween(grid, 0, cell(3).y), [1, 2, 4]);
    assert.deepEqual(idsBetween(grid, cell(5).y, cell(5).y + 10), [5]);
  });

  it('accept a slide into their stack above and below, and beside them as a column', () => {
    assert.deepEqual(drop(1, 0.5, 0.1), { target: 1, where: 'above' });
    assert.deepEqual(drop(1, 0.5, 0.9), { target: 1, where: 'below' });
    assert.deepEqual(drop(1, 0.2, 0.5), { target: 1, where: 'left' });
    assert.deepEqual(drop(1, 0.8, 0.5), { target: 1, where: 'right' });
  });

  it('accept what is dropped beside them', () => {
    assert.deepEqual(dropAt(grid, 1000, cell(4).y + cell(4).height / 2), { target: 4, where: 'right' });
    assert.deepEqual(dropAt(grid, cell(5).x + 5, 10_000), { target: 5, where: 'below' });
  });

  it('show where a slide would go: in the gap, along the whole stack', () => {
    const beside = markOf(grid, { target: 3, where: 'left' });
    assert.ok(beside.x > cell(1).x + cell(1).width && beside.x + beside.width < cell(2).x);
    assert.equal(beside.y, cell(2).y);
    assert.equal(beside.y + beside.height, cell(3).y + cell(3).height);
    const between = markOf(grid, { target: 2, where: 'below' });
    assert.deepEqual(between, markOf(grid, { target: 3, where: 'above' }));
  });
});
