import "server-only";
import type { Freshness } from "@/lib/domain/freshness";
import type { Instant } from "@/lib/domain/instant";
import type { AwsFailure } from "../codepipeline/aws-failure";

const LONGEST_WAIT_MS = 30_000;

/** Reads that fail, since when, and when the next one goes out. */
export interface Trouble {
  failure: AwsFailure;
  /** Epoch milliseconds of the first failure in a row. */
  sinceMs: number;
  /** Failures in a row. */
  tries: number;
  /** Epoch milliseconds, for people. */
  nextTryAtMs: number;
  /** The same on the monotonic clock, for the watcher. */
  nextTryMono: number;
}

/**
 * The trouble after one more failure: waits double from 1 s to 30 s, spread by a quarter either way; what is denied
 * is tried again after `deniedMs`.
 *
 * @param random from 0 to 1
 */
export function worsened(
  previous: Trouble | null,
  failure: AwsFailure,
  at: { nowMs: number; mono: number; random: number },
  deniedMs = LONGEST_WAIT_MS,
): Trouble {
  const tries = (previous?.tries ?? 0) + 1;
  const isDenied = failure.kind === "denied";
  const longestMs = isDenied ? deniedMs : LONGEST_WAIT_MS;
  const waitMs = isDenied ? deniedMs : Math.min(longestMs, 1000 * 2 ** (tries - 1));
  const spreadMs = Math.min(longestMs, Math.round(waitMs * (0.75 + at.random / 2)));
  const same = previous?.failure.kind === failure.kind;
  return {
    failure,
    sinceMs: same ? previous.sinceMs : at.nowMs,
    tries,
    nextTryAtMs: at.nowMs + spreadMs,
    nextTryMono: at.mono + spreadMs,
  };
}

/** Whether what is in trouble is left alone for now. */
export function isHeld(trouble: Trouble | null, mono: number): boolean {
  return trouble !== null && trouble.nextTryMono > mono;
}

/** How trouble is shown beside data that is as old as `asOf`. */
export function troubleFreshness(trouble: Trouble, asOf: Instant | null): Freshness {
  const { failure, tries } = trouble;
  const since = new Date(trouble.sinceMs).toISOString();
  const nextTryAt = new Date(trouble.nextTryAtMs).toISOString();
  if (failure.kind === "throttled") return { kind: "throttled", asOf, since, nextTryAt };
  if (failure.kind === "denied") {
    const permission = failure.permission ?? failure.code;
    return {
      kind: "denied",
      asOf,
      since,
      nextTryAt,
      permission,
      principal: failure.principal,
      reason: reasonOf(failure),
    };
  }
  return { kind: "unreachable", asOf, since, nextTryAt, reason: reasonOf(failure), tries };
}

/** Why AWS gave nothing that can be shown, in one line. */
export function reasonOf(failure: AwsFailure): string {
  if (failure.kind === "malformed") return failure.message;
  const message = failure.message.split("\n", 1)[0]?.trim() ?? "";
  if (message === "") return failure.code;
  return message.includes(failure.code) ? message : `${failure.code}: ${message}`;
}
