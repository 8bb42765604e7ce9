/** MB that the server's heap may take: several times what it holds of 10,000 pipelines and 500 viewers. */
const HEAP_MB = 1024;
/** Heaps of the C library. Buffers of the threads that read and write are else spread over eight for each processor. */
const ARENAS = "2";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * How Node keeps the memory of a long-running server small: what is garbage is collected sooner where the heap has an
 * end, and freed buffers leave fewer gaps. What the person's own environment says of either stays.
 * Source: Node.js `--max-old-space-size`; glibc mallopt(3), `MALLOC_ARENA_MAX`.
 */
export function leanMemory(env: Environment): { flags: string[]; env: Environment } {
  const saysSo = /--max[-_](old[-_]space|heap)[-_]size/.test(env.NODE_OPTIONS ?? "");
  return {
    flags: saysSo ? [] : [`--max-old-space-size=${HEAP_MB}`],
    env: { MALLOC_ARENA_MAX: ARENAS, ...env },
  };
}
