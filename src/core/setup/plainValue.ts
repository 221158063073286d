import type { YamlValue } from '../deck/deck';
import { isRecord } from '../text/isRecord';

/** Deeper than any option of reveal.js. */
const MAX_DEPTH = 20;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** A copy without a prototype and without anything that is not plain; undefined if nothing is left. */
export function plainValue(value: unknown, depth = 0): YamlValue | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (depth === MAX_DEPTH) return undefined;
  if (Array.isArray(value))
    return value.map((item) => plainValue(item, depth + 1)).filter((item) => item !== undefined);
  return isRecord(value) ? plainRecord(value, depth) : undefined;
}

/** The same for an object: each of its keys that has a plain value. */
export function plainRecord(record: Readonly<Record<string, unknown>>, depth = 0): Record<string, YamlValue> {
  const result = Object.create(null) as Record<string, YamlValue>;
  for (const [key, value] of Object.entries(record)) {
    const plain = FORBIDDEN_KEYS.has(key) ? undefined : plainValue(value, depth + 1);
    if (plain !== undefined) result[key] = plain;
  }
  return result;
}
