import type { RevealOptions } from './slideOptions';

/** reveal.js's own values. */
const DEFAULTS = { width: 960, height: 700, margin: 0.04 };
/** For slides that are as large as the display. */
const DISPLAY = { width: 1280, height: 720 };

/** How large a slide is with its margin, in CSS pixels: also the size of a printed page. */
export function slideSize(options: RevealOptions): { readonly width: number; readonly height: number } {
  const margin = typeof options.margin === 'number' ? options.margin : DEFAULTS.margin;
  const side = (name: 'width' | 'height') => {
    const value = options[name] ?? DEFAULTS[name];
    if (typeof value === 'string' && value.endsWith('%'))
      return Math.round((DISPLAY[name] * Number.parseFloat(value)) / 100);
    const pixels = Number.parseFloat(String(value));
    return Math.floor((pixels > 0 ? pixels : DEFAULTS[name]) * (1 + margin));
  };
  return { width: side('width'), height: side('height') };
}
