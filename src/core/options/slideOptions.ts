import type { Deck, YamlValue } from '../deck/deck';
import type { Setup, Tool } from '../deck/setup';
import { classifyUrl } from '../files/urls';
import schema from './deck.schema.json';
import { type MermaidOptions, mermaidOptions } from './mermaidOptions';
import { type LookOrigin, UNAPPLIED, type Unapplied } from './unapplied';
import { type Wish, wishesOf } from './wishes';

/** Options for reveal.js by name; only plain values are ever included. */
export type RevealOptions = Readonly<Record<string, string | number | boolean | null>>;

/** How a deck should look, according to its frontmatter and what surrounds it. */
export interface Look {
  readonly tool: Tool;
  /** One of reveal.js's themes, also if the author's own is to replace it. */
  readonly theme: string;
  /** The author's own theme; null if there is none. */
  readonly themeSheet: NamedSheet | null;
  /** Name of a style of highlight.js, possibly an unknown one. Empty for HedgeDoc, which has its own. */
  readonly highlightTheme: string;
  /** Where that is written; null if it is the tool's default. */
  readonly highlightOrigin: LookOrigin | null;
  /** The author's own style for code, instead. */
  readonly highlightSheet: NamedSheet | null;
  /** Applied after the theme, in this order. */
  readonly css: readonly NamedSheet[];
  /** What the page that loads the deck says in its `<style>` elements, applied last. */
  readonly pageStyles: readonly WrittenSheet[];
  readonly options: RevealOptions;
  /** How diagrams of mermaid are drawn; null if they are not. */
  readonly mermaid: MermaidOptions | null;
  /** Language of the slides, empty if none is given. */
  readonly lang: string;
  /** What can't be applied wherever the deck is. Style sheets that are not found are not known here. */
  readonly unapplied: readonly Unapplied[];
}

/** A style sheet that is within another file. */
export interface WrittenSheet {
  readonly css: string;
  /** A path that the deck could name, in the folder that the sheet's own URLs count from. */
  readonly path: string;
  readonly origin: LookOrigin;
}

/** A style sheet of the author's. */
export interface NamedSheet {
  /** As written. */
  readonly name: string;
  /** Where it may be, as paths that the deck could name; the first that exists is meant. */
  readonly paths: readonly string[];
  readonly origin: LookOrigin;
}

interface OptionSchema {
  readonly type: string | readonly string[];
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: string | number | boolean | null;
  readonly 'x-hedgedoc-default'?: string | number | boolean;
}

type OptionSchemas = Readonly<Record<string, OptionSchema>>;

const OPTIONS = schema.properties.slideOptions.properties as OptionSchemas;
/** Those of the later reveal.js of other tools, too. */
const REVEAL_OPTIONS: OptionSchemas = {
  ...OPTIONS,
  ...(schema.properties.revealOptions.properties as OptionSchemas),
};
const DEFAULT_THEME = 'black';

/** The themes that decks of a tool can have besides their own style sheets. */
export function themesOf(tool: Tool): readonly string[] {
  return tool === 'hedgedoc' ? THEMES : [...THEMES, ...LATER_THEMES];
}

/** The classic themes of reveal.js, which are all that HedgeDoc has. */
export const THEMES: readonly string[] = OPTIONS.theme!.enum!;

/** The later themes of reveal.js. */
const LATER_THEMES: readonly string[] = ['black-contrast', 'dracula', 'white-contrast'];

interface ToolDefaults {
  readonly highlightTheme: string;
  /** What its page sets before the author's own options. */
  readonly options: RevealOptions;
}

const TOOLS: Readonly<Record<Exclude<Tool, 'hedgedoc'>, ToolDefaults>> = {
  'reveal-md': {
    highlightTheme: 'base16/zenburn',
    // It says `default`, which reveal.js shows as `convex`.
    options: { slideNumber: true, history: true, transition: 'convex' },
  },
  mkslides: { highlightTheme: 'monokai', options: { slideNumber: 'c/t', history: true } },
  'vscode-reveal': {
    highlightTheme: 'monokai',
    options: { history: true, hash: true, autoPlayMedia: false },
  },
  reveal: { highlightTheme: 'monokai', options: {} },
};

/** The deck's wishes and those of what surrounds it, over the defaults of its tool. */
export function lookOf(deck: Deck): Look {
  const { tool } = deck.setup;
  return tool === 'hedgedoc' ? hedgedocLook(deck) : revealLook(deck, tool);
}

function hedgedocLook(deck: Deck): Look {
  const { theme, options } = wishesOf(deck, 'hedgedoc', null);
  return {
    tool: 'hedgedoc',
    theme: theme && THEMES.includes(theme.name) ? theme.name : DEFAULT_THEME,
    themeSheet: null,
    highlightTheme: '',
    highlightOrigin: null,
    highlightSheet: null,
    css: [],
    pageStyles: [],
    // HedgeDoc overwrites slideOptions.rtl with the note's direction.
    options: {
      ...defaults('x-hedgedoc-default'),
      ...allowed(options, OPTIONS),
      rtl: deck.frontMatter?.values.dir === 'rtl',
    },
    mermaid: {},
    lang: langOf(deck),
    unapplied: [],
  };
}

function revealLook(deck: Deck, tool: Exclude<Tool, 'hedgedoc'>): Look {
  const { setup } = deck;
  const { theme, highlightTheme, css, scripts, template, options, mermaid } = wishesOf(deck, tool, setup);
  const sheets = new Sheets(tool, setup);
  const known = theme !== null && isTheme(theme.name) ? theme.name : null;
  const scheme = highlightTheme && !isAddress(highlightTheme.name) ? highlightTheme : null;
  return {
    tool,
    theme: known ?? DEFAULT_THEME,
    themeSheet: theme && known === null ? sheets.find(theme) : null,
    highlightTheme: scheme?.name ?? TOOLS[tool].highlightTheme,
    highlightOrigin: scheme?.origin ?? null,
    highlightSheet: highlightTheme && !scheme ? sheets.find(highlightTheme) : null,
    css: css.flatMap((wish) => sheets.find(wish) ?? []),
    pageStyles: pageStyles(setup),
    options: withoutLayout({
      ...defaults('default'),
      ...TOOLS[tool].options,
      ...allowed(options, REVEAL_OPTIONS),
    }),
    mermaid: mermaidOptions(mermaid),
    lang: langOf(deck),
    unapplied: [
      ...sheets.unapplied,
      ...scripts.map((wish) => ({ ...wish, template: UNAPPLIED.script })),
      ...(template ? [{ ...template, template: UNAPPLIED.template }] : []),
    ],
  };
}

/** A slide without reveal.js's layout is as large as the display, which a preview has to scale. */
function withoutLayout({ disableLayout, ...options }: RevealOptions): RevealOptions {
  if (disableLayout !== true) return options;
  return { ...options, width: '100%', height: '100%', margin: 0, minScale: 1, maxScale: 1, center: false };
}

function isTheme(name: string): boolean {
  return THEMES.includes(name) || LATER_THEMES.includes(name);
}

function pageStyles({ page, source }: Setup): WrittenSheet[] {
  if (!page) return [];
  return page.styles.map((css) => ({ css, path: `/${page.file}`, origin: { file: source } }));
}

/** Styles of highlight.js have names such as `github` and `base16/zenburn`. */
function isAddress(name: string): boolean {
  return /\.css(?:[?#]|$)|^[^/]*:|^[./]/i.test(name);
}

/** Finds out which files the author's style sheets may be. */
class Sheets {
  readonly unapplied: Unapplied[] = [];
  /** Where paths in the frontmatter may start, each with its slash at the end. */
  readonly #folders: readonly string[];

  constructor(tool: Tool, { source }: Setup) {
    // reveal-md is started where its configuration is, and all paths start there.
    const isStarted = tool === 'reveal-md' && source !== '';
    const start = isStarted ? [`/${source.replace(/[^/]*$/, '')}`] : [];
    this.#folders = [...new Set([...start, '', '/'])];
  }

  find(wish: Wish): NamedSheet | null {
    const target = classifyUrl(wish.name);
    if (target.kind === 'local') return { ...wish, paths: this.#paths(target.path, wish.origin) };
    const template = target.kind === 'remote' ? UNAPPLIED.remote : UNAPPLIED.missing;
    this.unapplied.push({ ...wish, template });
    return null;
  }

  #paths(path: string, origin: LookOrigin): string[] {
    const isFixed = path.startsWith('/') || !('offset' in origin);
    return isFixed ? [path] : this.#folders.map((folder) => folder + path);
  }
}

/** reveal.js's defaults for all options, overridden by those of a tool that has its own. */
function defaults(own: 'default' | 'x-hedgedoc-default'): RevealOptions {
  const result: Record<string, string | number | boolean | null> = {};
  for (const [name, option] of Object.entries(OPTIONS)) {
    const value = option[own] ?? option.default;
    if (name !== 'theme' && value !== undefined) result[name] = value;
  }
  return result;
}

/**
 * Names that are not in the schema and values of the wrong type are left out, so that nothing from a deck
 * reaches reveal.js unchecked.
 */
function allowed(written: Readonly<Record<string, YamlValue>>, schemas: OptionSchemas): RevealOptions {
  const entries = Object.entries(written).filter(
    ([name, value]) => name !== 'theme' && isAllowed(name, value, schemas),
  );
  return Object.fromEntries(entries) as RevealOptions;
}

function isAllowed(name: string, value: YamlValue, schemas: OptionSchemas): boolean {
  const option = Object.hasOwn(schemas, name) ? schemas[name]! : null;
  if (!option) return false;
  const type = value === null ? 'null' : typeof value;
  if (type === 'object' || ![option.type].flat().includes(type)) return false;
  if (option.enum && !option.enum.includes(String(value))) return false;
  return (
    typeof value !== 'number' ||
    (value >= (option.minimum ?? -Infinity) && value <= (option.maximum ?? Infinity))
  );
}

function langOf(deck: Deck): string {
  const lang = deck.frontMatter?.values.lang;
  return typeof lang === 'string' ? lang : '';
}
