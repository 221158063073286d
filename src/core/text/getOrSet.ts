interface Cache<Key, Value> {
  has(key: Key): boolean;
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

/** What a map has for a key, worked out and kept where it has nothing yet. */
export function getOrSet<Key, Value>(cache: Cache<Key, Value>, key: Key, workOut: () => Value): Value {
  if (cache.has(key)) return cache.get(key) as Value;
  const value = workOut();
  cache.set(key, value);
  return value;
}
