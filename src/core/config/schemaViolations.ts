import { type OutputUnit, type Schema, validate } from '@cfworker/json-schema';
import { nearest } from '../text/nearest';
import schema from './config.schema.json';

/** Something in a value that the schema does not allow. */
export interface Violation {
  readonly path: readonly (string | number)[];
  /** Whether the key is wrong rather than its value. */
  readonly atKey: boolean;
  /** What is wrong and what to do; worded only when called. */
  message(): string;
}

/** How a value violates the configuration's schema. Throws if a string in it is not valid Unicode. */
export function violations(value: unknown): Violation[] {
  const { errors } = validate(value, schema as Schema, '7', undefined, false);
  const isOther = otherAlternatives(errors);
  return errors.flatMap((error, index) => {
    const { keyword, instanceLocation, keywordLocation } = error;
    const describe = DESCRIPTIONS[keyword];
    // The others only say that there is an error further inside.
    if (!describe || isOther(error)) return [];
    const path = pathOf(instanceLocation, value);
    const isUnknown = keyword === 'false';
    // For what is never allowed, the previous error has the place in the schema.
    const location = isUnknown ? errors[index - 1]!.keywordLocation : keywordLocation;
    const atKey = isUnknown || location.includes('/propertyNames/');
    return [{ path, atKey, message: () => describe(location, path, value) }];
  });
}

/** Of two alternatives the one whose type the value does not have says nothing of use. */
function otherAlternatives(errors: readonly OutputUnit[]): (error: OutputUnit) => boolean {
  const others = new Set<string>();
  for (const { keywordLocation, instanceLocation } of errors) {
    const branch = /^(.*\/anyOf\/\d+)\/\$ref\/type$/.exec(keywordLocation)?.[1];
    if (branch !== undefined) others.add(`${branch} ${instanceLocation}`);
  }
  return ({ keywordLocation, instanceLocation }) => {
    const branch = /^.*\/anyOf\/\d+/.exec(keywordLocation)?.[0];
    if (branch === undefined) return false;
    const keys = instanceLocation.split('/');
    return keys.some((_, index) => others.has(`${branch} ${keys.slice(0, index + 1).join('/')}`));
  };
}

type Describe = (keywordLocation: string, path: Violation['path'], value: unknown) => string;

const DESCRIPTIONS: Readonly<Record<string, Describe>> = {
  type: (keywordLocation) => {
    const types = [schemaAt(keywordLocation)].flat().map((type) => TYPES[type as string]!);
    return `Expected here: ${types.join(' or ')}.`;
  },
  enum: (keywordLocation, path, value) => {
    const allowed = schemaAt(keywordLocation) as string[];
    return `Unknown value ${quoted(valueAt(value, path))}.${advice(String(valueAt(value, path)), allowed)}`;
  },
  false: (keywordLocation, path) => {
    const key = String(path.at(-1));
    const allowed = Object.keys(
      schemaAt(keywordLocation.replace(/\/additionalProperties$/, '/properties')) as object,
    );
    return `Unknown key ${quoted(key)}.${advice(
      key,
      allowed.filter((name) => name !== '$schema'),
    )}`;
  },
  required: (keywordLocation, path, value) => {
    const present = valueAt(value, path) as object;
    const missing = (schemaAt(keywordLocation) as string[]).filter((key) => !Object.hasOwn(present, key));
    return `Add what is missing here: ${missing.map(quoted).join(', ')}.`;
  },
  pattern: (keywordLocation) => {
    return (schemaAt(keywordLocation.replace(/\/pattern$/, '')) as { patternErrorMessage: string })
      .patternErrorMessage;
  },
  exclusiveMinimum: (keywordLocation) => `Expected here: a number above ${schemaAt(keywordLocation)}.`,
  minLength: () => 'This is empty: write something or remove it.',
  maxLength: (keywordLocation) => {
    return `This is too long: no more than ${schemaAt(keywordLocation)} characters are allowed.`;
  },
};

const TYPES: Readonly<Record<string, string>> = {
  string: 'text in double quotes',
  array: 'a list, [ … ]',
  object: 'keys and values, { … }',
  number: 'a number',
};

function advice(name: string, allowed: readonly string[]): string {
  const meant = nearest(name, allowed);
  if (meant !== undefined) return ` Did you mean "${meant}"?`;
  return allowed.length <= MAX_LISTED ? ` Use one of ${allowed.map(quoted).join(', ')}.` : ' Remove it.';
}

const MAX_LISTED = 10;

/** As written in the file, but no longer than anyone reads. */
function quoted(value: unknown): string {
  const json = JSON.stringify(value);
  return json.length > 60 ? `${json.slice(0, 60)}…` : json;
}

function pathOf(instanceLocation: string, value: unknown): (string | number)[] {
  let parent: unknown = value;
  return keysOf(instanceLocation).map((key) => {
    const segment = Array.isArray(parent) ? Number(key) : key;
    parent = (parent as Record<string | number, unknown>)[segment];
    return segment;
  });
}

function valueAt(value: unknown, path: Violation['path']): unknown {
  return path.reduce((at, segment) => (at as Record<string | number, unknown>)[segment], value);
}

/** The part of the schema that a violation refers to, reached by following references. */
function schemaAt(keywordLocation: string): unknown {
  return keysOf(keywordLocation).reduce<unknown>((at, key) => {
    const part = (at as Record<string, unknown>)[key];
    return key === '$ref' ? schemaAt(part as string) : part;
  }, schema);
}

/** The keys of a JSON pointer in a URL fragment. */
function keysOf(pointer: string): string[] {
  const keys = pointer.split('/').slice(1);
  return keys.map((key) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~'));
}
