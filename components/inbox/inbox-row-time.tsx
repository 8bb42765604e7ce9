"use client";

import clsx from "clsx";
import { Age } from "@/components/ui/age";
import { formatAge } from "@/lib/domain/age";
import { readCountdown } from "@/lib/domain/countdown";
import type { InboxItem } from "@/lib/domain/inbox-item";
import type { Instant } from "@/lib/domain/instant";
import { exactInstant } from "@/lib/domain/instant-words";
import { useAllAtNow } from "@/lib/queries/server-now";

const DAY_MS = 86_400_000;
/** A closed gate says how long it has left once that is little. */
const GATE_SAYS_MS = 7 * DAY_MS;

export interface InboxRowTimeProps {
  item: InboxItem;
  /** When AWS last answered for its pipeline, where that is too long ago. */
  seenAt?: Instant;
}

/** How long there is left, with a bar of it, or how long it has been so. */
export function InboxRowTime({ item, seenAt }: InboxRowTimeProps) {
  const { kind, since, deadlineAt, totalMs } = item;
  const left = useAllAtNow((now) => {
    if (now === 0 || deadlineAt === undefined) return null;
    const countdown = readCountdown(deadlineAt, now, totalMs);
    if (kind === "approval") return countdown;
    if (countdown.leftMs > GATE_SAYS_MS) return null;
    const words = countdown.leftMs === 0 ? "over 30 days: resumes no more" : undefined;
    return { ...countdown, words: words ?? `${formatAge(countdown.leftMs)} to resume` };
  });
  if (seenAt !== undefined)
    return (
      <span className="text-secondary text-ink-2">
        seen <Age at={seenAt} ago />
      </span>
    );
  if (left !== null)
    return (
      <span className="flex w-full max-w-[132px] flex-col gap-1">
        <time
          dateTime={deadlineAt}
          title={deadlineAt && exactInstant(deadlineAt)}
          className={clsx("num text-secondary text-wait", left.urgent ? "font-bold" : "font-semibold")}
        >
          {left.words}
        </time>
        {left.share !== null && (
          <span aria-hidden className="h-[3px] overflow-hidden rounded-full bg-line">
            <span
              className="block h-full bg-wait-edge"
              style={{ width: `${(left.share * 100).toFixed(1)}%` }}
            />
          </span>
        )}
      </span>
    );
  if (since === undefined) return null;
  return (
    <span className="text-secondary text-ink-2">
      {kind === "failure" && "failing "}
      {kind === "gate" && "closed "}
      <Age at={since} className="!min-w-0" />
    </span>
  );
}
