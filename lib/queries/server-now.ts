import { createContext, useContext, useMemo, useSyncExternalStore } from "react";
import type { Instant } from "@/lib/domain/instant";

/** Answers may be a little late; a clock that steps back by less than this is left alone. */
const JITTER_MS = 1500;
const TICK_MS = 1000;
const LISTENERS_A_TURN = 12;

/** Server's epoch ms minus the page's own monotonic time; null until a reply has told. */
let offset: number | null = null;
let shown = 0;
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

/**
 * The server's now when it drew the page, epoch ms, whole seconds: what the first frame shows on the server and in the
 * browser alike. 0 where the server drew nothing.
 */
export const DrawnAtContext = createContext(0);

function tick(): void {
  const next = wholeSecond(serverNow());
  if (next === shown) return;
  shown = next;
  tellSome([...listeners]);
}

/** Whoever listens, a few after each frame: a hundred ages may be another second older at once, and nobody sees in which order. */
function tellSome(left: ReadonlyArray<() => void>): void {
  for (const listener of left.slice(0, LISTENERS_A_TURN)) if (listeners.has(listener)) listener();
  const others = left.slice(LISTENERS_A_TURN);
  if (others.length > 0) requestAnimationFrame(() => setTimeout(tellSome, 0, others));
}

function wholeSecond(ms: number): number {
  return Math.floor(ms / TICK_MS) * TICK_MS;
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

/** From 0 up to 1, by chance: for those who must not all do the same at the same time. */
export function chance(): number {
  return Math.random();
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

/**
 * Takes the `now` of the document itself, once, and returns what to put into `DrawnAtContext`. What is shown stays at it
 * until the first tick, so that the browser's first frame is the server's. `hydrating`: the document brought this page,
 * rather than a navigation inside it. On the server nothing is taken, since its requests share this module.
 */
export function startServerNow(now: Instant, hydrating: boolean): number {
  const told = Date.parse(now);
  if (typeof window !== "undefined" && offset === null && !Number.isNaN(told)) {
    offset = told - (hydrating ? documentCameAt() : performance.now());
    shown = wholeSecond(told);
  }
  return wholeSecond(told);
}

/** How long ago the document came, on the browser's own clock: epoch ms, as the browser's caches count. */
export function documentCameAtOwnMs(): number {
  return performance.timeOrigin + documentCameAt();
}

function documentCameAt(): number {
  const [entry] = performance.getEntriesByType("navigation");
  const came = entry !== undefined && "responseStart" in entry ? Number(entry.responseStart) : 0;
  return came > 0 ? came : performance.now();
}

/**
 * What `read` makes of the server's time, epoch ms in whole seconds (0 before the first reply). It is asked once a
 * second, and only another answer draws anew, so that a word that stays costs nothing.
 */
export function useAtNow<Value extends string | number | boolean | null | undefined>(
  read: (now: number) => Value,
): Value {
  const drawnAt = useContext(DrawnAtContext);
  return useSyncExternalStore(
    subscribe,
    () => read(shown),
    () => read(drawnAt),
  );
}

/** Like `useAtNow`, of several values at once: plain data, and the same object until one of them is another. */
export function useAllAtNow<Values extends object | null>(read: (now: number) => Values): Values {
  const text = useAtNow((now) => JSON.stringify(read(now)));
  return useMemo((): Values => JSON.parse(text), [text]);
}

/** The server's time in epoch ms, whole seconds, ticking once a second; 0 before the first reply. */
export function useNow(): number {
  return useAtNow(same);
}

function same(now: number): number {
  return now;
}
