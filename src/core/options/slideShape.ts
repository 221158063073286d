/**
 * The shape of the screen on which a preview shows slides: a display's, the deck's own canvas, or the
 * panel's.
 */
export type SlideShape = (typeof SLIDE_SHAPES)[number];
/** All shapes, the default first. */
export const SLIDE_SHAPES = ['16:9', '16:10', '4:3', 'canvas', 'fill'] as const;
