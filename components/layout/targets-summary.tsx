"use client";

import clsx from "clsx";
import { FreshnessChip } from "@/components/ui/freshness-chip";
import { Glyph } from "@/components/ui/glyph";
import { Pill } from "@/components/ui/pill";
import { Popover } from "@/components/ui/popover";
import { useLate } from "@/components/ui/use-late";
import { formatAge } from "@/lib/domain/age";
import { elapsedMs } from "@/lib/domain/elapsed";
import { STALE_AFTER_MS } from "@/lib/domain/stale-after";
import { useLive } from "@/lib/queries/live/live-store";
import { useListedFreshness } from "@/lib/queries/pipeline-queries";
import { useAllAtNow } from "@/lib/queries/server-now";
import { useTargets } from "@/lib/queries/target-queries";
import { freshnessSummary } from "./freshness-summary";
import { liveWords } from "./live-words";

/** A stream begins within a moment; after this long the page says that it has not. */
const LATE_MS = 4000;

/** Whether changes come by themselves and how many targets are fresh, with each of them one press away. */
export function TargetsSummary() {
  const { data, isError } = useTargets();
  const listed = useListedFreshness();
  const live = useLive();
  const late = useLate(LATE_MS);
  // Both are asked for; on the overview the chips of the groups and this one must tell the same.
  const newer = listed !== undefined && data !== undefined && listed.now > data.now ? listed : undefined;
  const targets = (data?.items ?? []).map((target) => ({
    ...target,
    freshness: newer?.freshness[target.id] ?? target.freshness,
  }));
  const { lost, silent, chip, sentence, fresh, total, tone } = useAllAtNow((now) => {
    const silence = elapsedMs((newer ?? data)?.now ?? "", now) ?? 0;
    const long = silence >= STALE_AFTER_MS;
    const all = targets.map(({ freshness }) => freshness);
    const words = liveWords(live, now, late);
    return { lost: long, silent: long ? formatAge(silence) : "", ...words, ...freshnessSummary(all, now) };
  });
  if (data === undefined) {
    return isError ? (
      <Pill tone="bad">
        <Glyph name="broken" size={12} />
        no answer
      </Pill>
    ) : null;
  }
  if (total === 0) return <Pill tone="neutral">no targets</Pill>;
  return (
    <Popover
      triggerClassName="thumb rounded-full"
      trigger={
        lost ? (
          <Pill tone="bad">
            <Glyph name="broken" size={12} />
            no answer, {silent}
          </Pill>
        ) : chip !== undefined ? (
          <Pill tone={live.kind === "connecting" ? "neutral" : "wait"}>
            <Glyph name="clock" size={12} />
            <span className="num">{chip}</span>
          </Pill>
        ) : (
          <Pill tone={tone}>
            {tone === "live" ? (
              // Filled only while a change would be seen at once.
              <span
                className={clsx(
                  "size-2 rounded-full",
                  live.kind === "live" ? "bg-good-fill" : "border-2 border-ink-3",
                )}
              />
            ) : (
              <Glyph name={tone === "bad" ? "broken" : "clock"} size={12} />
            )}
            <span className="num">
              {fresh} of {total}
              <span className="max-sm:sr-only"> targets</span> fresh
            </span>
          </Pill>
        )
      }
    >
      <p className="mb-2 max-w-72 text-secondary text-ink-2">{sentence}</p>
      <ul className="flex flex-col gap-2">
        {targets.map((target) => (
          <li key={target.id} className="flex items-center justify-between gap-3">
            <span className="min-w-0 truncate">
              <span className="font-medium">{target.name}</span>{" "}
              <span className="text-ink-3">{target.region}</span>
            </span>
            <FreshnessChip freshness={target.freshness} />
          </li>
        ))}
      </ul>
    </Popover>
  );
}
