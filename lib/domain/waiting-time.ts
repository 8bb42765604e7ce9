import { formatAge } from "./age";
import { formatSpan } from "./duration";
import { isLonger } from "./durations-apart";
import { elapsedMs } from "./elapsed";
import type { Freshness } from "./freshness";
import type { Waiting } from "./waiting";

/** How long an action of a stage usually takes, milliseconds; undefined where that is not known. */
export type UsualMs = (stage: string, action: string) => number | undefined;

/**
 * The part of an answer that ticks, as a sentence: how long something has stood so, how much time is left, and what runs
 * longer than usual. Undefined when there is nothing to say. `now`: epoch milliseconds, 0 when it is not known yet.
 */
export function waitingTime(
  waiting: Waiting,
  now: number,
  usual: UsualMs = () => undefined,
): string | undefined {
  if (now === 0) return undefined;
  const forMs = waiting.since === undefined ? null : elapsedMs(waiting.since, now);
  const leftMs = waiting.until === undefined ? null : left(waiting.until, now);
  switch (waiting.cause) {
    case "failure":
      return forMs === null ? undefined : `Failed ${formatAge(forMs)} ago.`;
    case "approval":
      if (leftMs === null) return undefined;
      return leftMs > 0 ? `${formatSpan(leftMs)} left to answer.` : "The time to answer is over.";
    case "gate":
      return gateTime(forMs, leftMs);
    case "rule":
      return ruleTime(forMs, leftMs);
    case "queue":
      return leftMs === null ? workTime(waiting, now, usual) : ruleTime(forMs, leftMs);
    case "work":
      return workTime(waiting, now, usual);
    case "stopped":
    case "cancelled":
      return forMs === null ? undefined : `That was ${formatAge(forMs)} ago.`;
    default:
      return undefined;
  }
}

/** What to know of an answer that AWS does not confirm now; undefined when it does. */
export function waitingDoubt(freshness: Freshness, now: number): string | undefined {
  const words = { throttled: "AWS is throttling", unreachable: "AWS does not answer", denied: "AWS says no" };
  if (freshness.kind === "live" || freshness.kind === "catching-up") return undefined;
  const age = freshness.asOf === null ? null : elapsedMs(freshness.asOf, now);
  const seen = age === null || now === 0 ? "" : ` Seen ${formatAge(age)} ago,`;
  return `${words[freshness.kind]}.${seen} ${seen === "" ? "This" : "this"} may have changed.`;
}

function left(until: string, now: number): number | null {
  const ms = Date.parse(until) - now;
  return Number.isNaN(ms) ? null : Math.max(0, ms);
}

function gateTime(forMs: number | null, leftMs: number | null): string | undefined {
  const closed = forMs === null ? [] : [`closed ${formatAge(forMs)} ago`];
  const resumes =
    leftMs === null
      ? []
      : [leftMs > 0 ? `${formatSpan(leftMs)} left to resume` : "what waits will not resume any more"];
  return asSentence([...closed, ...resumes]);
}

function ruleTime(forMs: number | null, leftMs: number | null): string | undefined {
  const since = forMs === null ? [] : [`for ${formatSpan(forMs)} now`];
  const end = leftMs === null ? [] : [leftMs > 0 ? `${formatSpan(leftMs)} more at most` : "its time is up"];
  return asSentence([...since, ...end]);
}

function workTime(
  { stage = "", running = [], since = "" }: Waiting,
  now: number,
  usual: UsualMs,
): string | undefined {
  const timed = running.map(({ action, since: start }) => ({
    action,
    ranMs: elapsedMs(start, now) ?? 0,
    usualMs: usual(stage, action),
  }));
  const slow = timed.find(({ ranMs, usualMs }) => usualMs !== undefined && isSlow(ranMs, usualMs));
  if (slow?.usualMs !== undefined)
    return `${slow.action} has run for ${formatSpan(slow.ranMs)}, longer than usual: ${formatSpan(slow.usualMs)}.`;
  const [first] = timed;
  if (first?.usualMs !== undefined)
    return `For ${formatSpan(first.ranMs)} now, usually ${formatSpan(first.usualMs)}.`;
  const forMs = elapsedMs(since, now);
  return forMs === null ? undefined : `For ${formatSpan(forMs)} now.`;
}

/** By more than chance, and by enough that the words differ. */
function isSlow(ranMs: number, usualMs: number): boolean {
  return isLonger(ranMs, usualMs) && formatSpan(ranMs) !== formatSpan(usualMs);
}

function asSentence(parts: readonly string[]): string | undefined {
  const text = parts.join(", ");
  return text === "" ? undefined : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
