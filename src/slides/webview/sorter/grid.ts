import { numberAt } from '../../../core/deck/slideNumber';
import type { MovePlace, SlideId } from '../../messages';
import { type Box, type Screen, zoomOf } from '../screen';

/** A thumbnail. */
export interface Cell extends Box {
  readonly id: SlideId;
  /** As the slide shows it. */
  readonly number: string;
}

/** All thumbnails, column by column, in as many rows as needed. */
export interface Grid {
  readonly cells: readonly (readonly Cell[])[];
  /** Pixels of the page per pixel of the display. */
  readonly zoom: number;
  readonly height: number;
}

/** Where a slide should go: beside this one, in its stack or as a column of its own. */
export interface Drop {
  readonly target: SlideId;
  readonly where: MovePlace;
}

const GAP = 20;
const MIN_WIDTH = 140;
/** Thickness of the line that shows where a slide would go. */
const LINE = 4;

/** Each thumbnail is the whole screen. `numberFormat` is the option `slideNumber`. */
export function gridOf(
  columns: readonly (readonly SlideId[])[],
  screen: Screen,
  pageWidth: number,
  numberFormat: unknown,
): Grid {
  const perRow = Math.max(Math.floor((pageWidth - GAP) / (MIN_WIDTH + GAP)), 1);
  const width = Math.max((pageWidth - GAP) / perRow - GAP, 1);
  const zoom = zoomOf(screen, { width, height: Number.POSITIVE_INFINITY });
  const height = screen.display.height * zoom;
  const cells: Cell[][] = [];
  let top = GAP;
  let index = 0;
  for (let first = 0; first < columns.length; first += perRow) {
    const row = columns.slice(first, first + perRow);
    row.forEach((ids, column) => {
      const h = first + column;
      const stacked = ids.length > 1;
      cells.push(
        ids.map((id, v) => ({
          id,
          number: numberAt({ h, v, index: index++, stacked }, columns.length, numberFormat),
          x: GAP + column * (width + GAP),
          y: top + v * (height + GAP),
          width,
          height,
        })),
      );
    });
    top += Math.max(...row.map(({ length }) => length)) * (height + GAP);
  }
  return { cells, zoom, height: top };
}

export function cellOf(grid: Grid, id: SlideId): Cell | undefined {
  return grid.cells.flat().find((cell) => cell.id === id);
}

/** The slides that are at least partly between two heights. */
export function idsBetween(grid: Grid, top: number, bottom: number): SlideId[] {
  return grid.cells.flat().flatMap(({ id, y, height }) => (y + height > top && y < bottom ? [id] : []));
}

/**
 * Where a dropped slide goes: on a thumbnail's upper and lower quarter into its stack, otherwise to the side
 * as a column. Outside all thumbnails, the nearest counts.
 */
export function dropAt(grid: Grid, x: number, y: number): Drop {
  const nearest = grid.cells.flat().reduce((a, b) => (distance(a, x, y) <= distance(b, x, y) ? a : b));
  const down = (y - nearest.y) / nearest.height;
  if (down < 0.25) return { target: nearest.id, where: 'above' };
  if (down > 0.75) return { target: nearest.id, where: 'below' };
  return { target: nearest.id, where: x < nearest.x + nearest.width / 2 ? 'left' : 'right' };
}

/** Zero within a thumbnail. */
function distance({ x, y, width, height }: Box, atX: number, atY: number): number {
  return Math.hypot(Math.max(x - atX, 0, atX - x - width), Math.max(y - atY, 0, atY - y - height));
}

/** The line that shows it: along the whole column beside it, or else across the gap above or below. */
export function markOf(grid: Grid, { target, where }: Drop): Box {
  const column = grid.cells.find((cells) => cells.some(({ id }) => id === target))!;
  const cell = column.find(({ id }) => id === target)!;
  const { x: left, width } = cell;
  const middle = (GAP + LINE) / 2;
  if (where === 'above') return { x: left, y: cell.y - middle, width, height: LINE };
  if (where === 'below') return { x: left, y: cell.y + cell.height + middle - LINE, width, height: LINE };
  const last = column.at(-1)!;
  const x = where === 'left' ? left - middle : left + width + middle - LINE;
  return { x, y: column[0]!.y, width: LINE, height: last.y + last.height - column[0]!.y };
}
