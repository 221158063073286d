import type { Dialect, FrontMatter, FrontMatterEntry, YamlValue } from '../deck/deck';
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
/** Those of the later reveal.js of other tools. */
const REVEAL_OPTIONS: Schemas = { ...OPTIONS, ...schema.properties.revealOptions.properties };

/** A key of the frontmatter, with what is allowed there. */
export interface CheckedKey {
  /** As in `entries`: `slideOptions.theme`. */
  readonly path: string;
  readonly name: string;
  readonly entry: FrontMatterEntry;
  /** The names that the dialect knows at this place. */
  readonly known: readonly string[];
  readonly isOption: boolean;
  /** What the value should be, in words; null if it is valid, or the key is unknown. */
  readonly expected: string | null;
}

/** The keys of a deck's frontmatter, including its slide options, in the order written. */
export function checkKeys({ values, entries }: FrontMatter, dialect: Dialect): CheckedKey[] {
  const options = dialect === 'hedgedoc' ? 'slideOptions' : 'revealOptions';
  const known = Object.keys(KEYS).filter((name) => isKnownTo(dialect, KEYS[name]!));
  const checked = checkMapping(values, '', KEYS, known, entries);
  const nested = values[options];
  const isMapping =
    known.includes(options) && typeof nested === 'object' && nested !== null && !Array.isArray(nested);
  if (isMapping) {
    const schemas = dialect === 'hedgedoc' ? OPTIONS : REVEAL_OPTIONS;
    checked.push(...checkMapping(nested, `${options}.`, schemas, Object.keys(schemas), entries));
  }
  return checked;
}

/** In the dialect of blank lines frontmatter is not read, so no key is known or unknown. */
function isKnownTo(dialect: Dialect, { 'x-dialects': dialects }: KeySchema): boolean {
  return dialects?.includes(dialect) ?? true;
}

function checkMapping(
  values: Readonly<Record<string, YamlValue>>,
  prefix: string,
  schemas: Schemas,
  known: readonly string[],
  entries: FrontMatter['entries'],
): CheckedKey[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const path = prefix + name;
    const entry = entries.get(path);
    if (!entry) return [];
    const expected = known.includes(name) ? expectation(schemas[name]!, value) : null;
    return [{ path, name, entry, known, isOption: prefix !== '', expected }];
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
