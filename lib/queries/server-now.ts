import { useSyncExternalStore } from "react";
import type { Instant } from "@/lib/domain/instant";

/** Answers may be a little late; a clock that steps back by less than this is left alone. */
const JITTER_MS = 1500;
const TICK_MS = 1000;

/** Server's epoch ms minus the page's own monotonic time; null until a reply has told. */
let offset: number | null = null;
let shown = 0;
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function tick(): void {
  const next = Math.floor(serverNow() / TICK_MS) * TICK_MS;
  if (next === shown) return;
  shown = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The server's time as epoch ms, carried on from its last reply; 0 before the first. */
export function serverNow(): number {
  return offset === null ? 0 : offset + performance.now();
}

/** Takes the `now` of a reply. The person's own clock is never asked. */
export function learnServerNow(now: Instant): void {
  const told = Date.parse(now);
  if (Number.isNaN(told)) return;
  const next = told - performance.now();
  if (offset !== null && next < offset && offset - next < JITTER_MS) return;
  offset = next;
  tick();
}

/** The server's time in epoch ms, whole seconds, ticking once a second; 0 before the first reply and while rendering on the server. */
export function useNow(): number {
  return useSyncExternalStore(
    subscribe,
    () => shown,
    () => 0,
  );
}
