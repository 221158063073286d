interface Cache<Key, Value> {
  has(key: Key): boolean;
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

/** A map's value for a key, computed and stored if it has none yet. */
export function getOrSet<Key, Value>(cache: Cache<Key, Value>, key: Key, workOut: () => Value): Value {
  const known = cache.get(key);
  if (known !== undefined || cache.has(key)) return known as Value;
  const value = workOut();
  cache.set(key, value);
  return value;
}
