import type { Deck } from '../deck/deck';

type Tool = Pick<Deck, 'dialect' | 'setup'>;

/** Style sheets of a deck's look in loading order, after reveal.js's own; below `dist/preview/styles`. */
export function lookStyleSheets({ dialect, setup }: Tool, theme: string): string[] {
  return dialect === 'hedgedoc'
    ? ['hedgedoc.css', `hedgedoc/${theme}.css`]
    : [`themes/${theme}.css`, `highlight/${setup.tool === 'reveal-md' ? 'zenburn' : 'monokai'}.css`];
}

/** Sheets with the fonts that HedgeDoc provides for decks that name them. */
export const FONT_STYLE_SHEETS = { icons: 'icons.css', sourceSansPro: 'source-sans-pro.css' };

/**
 * All style sheets of an exported page: the fonts are larger than all the rest and included only if the deck
 * uses them.
 */
export function pageStyleSheets(deck: Tool, theme: string, slides: string): string[] {
  const usesIcons = /\bfa-[a-z]/.test(slides);
  const usesFont = deck.dialect === 'hedgedoc' && /Source Sans Pro/i.test(slides);
  return [
    'reveal.css',
    ...lookStyleSheets(deck, theme),
    ...(usesIcons ? [FONT_STYLE_SHEETS.icons] : []),
    ...(usesFont ? [FONT_STYLE_SHEETS.sourceSansPro] : []),
  ];
}
