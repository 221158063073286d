import type { SlideShape } from '../../core/options/slideShape';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A size and a place in pixels of the page. */
export interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

/**
 * reveal.js's options for the size of a slide: pixels, or for width and height also percent of the display.
 */
export interface CanvasOptions {
  readonly width?: unknown;
  readonly height?: unknown;
  readonly margin?: unknown;
  readonly minScale?: unknown;
  readonly maxScale?: unknown;
}

/** A display with a slide on it. */
export interface Screen {
  /** In the display's own pixels, at whatever size it is shown. */
  readonly display: Size;
  /** The slide before it is scaled. */
  readonly canvas: Size;
  /** Pixels of the display per pixel of the slide. */
  readonly scale: number;
}

/**
 * The display that a preview represents is as high as most are. Its pixels matter when a deck limits the
 * scale.
 */
const DISPLAY_HEIGHT = 1080;
const RATIOS = { '16:9': 16 / 9, '16:10': 16 / 10, '4:3': 4 / 3 } as const;

/**
 * What an audience sees on a display of this shape, the way reveal.js places slides on it. The panel counts
 * for `fill`.
 */
export function screenOf(shape: SlideShape, options: CanvasOptions, panel: Size): Screen {
  const display = shape === 'fill' ? panel : displayOf(shape, options);
  const free = 1 - number(options.margin, 0.04);
  const room = { width: display.width * free, height: display.height * free };
  const canvas = {
    width: length(options.width, 960, room.width),
    height: length(options.height, 700, room.height),
  };
  const fitting = Math.min(room.width / canvas.width, room.height / canvas.height);
  const scale = Math.min(Math.max(fitting, number(options.minScale, 0.2)), number(options.maxScale, 2));
  return { display, canvas, scale };
}

function displayOf(shape: Exclude<SlideShape, 'fill'>, options: CanvasOptions): Size {
  const ratio = shape === 'canvas' ? ratioOf(options) : RATIOS[shape];
  return { width: DISPLAY_HEIGHT * ratio, height: DISPLAY_HEIGHT };
}

/** Percent values say nothing about a shape. */
function ratioOf({ width, height }: CanvasOptions): number {
  const ratio = number(width, Number.NaN) / number(height, Number.NaN);
  return ratio > 0 ? ratio : RATIOS['16:9'];
}

/** Pixels of the page per pixel of the display, if the whole screen is to fit there. */
export function zoomOf({ display }: Screen, space: Size): number {
  return Math.min(space.width / display.width, space.height / display.height);
}

/** The place of the screen in the middle of a space, on whole pixels, so that its edges are sharp. */
export function placeOf(screen: Screen, space: Size): Box {
  const zoom = zoomOf(screen, space);
  const width = Math.round(screen.display.width * zoom);
  const height = Math.round(screen.display.height * zoom);
  return {
    x: Math.floor((space.width - width) / 2),
    y: Math.floor((space.height - height) / 2),
    width,
    height,
  };
}

/**
 * How much of the display there is on each side of the slide, in the slide's pixels: what is there is still
 * visible. Negative where the slide extends beyond the display.
 */
export function rimOf({ display, canvas, scale }: Screen): { readonly x: number; readonly y: number } {
  return {
    x: (display.width / scale - canvas.width) / 2,
    y: (display.height / scale - canvas.height) / 2,
  };
}

function number(value: unknown, otherwise: number): number {
  const read = typeof value === 'string' ? Number.parseFloat(value) : value;
  const isUsable = typeof read === 'number' && Number.isFinite(read) && !String(value).endsWith('%');
  return isUsable ? read : otherwise;
}

function length(value: unknown, otherwise: number, whole: number): number {
  if (typeof value === 'string' && value.endsWith('%')) return (Number.parseInt(value, 10) / 100) * whole;
  return number(value, otherwise);
}
