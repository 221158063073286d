import type { Note, Sequence, SequenceEvent, Signal } from './parse';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Returns the size of a text as it will be drawn. */
export type Measure = (text: string) => Size;

export interface Box extends Size {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export interface Arrow {
  readonly signal: Signal;
  readonly fromX: number;
  readonly toX: number;
  readonly y: number;
  /** The position of the text: its middle above the line, or its left end beside a signal to oneself. */
  readonly text: { readonly x: number; readonly y: number; readonly anchor: 'middle' | 'start' };
}

export interface Layout extends Size {
  readonly title: Box | null;
  readonly actors: readonly { readonly x: number; readonly top: Box; readonly bottom: Box }[];
  readonly arrows: readonly Arrow[];
  readonly notes: readonly Box[];
}

const MARGIN = 10;
const PADDING = 10;
const TEXT_PADDING = 5;
/** How far a note over several actors extends beyond them. */
const OVERLAP = 15;
/** How far a signal to oneself extends outward, and down. */
export const LOOP = 20;

export function layOut(sequence: Sequence, measure: Measure): Layout {
  const boxes = sequence.actors.map((name) => padded(measure(name), PADDING));
  const sizes = sequence.events.map(({ text }) => padded(measure(text), TEXT_PADDING));
  const centers = placeActors(sequence, boxes, sizes);
  const left = MARGIN - Math.min(...extents(sequence, boxes, sizes, centers).map(([from]) => from));
  const xs = centers.map((x) => x + left);
  const right = Math.max(...extents(sequence, boxes, sizes, xs).map(([, to]) => to));

  const titleSize = sequence.title ? padded(measure(sequence.title), TEXT_PADDING) : null;
  const title = titleSize && { x: MARGIN, y: MARGIN, text: sequence.title, ...titleSize };
  const top = title ? title.y + title.height + MARGIN : MARGIN;
  const boxHeight = Math.max(...boxes.map(({ height }) => height));

  let y = top + boxHeight + MARGIN;
  const arrows: Arrow[] = [];
  const notes: Box[] = [];
  sequence.events.forEach((event, index) => {
    const size = sizes[index]!;
    if (event.type === 'note')
      notes.push({ ...noteSpan(event, size, xs), y, height: size.height, text: event.text });
    else arrows.push(arrowOf(event, size, xs, y));
    y += size.height + MARGIN;
  });

  const row =
    (at: number) =>
    (name: string, index: number): Box => {
      const { width } = boxes[index]!;
      return { x: xs[index]! - width / 2, y: at, width, height: boxHeight, text: name };
    };
  const tops = sequence.actors.map(row(top));
  const bottoms = sequence.actors.map(row(y));
  return {
    title,
    actors: xs.map((x, index) => ({ x, top: tops[index]!, bottom: bottoms[index]! })),
    arrows,
    notes,
    width: Math.max(right, title ? title.x + title.width : 0) + MARGIN,
    height: y + boxHeight + MARGIN,
  };
}

/** Puts each actor as far left as its box and the texts between it and the others allow. */
function placeActors(sequence: Sequence, boxes: readonly Size[], sizes: readonly Size[]): number[] {
  const gaps = sequence.actors.map(() => new Map<number, number>());
  sequence.events.forEach((event, index) => {
    const [from, to, width] = neededGap(event, sizes[index]!);
    if (to >= boxes.length || from < 0 || from === to) return;
    gaps[to]!.set(from, Math.max(gaps[to]!.get(from) ?? 0, width));
  });
  const centers: number[] = [];
  boxes.forEach((box, index) => {
    const before = boxes[index - 1];
    const beside = before ? centers[index - 1]! + (before.width + box.width) / 2 + 2 * MARGIN : 0;
    centers.push(Math.max(beside, ...Array.from(gaps[index]!, ([from, width]) => centers[from]! + width)));
  });
  return centers;
}

/** Two actors and the distance an event requires between them. */
function neededGap(event: SequenceEvent, { width }: Size): [from: number, to: number, width: number] {
  if (event.type === 'signal') {
    const from = Math.min(event.from, event.to);
    const to = Math.max(event.from, event.to);
    return from === to ? [from, from + 1, width + LOOP + MARGIN] : [from, to, width + 2 * MARGIN];
  }
  const from = Math.min(...event.actors);
  const to = Math.max(...event.actors);
  if (event.place === 'left') return [from - 1, from, width + 2 * MARGIN];
  if (event.place === 'right') return [from, from + 1, width + 2 * MARGIN];
  return [from, to, width - 2 * OVERLAP];
}

/** The extent of everything that can be at the sides. */
function extents(
  sequence: Sequence,
  boxes: readonly Size[],
  sizes: readonly Size[],
  xs: readonly number[],
): [from: number, to: number][] {
  const actors = boxes.map(({ width }, index): [number, number] => [
    xs[index]! - width / 2,
    xs[index]! + width / 2,
  ]);
  const events = sequence.events.map((event, index): [number, number] => {
    const size = sizes[index]!;
    if (event.type === 'signal') {
      const x = xs[event.from]!;
      return event.from === event.to ? [x, x + LOOP + size.width] : [x, x];
    }
    const { x, width } = noteSpan(event, size, xs);
    return [x, x + width];
  });
  return [...actors, ...events];
}

function noteSpan(
  { place, actors }: Note,
  { width }: Size,
  xs: readonly number[],
): { x: number; width: number } {
  const from = Math.min(...actors.map((actor) => xs[actor]!));
  const to = Math.max(...actors.map((actor) => xs[actor]!));
  if (place === 'left') return { x: from - MARGIN - width, width };
  if (place === 'right') return { x: from + MARGIN, width };
  const covering = Math.max(width, actors.length > 1 ? to - from + 2 * OVERLAP : 0);
  return { x: (from + to - covering) / 2, width: covering };
}

function arrowOf(signal: Signal, { height }: Size, xs: readonly number[], top: number): Arrow {
  const fromX = xs[signal.from]!;
  const toX = xs[signal.to]!;
  if (signal.from === signal.to) {
    const middle = top + height / 2;
    return {
      signal,
      fromX,
      toX,
      y: middle,
      text: { x: fromX + LOOP + TEXT_PADDING, y: middle, anchor: 'start' },
    };
  }
  const y = top + height;
  return { signal, fromX, toX, y, text: { x: (fromX + toX) / 2, y: top + height / 2, anchor: 'middle' } };
}

function padded({ width, height }: Size, padding: number): Size {
  return { width: width + 2 * padding, height: height + 2 * padding };
}
