import type { Dialect } from '../core/deck/deck';

/** The style sheets of a look, in order, below `dist/preview`. */
export function lookStylesheets(dialect: Dialect, theme: string): string[] {
  const names =
    dialect === 'hedgedoc'
      ? ['source-sans-pro', 'icons', 'hedgedoc', `hedgedoc/${theme}`]
      : [`themes/${theme}`, dialect === 'reveal-md' ? 'highlight/zenburn' : 'highlight/monokai'];
  return names.map((name) => `styles/${name}.css`);
}
