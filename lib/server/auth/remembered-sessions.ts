import "server-only";
import { monotonic } from "../clock";
import { ApiError } from "../errors";
import type { LiveSession } from "../store/people-sessions";

/** Without the store, who was signed in this long ago still is, for reading: nothing can be pressed then anyway. */
const REMEMBERED_MS = 5 * 60_000;
const MOST_REMEMBERED = 5000;
/** After a failure the store is left alone this long by who is remembered: a store that hangs costs seconds each time. */
const LEFT_ALONE_MS = 1000;

declare global {
  var pipedeckSessions: Map<string, { row: LiveSession; atMono: number }> | undefined;
  var pipedeckStoreFailedMono: number | undefined;
}

/**
 * The session as `find` says; while the store does not answer, as it last said, for five minutes. Whoever is not signed
 * in any more by the store's own word is forgotten at once. Throws what `find` throws when nothing is remembered.
 */
export function remembering(
  id: string,
  find: (id: string) => Promise<LiveSession | undefined>,
): Promise<LiveSession | undefined> {
  globalThis.pipedeckSessions ??= new Map();
  const known = globalThis.pipedeckSessions;
  const fresh = () => {
    const last = known.get(id);
    return last && monotonic() - last.atMono <= REMEMBERED_MS ? { ...last.row, stale: false } : undefined;
  };
  if (monotonic() - (globalThis.pipedeckStoreFailedMono ?? Number.NEGATIVE_INFINITY) < LEFT_ALONE_MS) {
    const remembered = fresh();
    if (remembered) return Promise.resolve(remembered);
  }
  const remember = (row: LiveSession | undefined) => {
    known.delete(id);
    if (row) known.set(id, { row, atMono: monotonic() });
    if (known.size > MOST_REMEMBERED) known.delete(known.keys().next().value ?? "");
    return row;
  };
  return find(id).then(remember, (error: unknown) => {
    if (!(error instanceof ApiError) || error.code !== "store.unavailable") throw error;
    globalThis.pipedeckStoreFailedMono = monotonic();
    const remembered = fresh();
    if (!remembered) throw error;
    return remembered;
  });
}
