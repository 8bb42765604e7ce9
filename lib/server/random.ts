import "server-only";

/** The server's only random source: a number from 0 (included) to 1 (not), for jitter. Never for secrets. */
export function random(): number {
  return Math.random();
}
