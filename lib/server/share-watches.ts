import "server-only";

declare global {
  var pipedeckShares: boolean | undefined;
}

/**
 * What this process finds is kept in the database from now on, and shared with the other processes that use it. Without
 * it, as in tests of single parts, each watch is alone with what it finds. Loads nothing: the watches come later.
 */
export function shareWatches(): void {
  globalThis.pipedeckShares = true;
}
