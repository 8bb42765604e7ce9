import "server-only";
import type { Instant } from "@/lib/domain/instant";

interface FollowedClock {
  nowMs: number;
  /** Emulated milliseconds per millisecond; 0 while that clock only moves when told. */
  rate: number;
  readAtMs: number;
  askedMs: number;
}

/** A machine that is busy with other tests answers late, and a press by a clock that stood still is told at a wrong time. */
const ANSWER_MS = 10_000;

declare global {
  var pipedeckFollowedClock: FollowedClock | undefined;
}

/** The server's time, epoch milliseconds. Every instant in a reply comes from here. */
export function now(): number {
  const followed = globalThis.pipedeckFollowedClock;
  if (!followed) return Date.now();
  return Math.floor(followed.nowMs + (monotonic() - followed.readAtMs) * followed.rate);
}

/** The server's time as an instant, or that of the epoch milliseconds given. */
export function nowInstant(ms: number = now()): Instant {
  return new Date(ms).toISOString();
}

/** The machine's own time, epoch milliseconds, whatever clock is followed: for what other programs stamp and check. */
export function machineNow(): number {
  return Date.now();
}

/** Milliseconds that only ever go forward at wall speed: for intervals, budgets and backing off, never for display. */
export function monotonic(): number {
  return performance.now();
}

/**
 * Tests only: when PIPEDECK_CLOCK_URL names an emulator, takes over its clock. A request awaits this before it
 * reads the time. Undefined when no clock is followed. Keeps the last known time when that emulator does not answer.
 */
export function followClock(): Promise<void> | undefined {
  const base = process.env.PIPEDECK_CLOCK_URL;
  return base ? takeOver(base) : undefined;
}

async function takeOver(base: string): Promise<void> {
  const askedMs = monotonic();
  try {
    const response = await fetch(new URL("/_emulator/status", base), {
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    const status: unknown = await response.json();
    const told = toFollowedClock(status, askedMs);
    if (told) follow(told);
  } catch {
    // The next request asks again.
  }
}

/**
 * A busy machine hands over an answer seconds after it was given: that clock has gone on by up to this since. What was asked
 * later and answered sooner stays, as does what is followed already and agrees with the answer.
 */
function follow(told: FollowedClock): void {
  const known = globalThis.pipedeckFollowedClock;
  if (known && known.askedMs > told.askedMs) return;
  const lateMs = (told.readAtMs - told.askedMs) * told.rate;
  const isNow = known?.rate === told.rate && now() >= told.nowMs && now() <= told.nowMs + lateMs;
  globalThis.pipedeckFollowedClock = isNow
    ? { ...known, askedMs: told.askedMs }
    : { ...told, nowMs: told.nowMs + lateMs / 2 };
}

function toFollowedClock(status: unknown, askedMs: number): FollowedClock | undefined {
  if (typeof status !== "object" || status === null || !("now" in status)) return undefined;
  const nowMs = Date.parse(String(status.now));
  if (Number.isNaN(nowMs)) return undefined;
  const speed = "speed" in status && typeof status.speed === "number" ? status.speed : 1;
  const manual = "clock" in status && status.clock === "manual";
  return { nowMs, rate: manual ? 0 : speed, readAtMs: monotonic(), askedMs };
}
