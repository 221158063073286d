import type { Dialect } from '../deck/deck';

/** Style sheets of a deck's look in loading order, after reveal.js's own; below `dist/preview/styles`. */
export function lookStyleSheets(dialect: Dialect, theme: string): string[] {
  return dialect === 'hedgedoc'
    ? ['hedgedoc.css', `hedgedoc/${theme}.css`]
    : [`themes/${theme}.css`, `highlight/${dialect === 'reveal-md' ? 'zenburn' : 'monokai'}.css`];
}

/** Sheets with the fonts that HedgeDoc provides for decks that name them. */
export const FONT_STYLE_SHEETS = { icons: 'icons.css', sourceSansPro: 'source-sans-pro.css' };

/**
 * All style sheets of an exported page: the fonts are larger than all the rest and included only if the deck
 * uses them.
 */
export function pageStyleSheets(dialect: Dialect, theme: string, slides: string): string[] {
  const usesIcons = /\bfa-[a-z]/.test(slides);
  const usesFont = dialect === 'hedgedoc' && /Source Sans Pro/i.test(slides);
  return [
    'reveal.css',
    ...lookStyleSheets(dialect, theme),
    ...(usesIcons ? [FONT_STYLE_SHEETS.icons] : []),
    ...(usesFont ? [FONT_STYLE_SHEETS.sourceSansPro] : []),
  ];
}
