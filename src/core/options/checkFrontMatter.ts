import type { Dialect, FrontMatter, FrontMatterEntry, YamlValue } from '../deck/deck';
import { isRecord } from '../text/isRecord';
import schema from './deck.schema.json';

/** What deck.schema.json says about a key. */
interface KeySchema {
  readonly type: string | readonly string[];
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly 'x-dialects'?: readonly string[];
}

type Schemas = Readonly<Record<string, KeySchema>>;

const KEYS: Schemas = schema.properties;
const OPTIONS: Schemas = schema.properties.slideOptions.properties;
const { theme: _, ...WITHOUT_THEME } = OPTIONS;
/** Those of the later reveal.js of other tools, which have the theme elsewhere. */
const REVEAL_OPTIONS: Schemas = { ...WITHOUT_THEME, ...schema.properties.revealOptions.properties };

/** Where a key is: outermost, or among the options for reveal.js. */
export type Level = 'top' | 'options';

/** A key of the frontmatter, with what is allowed there. */
export interface CheckedKey {
  /** As in `entries`: `slideOptions.theme`. */
  readonly path: string;
  readonly name: string;
  readonly entry: FrontMatterEntry;
  /** The names that the dialect knows at this place. */
  readonly known: readonly string[];
  readonly isOption: boolean;
  /** The other level, if the dialect reads the key only there and it is not there yet. */
  readonly belongsTo: Level | null;
  /** What the value should be, in words; null if it is valid, or the key is unknown. */
  readonly expected: string | null;
}

/** The name under which a dialect has its options for reveal.js. */
export function optionsKey(dialect: Dialect): 'slideOptions' | 'revealOptions' {
  return dialect === 'hedgedoc' ? 'slideOptions' : 'revealOptions';
}

/** The keys of a deck's frontmatter, including its slide options, in the order written. */
export function checkKeys({ values, entries }: FrontMatter, dialect: Dialect): CheckedKey[] {
  const options = optionsKey(dialect);
  const nested = values[options];
  const inside = isRecord(nested) ? nested : {};
  const top = { values, prefix: '', schemas: TOP[dialect], others: inside, level: 'top' } as const;
  const checked = checkMapping(top, dialect, entries);
  if (!isRecord(nested)) return checked;
  const schemas = optionSchemas(dialect);
  const below = { values: nested, prefix: `${options}.`, schemas, others: values, level: 'options' } as const;
  return [...checked, ...checkMapping(below, dialect, entries)];
}

/** Whether the dialect reads a key with this value at the other level, and not at the given one. */
export function isMisplaced(name: string, value: YamlValue, level: Level, dialect: Dialect): boolean {
  const [here, there] = [TOP[dialect], optionSchemas(dialect)];
  const [own, other] = level === 'top' ? [here, there] : [there, here];
  if (value === null || Object.hasOwn(own, name) || !Object.hasOwn(other, name)) return false;
  return expectation(other[name]!, value) === null;
}

function optionSchemas(dialect: Dialect): Schemas {
  return dialect === 'hedgedoc' ? OPTIONS : REVEAL_OPTIONS;
}

const TOP: Readonly<Record<Dialect, Schemas>> = { hedgedoc: knownTo('hedgedoc'), reveal: knownTo('reveal') };

function knownTo(dialect: Dialect): Schemas {
  const known = Object.entries(KEYS).filter(([, each]) => each['x-dialects']?.includes(dialect) ?? true);
  return Object.fromEntries(known);
}

interface Mapping {
  readonly values: Readonly<Record<string, YamlValue>>;
  /** Before its names in `entries`. */
  readonly prefix: string;
  readonly schemas: Schemas;
  /** What is at the other level. */
  readonly others: Readonly<Record<string, YamlValue>>;
  readonly level: Level;
}

function checkMapping(
  { values, prefix, schemas, others, level }: Mapping,
  dialect: Dialect,
  entries: FrontMatter['entries'],
): CheckedKey[] {
  const known = Object.keys(schemas);
  return Object.entries(values).flatMap(([name, value]) => {
    const path = prefix + name;
    const entry = entries.get(path);
    if (!entry) return [];
    const expected = known.includes(name) ? expectation(schemas[name]!, value) : null;
    const isElsewhere = !(name in others) && isMisplaced(name, value, level, dialect);
    const belongsTo = isElsewhere ? (level === 'top' ? 'options' : 'top') : null;
    return [{ path, name, entry, known, isOption: level === 'options', belongsTo, expected }];
  });
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys and values',
};

function expectation({ type, enum: allowed, minimum, maximum }: KeySchema, value: YamlValue): string | null {
  // A key without a value is treated as absent.
  if (value === null) return null;
  const types = [type].flat();
  const actual = Array.isArray(value) ? 'array' : typeof value;
  if (!types.includes(actual)) return types.flatMap((name) => TYPE_NAMES[name] ?? []).join(' or ');
  if (allowed && !allowed.includes(String(value))) return `one of ${allowed.join(', ')}`;
  if (typeof value !== 'number') return null;
  if (minimum !== undefined && value < minimum) return `at least ${minimum}`;
  return maximum !== undefined && value > maximum ? `at most ${maximum}` : null;
}
