import type { Dialect, SlideContent } from '../../deck/deck';
import { markupOf } from '../../markup/markup';
import { getOrSet } from '../../text/getOrSet';
import { colorsInCss, type PlacedColor, readColor } from './cssColors';

const found = new WeakMap<SlideContent, readonly PlacedColor[]>();

/**
 * The colors in a slide's style sheets, `style` attributes, color attributes and backgrounds, in text order.
 * Spans are relative to the slide's text.
 */
export function slideColors(content: SlideContent, dialect: Dialect): readonly PlacedColor[] {
  return getOrSet(found, content, () => readColors(content, dialect));
}

function readColors(content: SlideContent, dialect: Dialect): readonly PlacedColor[] {
  const { text } = content;
  // Most slides have none and need not be parsed to find out.
  if (!/<style|style\s*=|color|background/i.test(text)) return [];
  const { styles, tags, comments } = markupOf(content, dialect);
  const inStyles = styles.map(({ start, end }) => colorsInCss(text.slice(start, end), 'stylesheet', start));
  const inTags = tags.flatMap(({ attributes }) =>
    attributes.map(({ name, valueSpan: { start, end } }) => inAttribute(name, text.slice(start, end), start)),
  );
  const inComments = comments.flatMap(({ start, attributes }) =>
    (attributes?.attributes ?? []).map(({ name, value, valueSpan }) =>
      inAttribute(name.toLowerCase(), value, start + valueSpan.start),
    ),
  );
  return [...inStyles, ...inTags, ...inComments].flat().sort((a, b) => a.span.start - b.span.start);
}

/** HTML attributes for which browsers make up a color if the value is in neither of these notations. */
export const HTML_COLOR_ATTRIBUTE = /^(?:color|bgcolor)$/;
const HTML_COLOR = /^(?:#[\da-f]{3}|#[\da-f]{6}|[a-z]+)$/i;

function inAttribute(name: string, value: string, start: number): PlacedColor[] {
  if (name === 'style') return colorsInCss(value, 'declarationList', start);
  if (HTML_COLOR_ATTRIBUTE.test(name)) return HTML_COLOR.test(value.trim()) ? wholeValue(value, start) : [];
  if (name === 'data-background-color') return wholeValue(value, start);
  if (name === 'data-background' || name === 'data-background-gradient') {
    const whole = wholeValue(value, start);
    return whole.length > 0 || !value.includes('(') ? whole : colorsInCss(value, 'value', start);
  }
  return [];
}

function wholeValue(value: string, start: number): PlacedColor[] {
  const color = readColor(value);
  const from = start + value.length - value.trimStart().length;
  return color ? [{ ...color, span: { start: from, end: from + value.trim().length } }] : [];
}
