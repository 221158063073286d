import type { Dialect } from '../../deck/deck';
import schema from '../../options/deck.schema.json';

/** What is known about a frontmatter key. Texts are plain English, to be translated. */
export interface OptionHelp {
  readonly name: string;
  readonly description: string;
  /** Whether the value is a mapping of further keys. */
  readonly isMapping: boolean;
  /** The default as YAML; null if there is none. */
  readonly default: string | null;
  readonly values: readonly ValueHelp[];
  /** Whether values other than those listed are allowed. */
  readonly isOpen: boolean;
  /** Whether the value is the path of a picture. */
  readonly isPicture: boolean;
}

/** A value that an option can have, and what it means. */
export interface ValueHelp {
  readonly value: string;
  readonly description?: string;
}

interface OptionSchema {
  readonly type: string | readonly string[];
  readonly description: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly examples?: readonly string[];
  readonly default?: unknown;
  readonly 'x-hedgedoc-default'?: unknown;
  readonly 'x-dialects'?: readonly string[];
  readonly 'x-kind'?: string;
  readonly properties?: Readonly<Record<string, OptionSchema>>;
}

const ROOT = schema.properties as Readonly<Record<string, OptionSchema>>;
const REVEAL_OPTIONS = { ...ROOT.slideOptions!.properties!, ...ROOT.revealOptions!.properties! };

/** The keys allowed under the given ones, in the order of the schema. */
export function optionsBelow(parents: readonly string[], dialect: Dialect): OptionHelp[] {
  return Object.entries(schemasBelow(parents, dialect)).map(([name, option]) => help(name, option, dialect));
}

/** The key at a path; null if the dialect does not know it. */
export function optionAt(path: readonly string[], dialect: Dialect): OptionHelp | null {
  const name = path.at(-1) ?? '';
  const below = schemasBelow(path.slice(0, -1), dialect);
  return Object.hasOwn(below, name) ? help(name, below[name]!, dialect) : null;
}

function schemasBelow([parent, ...more]: readonly string[], dialect: Dialect): Record<string, OptionSchema> {
  if (more.length > 0) return {};
  if (parent === undefined) return known(ROOT, dialect);
  if (!Object.hasOwn(known(ROOT, dialect), parent)) return {};
  if (parent !== 'revealOptions') return { ...ROOT[parent]!.properties };
  // reveal-md has its theme at the outermost level.
  const { theme: _, ...options } = REVEAL_OPTIONS;
  return options;
}

function known(
  options: Readonly<Record<string, OptionSchema>>,
  dialect: Dialect,
): Record<string, OptionSchema> {
  return Object.fromEntries(
    Object.entries(options).filter(([, option]) => option['x-dialects']?.includes(dialect) ?? true),
  );
}

function help(name: string, option: OptionSchema, dialect: Dialect): OptionHelp {
  const types = [option.type].flat();
  const own = dialect === 'hedgedoc' ? option['x-hedgedoc-default'] : undefined;
  const fallback = own ?? option.default;
  const listed = option.enum ?? option.examples ?? [];
  const descriptions = option.enumDescriptions ?? [];
  return {
    name,
    description: option.description,
    isMapping: types.length === 1 && types[0] === 'object',
    default: fallback === undefined || fallback === null || fallback === '' ? null : String(fallback),
    values: [
      ...(types.includes('boolean') ? [{ value: 'true' }, { value: 'false' }] : []),
      ...listed.map((value, index) => ({ value, description: descriptions[index] })),
    ],
    isOpen: !option.enum && !(types.length === 1 && types[0] === 'boolean'),
    isPicture: option['x-kind'] === 'picture',
  };
}

/** Name of the picture in media/options that shows what a value looks like; null if there is none. */
export function pictureOfValue(path: readonly string[], value: string, dialect: Dialect): string | null {
  const name = path.at(-1);
  const look = dialect === 'hedgedoc' ? 'hedgedoc' : 'reveal';
  if (name === 'theme')
    return REVEAL_OPTIONS.theme!.enum!.includes(value) ? `theme-${look}-${value}.png` : null;
  return name === 'transition' || name === 'backgroundTransition' ? pictureOfTransition(value) : null;
}

/** The same for slide transitions. */
export function pictureOfTransition(value: string): string | null {
  return REVEAL_OPTIONS.transition!.enum!.includes(value) ? `transition-${value}.png` : null;
}
