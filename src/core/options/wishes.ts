import { authoredOptions } from '../deck/authoredOptions';
import type { Deck, YamlValue } from '../deck/deck';
import type { Setup, Tool } from '../deck/setup';
import { isRecord } from '../text/isRecord';
import type { LookOrigin } from './unapplied';

/** A name, path or address that is written somewhere. */
export interface Wish {
  readonly name: string;
  readonly origin: LookOrigin;
}

/** How a deck should look, as its frontmatter and what surrounds it say. Nothing is checked yet. */
export interface Wishes {
  readonly theme: Wish | null;
  readonly highlightTheme: Wish | null;
  readonly css: readonly Wish[];
  readonly scripts: readonly Wish[];
  readonly template: Wish | null;
  readonly options: Values;
  /** The values for mermaid, the most important first. */
  readonly mermaid: readonly (YamlValue | undefined)[];
}

type Values = Readonly<Record<string, YamlValue>>;

/** What is in the frontmatter, where the deck's tool reads it, over what surrounds the deck. */
export function wishesOf(deck: Deck, tool: Tool, setup: Setup | null): Wishes {
  const own = new Frontmatter(deck).wishes(tool);
  if (!setup) return own;
  const origin = { file: setup.source };
  const wish = (name: string) => ({ name, origin });
  const one = (name: string | undefined) => (name ? wish(name) : null);
  // reveal-md merges lists item by item.
  const merged = (mine: readonly Wish[], theirs: readonly string[]) =>
    tool === 'reveal-md' || mine.length === 0 ? [...mine, ...theirs.slice(mine.length).map(wish)] : mine;
  return {
    theme: own.theme ?? one(setup.theme),
    highlightTheme: own.highlightTheme ?? one(setup.highlightTheme),
    css: merged(own.css, setup.css),
    scripts: merged(own.scripts, setup.scripts),
    template: own.template ?? one(setup.template),
    options: { ...setup.options, ...own.options },
    mermaid: [...own.mermaid, setup.mermaid],
  };
}

class Frontmatter {
  readonly #values: Values;

  constructor(readonly deck: Deck) {
    this.#values = deck.frontMatter?.values ?? {};
  }

  wishes(tool: Tool): Wishes {
    const options = authoredOptions(this.deck);
    switch (tool) {
      case 'hedgedoc':
        return { ...NOTHING, theme: this.#one('slideOptions.theme'), options };
      case 'reveal-md':
        return { ...this.#topLevel(), options, mermaid: [this.#values.mermaid] };
      case 'vscode-reveal':
        return { ...this.#topLevel(), css: this.#vscodeRevealCss(), options: this.#values };
      case 'mkslides':
        return this.#mkslides();
      case 'reveal':
        return NOTHING;
    }
  }

  #topLevel(): Wishes {
    return {
      theme: this.#one('theme'),
      highlightTheme: this.#one('highlightTheme'),
      css: this.#list('css'),
      scripts: [...this.#list('scripts'), ...this.#list('preprocessor')],
      template: this.#one('template'),
      options: {},
      mermaid: [],
    };
  }

  #mkslides(): Wishes {
    const plugins = this.#at('plugins');
    const ofPlugins = (key: string) =>
      (Array.isArray(plugins) ? plugins : []).flatMap((plugin) =>
        this.#named(isRecord(plugin) ? plugin[key] : null, 'plugins'),
      );
    const options = this.#at('revealjs');
    return {
      theme: this.#one('slides.theme'),
      highlightTheme: this.#one('slides.highlight_theme'),
      css: ofPlugins('extra_css'),
      scripts: [...ofPlugins('extra_javascript'), ...this.#list('slides.preprocess_script')],
      template: this.#one('slides.template'),
      options: isRecord(options) ? options : {},
      mermaid: [],
    };
  }

  /** It adds the extension to the name of its own theme. */
  #vscodeRevealCss(): Wish[] {
    const theme = this.#one('customTheme');
    return [...(theme ? [{ ...theme, name: `${theme.name}.css` }] : []), ...this.#list('css')];
  }

  #one(path: string): Wish | null {
    return this.#named(this.#at(path), path)[0] ?? null;
  }

  /** A list, or a text with commas. */
  #list(path: string): Wish[] {
    const value = this.#at(path);
    return this.#named(typeof value === 'string' ? value.split(',') : value, path);
  }

  #at(path: string): YamlValue {
    let value: YamlValue = this.#values;
    for (const key of path.split('.')) value = isRecord(value) ? (value[key] ?? null) : null;
    return value;
  }

  #named(value: YamlValue | undefined, path: string): Wish[] {
    const offset = this.deck.frontMatter?.entries.get(path)?.key.start ?? 0;
    return [value].flat().flatMap((each) => {
      const name = typeof each === 'string' ? each.trim() : '';
      return name === '' ? [] : [{ name, origin: { offset } }];
    });
  }
}

const NOTHING: Wishes = {
  theme: null,
  highlightTheme: null,
  css: [],
  scripts: [],
  template: null,
  options: {},
  mermaid: [],
};
