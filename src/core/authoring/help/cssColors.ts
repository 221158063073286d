import parseCss, { type CssNode } from 'css-tree/parser';
import walk from 'css-tree/walker';
import {
  colorsNamed,
  converter,
  formatHex,
  formatHex8,
  formatHsl,
  formatRgb,
  modeHsl,
  modeHwb,
  modeLab,
  modeLch,
  modeOklab,
  modeOklch,
  modeRgb,
  parse,
  useMode,
} from 'culori/fn';
import type { Span } from '../../text/spans';

useMode(modeRgb);
useMode(modeHsl);
useMode(modeHwb);
useMode(modeLab);
useMode(modeLch);
useMode(modeOklab);
useMode(modeOklch);
const toRgb = converter('rgb');

/** Each channel from 0 to 1. */
export interface Color {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

/** A color that is written in a deck, with its place. Offsets are of the given text. */
export interface PlacedColor extends Color {
  readonly span: Span;
}

/** CSS color names with their `#rrggbb` notation. */
export const NAMED_COLORS: ReadonlyMap<string, string> = new Map(
  Object.entries(colorsNamed).map(([name, value]) => [name, `#${value.toString(16).padStart(6, '0')}`]),
);

/** The color that a text names; null if it names none, or one that depends on its surroundings. */
export function readColor(text: string): Color | null {
  const color = toRgb(parse(text.trim().toLowerCase()));
  return color
    ? { red: unit(color.r), green: unit(color.g), blue: unit(color.b), alpha: unit(color.alpha ?? 1) }
    : null;
}

/** Clips colors of wider gamuts. */
function unit(channel: number): number {
  return Math.min(1, Math.max(0, channel));
}

/** Properties whose words are names chosen by the author. */
const NAMING_PROPERTY =
  /^(?:-\w+-)?(?:font|animation|grid|content|counter|transition|view|will-change|list)/i;

/**
 * The colors in a style sheet, in the content of a `style` attribute or in a value such as a gradient. Never
 * throws.
 *
 * @param base offset of `css`, added to the spans
 */
export function colorsInCss(
  css: string,
  context: 'stylesheet' | 'declarationList' | 'value',
  base: number,
): PlacedColor[] {
  const colors: PlacedColor[] = [];
  const add = ({ loc }: CssNode) => {
    const span = { start: loc.start.offset, end: loc.end.offset };
    const color = readColor(css.slice(span.start - base, span.end - base));
    if (color) colors.push({ ...color, span });
  };
  const addAll = (value: CssNode) =>
    walk(value, (node) => {
      if (node.type === 'Hash' || node.type === 'Identifier' || node.type === 'Function') add(node);
    });
  try {
    const tree = parseCss(css, { context, positions: true, parseCustomProperty: true, offset: base });
    if (context === 'value') addAll(tree);
    else
      walk(tree, (node) => {
        if (node.type === 'Declaration' && !NAMING_PROPERTY.test(node.property!)) addAll(node);
      });
  } catch {
    // css-tree throws if this is not a list of declarations, and if brackets are nested too deeply.
  }
  return colors;
}

/** The ways to write a color, starting with the current notation. */
export function notations({ red, green, blue, alpha }: Color, written: string): string[] {
  const color = { mode: 'rgb', r: red, g: green, b: blue, alpha } as const;
  const hex = alpha < 1 ? formatHex8(color) : formatHex(color);
  const name = [...NAMED_COLORS].find(([, value]) => value === hex)?.[0];
  const isUpperCase = /^#.*[A-F]/.test(written) && !/[a-f]/.test(written);
  const all = [
    isUpperCase ? hex.toUpperCase() : hex,
    formatRgb(color),
    formatHsl(color),
    ...(name ? [name] : []),
  ];
  const kind = notationOf(written);
  const like = all.filter((notation) => notationOf(notation) === kind);
  return [...like, ...all.filter((notation) => !like.includes(notation))];
}

/** The same for HTML's own color attributes, which know neither functions nor opacity. */
export function htmlNotations({ red, green, blue }: Color, written: string): string[] {
  return notations({ red, green, blue, alpha: 1 }, written).filter((notation) => !notation.includes('('));
}

function notationOf(text: string): string {
  const trimmed = text.trim().toLowerCase();
  if (trimmed.startsWith('#')) return '#';
  return /^([a-z]+?)a?\(/.exec(trimmed)?.[1] ?? 'name';
}
