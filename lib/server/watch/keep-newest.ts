import "server-only";

/** Puts `value` last in `kept`, as the newest, and drops the oldest beyond `most`; answers the value. */
export function keepNewest<Key, Value>(
  kept: Map<Key, Value>,
  key: Key,
  value: Value,
  most: number,
  onDropped: (oldest: Value) => void = () => undefined,
): Value {
  kept.delete(key);
  kept.set(key, value);
  for (const [oldest, dropped] of kept) {
    if (kept.size <= most) break;
    kept.delete(oldest);
    onDropped(dropped);
  }
  return value;
}
