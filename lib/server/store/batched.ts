import "server-only";

/** A load under way holds the next one back for this long at most: one that hangs delays nobody for long. */
const PATIENCE_MS = 10;

/**
 * A lookup by key whose calls are loaded together: those of one turn of the event loop, and those that come while a
 * load is under way. What was asked before a call never answers it: a key is shared only by calls whose query has not
 * been sent yet. When loading fails, every call of that load fails with its error.
 *
 * @param load given each key once; a key it leaves out has no value
 */
export function batched<K, V>(
  load: (keys: K[]) => Promise<ReadonlyMap<K, V>>,
): (key: K) => Promise<V | undefined> {
  let next: { keys: Set<K>; loaded: Promise<ReadonlyMap<K, V>> } | undefined;
  let underWay = 0;
  /** Sends the load that is held back. */
  let go: (() => void) | undefined;
  const ended = () => {
    underWay -= 1;
    go?.();
  };
  const open = () => {
    const keys = new Set<K>();
    const loaded = new Promise<ReadonlyMap<K, V>>((resolve) => {
      let patience: ReturnType<typeof setTimeout> | undefined;
      const send = () => {
        clearTimeout(patience);
        go = undefined;
        next = undefined;
        underWay += 1;
        const loading = load([...keys]);
        loading.then(ended, ended);
        resolve(loading);
      };
      setImmediate(() => {
        if (underWay === 0) {
          send();
          return;
        }
        go = send;
        patience = setTimeout(send, PATIENCE_MS);
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
