/** MB that the server's heap may take: several times what it holds of 10,000 pipelines and 500 viewers. */
const HEAP_MB = 896;
/** MB of each half of the space for new objects, from the start: an answer of AWS is garbage by the time it would move. */
const NEW_MB = 16;
/** Heaps of the C library. Buffers of the threads that read and write are else spread over eight for each processor. */
const ARENAS = "2";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * How Node keeps the memory of a long-running server small: what is garbage is collected sooner where the heap has an
 * end, what lives for seconds leaves no gaps among what stays, and freed buffers leave fewer. What the person's own
 * environment says of the heap or the library stays.
 * Source: Node.js `--max-old-space-size`, V8 `--min-semi-space-size`; glibc mallopt(3), `MALLOC_ARENA_MAX`.
 */
export function leanMemory(env: Environment): { flags: string[]; env: Environment } {
  const saysSo = /--max[-_](old[-_]space|heap)[-_]size/.test(env.NODE_OPTIONS ?? "");
  return {
    flags: saysSo ? [] : [`--max-old-space-size=${HEAP_MB}`, `--min-semi-space-size=${NEW_MB}`],
    env: { MALLOC_ARENA_MAX: ARENAS, ...env },
  };
}
