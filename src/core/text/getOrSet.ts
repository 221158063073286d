interface Cache<Key, Value> {
  has(key: Key): boolean;
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

/** A map's value for a key, computed and stored if it has none yet. */
export function getOrSet<Key, Value>(cache: Cache<Key, Value>, key: Key, workOut: () => Value): Value {
  if (cache.has(key)) return cache.get(key) as Value;
  const value = workOut();
  cache.set(key, value);
  return value;
}
