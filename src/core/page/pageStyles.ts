import type { Dialect } from '../deck/deck';

/** Style sheets of a deck's look in the order in which they load, behind reveal.js's own; below `dist/preview/styles`. */
export function lookStyleSheets(dialect: Dialect, theme: string): string[] {
  return dialect === 'hedgedoc'
    ? ['hedgedoc.css', `hedgedoc/${theme}.css`]
    : [`themes/${theme}.css`, `highlight/${dialect === 'reveal-md' ? 'zenburn' : 'monokai'}.css`];
}

/** Sheets with the fonts that HedgeDoc has for decks that name them. */
export const FONT_STYLE_SHEETS = { icons: 'icons.css', sourceSansPro: 'source-sans-pro.css' };

/** All style sheets of an exported page: the fonts weigh more than all else and come only if the deck speaks of them. */
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
