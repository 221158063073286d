import type { Look } from '../options/slideOptions';
import { UNAPPLIED, type Unapplied } from '../options/unapplied';
import { type AuthorSheet, AuthorSheets, type ReadSheet } from './authorSheets';

/** A style sheet of a page: one of ours, below `dist/preview/styles`, or text. */
export type PageStyle = string | AuthorSheet;

/** The style sheets of a deck's look, as far as they are known. */
export interface LookStyles {
  /** In loading order, after reveal.js's own. */
  readonly styles: readonly PageStyle[];
  /** All that is not applied, in the order in which it would be. */
  readonly unapplied: readonly Unapplied[];
}

/** What finds the style sheets that are not single files of ours. */
export interface StyleSources {
  readonly read: ReadSheet;
  /** A style of highlight.js by its name; null if there is none, undefined if it is not known yet. */
  readonly highlight: (name: string) => string | null | undefined;
}

/** Styles of highlight.js that have a file of their own, as the default of a tool. */
const HIGHLIGHT_FILES: Readonly<Record<string, string>> = {
  'reveal-md base16/zenburn': 'highlight/zenburn.css',
  'reveal monokai': 'highlight/monokai.css',
};

/** Themes that look different in reveal.js 5, which reveal-md has. */
export const CHANGED_THEMES: readonly string[] = [
  'beige',
  'dracula',
  'league',
  'night',
  'serif',
  'simple',
  'sky',
  'solarized',
];

/** File below `dist/preview/styles` that has all styles of highlight.js by name. */
export const HIGHLIGHT_STYLES = 'highlight/styles.json';

/** Finds the style sheets of a look, in the order of the tool's own page. */
export function lookStyles(look: Look, { read, highlight }: StyleSources): LookStyles {
  const { tool } = look;
  if (tool === 'hedgedoc') {
    return { styles: ['hedgedoc.css', `hedgedoc/${look.theme}.css`], unapplied: look.unapplied };
  }
  const unapplied: Unapplied[] = [];
  const authors = new AuthorSheets(read, unapplied);
  const themeSheets = look.themeSheet && authors.find(look.themeSheet);
  const theme = themeSheets ?? themeStyles(look);
  const code = (look.highlightSheet && authors.find(look.highlightSheet)) ?? codeStyles();
  const css = look.css.flatMap((sheet) => authors.find(sheet) ?? []);
  const written = look.pageStyles.flatMap((sheet) => authors.written(sheet));
  const base = tool === 'vscode-reveal' ? [...code, ...theme] : [...theme, ...code];
  return {
    styles: ['page.css', ...base, 'lineNumbers.css', ...css, ...written],
    unapplied: [...unapplied, ...look.unapplied],
  };

  function codeStyles(): PageStyle[] {
    const { highlightTheme: name, highlightOrigin: origin } = look;
    const file = HIGHLIGHT_FILES[`${tool} ${name}`];
    if (file) return [file];
    const css = highlight(name);
    if (css === null && origin) unapplied.push({ template: UNAPPLIED.highlight, name, origin });
    return [css ? { css, origin: null } : 'highlight/zenburn.css'];
  }
}

/** The other tools have reveal.js 6, and pages without a tool are taken to have the newest. */
function themeStyles({ tool, theme }: Look): PageStyle[] {
  const isOlder = tool === 'reveal-md' && CHANGED_THEMES.includes(theme);
  return [`themes/${theme}.css`, ...(isOlder ? [`themes/reveal5/${theme}.css`] : [])];
}

/** Sheets with the fonts that HedgeDoc provides for decks that name them. */
export const FONT_STYLE_SHEETS = { icons: 'icons.css', sourceSansPro: 'source-sans-pro.css' };

/**
 * All style sheets of an exported page: the fonts are larger than all the rest and included only if the deck
 * uses them.
 */
export function pageStyleSheets(look: Look, styles: readonly PageStyle[], slides: string): PageStyle[] {
  const isHedgedoc = look.tool === 'hedgedoc';
  const usesIcons = isHedgedoc && /\bfa-[a-z]/.test(slides);
  const usesFont = isHedgedoc && /Source Sans Pro/i.test(slides);
  return [
    'reveal.css',
    ...styles,
    ...(usesIcons ? [FONT_STYLE_SHEETS.icons] : []),
    ...(usesFont ? [FONT_STYLE_SHEETS.sourceSansPro] : []),
  ];
}
