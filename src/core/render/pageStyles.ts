import type { Dialect } from '../deck/deck';

/** Style sheets of a deck's look in the order in which a page loads them, below `dist/preview/styles`. */
export function pageStyleSheets(dialect: Dialect, theme: string, slides: string): string[] {
  const look =
    dialect === 'hedgedoc'
      ? ['hedgedoc', `hedgedoc/${theme}`]
      : [`themes/${theme}`, dialect === 'reveal-md' ? 'highlight/zenburn' : 'highlight/monokai'];
  // The fonts weigh more than all else: they come only where the deck speaks of them.
  const fonts = [
    ...(/\bfa-[a-z]/.test(slides) ? ['icons'] : []),
    ...(dialect === 'hedgedoc' && /Source Sans Pro/i.test(slides) ? ['source-sans-pro'] : []),
  ];
  return ['reveal', ...look, ...fonts].map((name) => `${name}.css`);
}
