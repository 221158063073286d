import { authoredOptions } from '../deck/authoredOptions';
import type { Deck, YamlValue } from '../deck/deck';
import schema from './deck.schema.json';

/** Options for reveal.js by name; only plain values are ever included. */
export type RevealOptions = Readonly<Record<string, string | number | boolean | null>>;

/** How a deck should look, according to its frontmatter. */
export interface Look {
  readonly theme: string;
  readonly options: RevealOptions;
  /** Language of the slides, empty if none is given. */
  readonly lang: string;
}

interface OptionSchema {
  readonly type: string | readonly string[];
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: string | number | boolean | null;
  readonly 'x-hedgedoc-default'?: string | number | boolean;
}

const OPTIONS = schema.properties.slideOptions.properties as Readonly<Record<string, OptionSchema>>;
const DEFAULT_THEME = 'black';
/** What reveal-md's page sets before the author's own options. */
const REVEAL_MD_DEFAULTS: RevealOptions = { slideNumber: true, history: true };

/** The classic themes of reveal.js. */
export const THEMES: readonly string[] = OPTIONS.theme!.enum!;

/**
 * The deck's options merged over the defaults of its dialect. Names that are not in the schema and values of
 * the wrong type are left out, so that nothing from a deck reaches reveal.js unchecked.
 */
export function lookOf(deck: Deck): Look {
  const values = deck.frontMatter?.values ?? {};
  const hedgedoc = deck.dialect === 'hedgedoc';
  const authored = authoredOptions(deck);
  const options: Record<string, string | number | boolean | null> = hedgedoc
    ? defaults('x-hedgedoc-default')
    : { ...defaults('default'), ...(deck.setup.tool === 'reveal-md' ? REVEAL_MD_DEFAULTS : {}) };
  for (const [name, value] of Object.entries(authored)) {
    if (name !== 'theme' && isAllowed(name, value)) options[name] = value as string;
  }
  // HedgeDoc overwrites slideOptions.rtl with the note's direction.
  if (hedgedoc) options.rtl = values.dir === 'rtl';
  const theme = hedgedoc ? authored.theme : (values.theme ?? authored.theme);
  return {
    theme: typeof theme === 'string' && THEMES.includes(theme) ? theme : DEFAULT_THEME,
    options,
    lang: typeof values.lang === 'string' ? values.lang : '',
  };
}

/** reveal.js's defaults for all options, overridden by those of a tool that has its own. */
function defaults(own: 'default' | 'x-hedgedoc-default'): Record<string, string | number | boolean | null> {
  const result: Record<string, string | number | boolean | null> = {};
  for (const [name, option] of Object.entries(OPTIONS)) {
    const value = option[own] ?? option.default;
    if (name !== 'theme' && value !== undefined) result[name] = value;
  }
  return result;
}

function isAllowed(name: string, value: YamlValue): boolean {
  const option = Object.hasOwn(OPTIONS, name) ? OPTIONS[name]! : null;
  if (!option) return false;
  const type = value === null ? 'null' : typeof value;
  if (type === 'object' || ![option.type].flat().includes(type)) return false;
  if (option.enum && !option.enum.includes(String(value))) return false;
  return (
    typeof value !== 'number' ||
    (value >= (option.minimum ?? -Infinity) && value <= (option.maximum ?? Infinity))
  );
}
