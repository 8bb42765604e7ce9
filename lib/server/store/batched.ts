import "server-only";

/**
 * A lookup by key whose calls of one turn of the event loop are loaded together. What was asked before a call never
 * answers it: a key is shared only by calls whose query has not been sent yet. When loading fails, every call of that
 * turn fails with its error.
 *
 * @param load given each key once; a key it leaves out has no value
 */
export function batched<K, V>(
  load: (keys: K[]) => Promise<ReadonlyMap<K, V>>,
): (key: K) => Promise<V | undefined> {
  let next: { keys: Set<K>; loaded: Promise<ReadonlyMap<K, V>> } | undefined;
  const open = () => {
    const keys = new Set<K>();
    const loaded = new Promise<ReadonlyMap<K, V>>((resolve) => {
      setImmediate(() => {
        next = undefined;
        resolve(load([...keys]));
      });
    });
    next = { keys, loaded };
    return next;
  };
  return (key) => {
    const batch = next ?? open();
    batch.keys.add(key);
    return batch.loaded.then((found) => found.get(key));
  };
}
