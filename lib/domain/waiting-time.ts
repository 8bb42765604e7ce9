import { formatAge } from "./age";
import { formatSpan } from "./duration";
import { isLonger } from "./durations-apart";
import { elapsedMs } from "./elapsed";
import type { Freshness } from "./freshness";
import type { Waiting } from "./waiting";

/** How long an action of a stage usually takes, milliseconds; undefined where that is not known. */
export type UsualMs = (stage: string, action: string) => number | undefined;

/**
 * The part of an answer that ticks, as sentences: how long something has stood so, how much time is left, and what runs
 * longer than usual; then the closed gate besides. Undefined when there is nothing to say. `now`: epoch milliseconds, 0 when
 * it is not known yet.
 */
export function waitingTime(waiting: Waiting, now: number, usual?: UsualMs): string | undefined {
  const { gate } = waiting;
  const said = [ownTime(waiting, now, usual), gate?.text, gate && ownTime(gate, now)];
  return said.filter(Boolean).join(" ") || undefined;
}

function ownTime(waiting: Waiting, now: number, usual: UsualMs = () => undefined): string | undefined {
  if (now === 0) return undefined;
  const { cause, stage = "", since = "", until = "", running = [] } = waiting;
  const forMs = elapsedMs(since, now);
  const leftMs = Date.parse(until) - now;
  const ago = (what: string) => forMs !== null && `${what} ${formatAge(forMs)} ago`;
  const left = (rest: string, over: string) =>
    !Number.isNaN(leftMs) && (leftMs > 0 ? `${formatSpan(leftMs)} ${rest}` : over);
  switch (cause) {
    case "failure":
      return asSentence(ago("failed"));
    case "approval":
      return asSentence(left("left to answer", "the time to answer is over"));
    case "gate":
      return asSentence(ago("closed"), left("left to resume", "what waits will not resume any more"));
    case "rule":
    case "queue":
    case "work": {
      const timed = running.map(({ action, since: start }) => ({
        action,
        ranMs: elapsedMs(start, now) ?? 0,
        usualMs: usual(stage, action),
      }));
      const slow = timed.map(slowWords).find(Boolean);
      const usualMs = timed[0]?.usualMs;
      return (
        slow ??
        asSentence(
          forMs !== null && `for ${formatSpan(forMs)} now`,
          usualMs !== undefined && `usually ${formatSpan(usualMs)}`,
          left("more at most", "its time is up"),
        )
      );
    }
    case "stopped":
    case "cancelled":
      return asSentence(ago("that was"));
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

interface TimedAction {
  action: string;
  ranMs: number;
  usualMs: number | undefined;
}

/** That an action has run longer than usual: by more than chance, and by enough that the words differ. */
function slowWords({ action, ranMs, usualMs }: TimedAction): string | undefined {
  if (usualMs === undefined || !isLonger(ranMs, usualMs)) return undefined;
  const [ran, usually] = [formatSpan(ranMs), formatSpan(usualMs)];
  return ran === usually ? undefined : `${action} has run for ${ran}, longer than usual: ${usually}.`;
}

function asSentence(...parts: ReadonlyArray<string | false>): string {
  const text = parts.filter(Boolean).join(", ");
  return text && `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
