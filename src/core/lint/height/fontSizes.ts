import type { MarkedSlide } from '../../markup/markedSlide';

/** Font sizes on slides, in pixels of the slide. */
export type FontSizes = Readonly<Record<'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6' | 'p' | 'li', number>>;

/** The size in the white and black themes; the others differ little. */
const BASE = 42;
const DEFAULTS: FontSizes = {
  h1: 2.5 * BASE,
  h2: 1.6 * BASE,
  h3: 1.3 * BASE,
  h4: BASE,
  h5: BASE,
  h6: BASE,
  p: BASE,
  li: BASE,
};

/**
 * The font sizes that the deck's style sheets set for the elements of all slides, falling back to the
 * theme's.
 */
export function fontSizes(slides: readonly MarkedSlide[]): FontSizes {
  const sizes: Record<string, number> = { ...DEFAULTS };
  for (const { slide, markup } of slides) {
    for (const { start, end } of markup.styles) readSizes(slide.content.text.slice(start, end), sizes);
  }
  return sizes as FontSizes;
}

function readSizes(css: string, sizes: Record<string, number>): void {
  const plain = css.replace(/\/\*(?:[^*]|\*(?!\/))*\*\//g, '');
  for (const rule of plain.split('}').slice(0, -1)) {
    const [selectors = '', body = ''] = rule.split('{').slice(-2);
    const size = /(?:^|;)\s*font-size\s*:\s*([\d.]+)(px|em|rem|%)/i.exec(body);
    if (!size) continue;
    for (const selector of selectors.split(',')) {
      const elements = elementsOf(selector.trim());
      for (const element of elements)
        sizes[element] = inPixels(Number(size[1]), size[2]!.toLowerCase(), DEFAULTS.p);
    }
  }
}

/** The elements that a selector matches on any slide; selectors with classes or ids of slides match none. */
function elementsOf(selector: string): string[] {
  const [, element = ''] =
    /^(?:(?:\.reveal|\.slides|section)\s+)*(\w+|\.slides|\.reveal)$/.exec(selector) ?? [];
  if (element === '.slides' || element === '.reveal' || element === 'section') return ['p', 'li'];
  if (element === 'ul' || element === 'ol') return ['li'];
  return Object.hasOwn(DEFAULTS, element) ? [element] : [];
}

function inPixels(value: number, unit: string, base: number): number {
  if (unit === 'px') return value;
  return unit === '%' ? (value / 100) * base : value * base;
}
