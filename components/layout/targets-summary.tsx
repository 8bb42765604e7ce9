"use client";

import { useQuery } from "@tanstack/react-query";
import { FreshnessChip } from "@/components/ui/freshness-chip";
import { Glyph } from "@/components/ui/glyph";
import { Pill } from "@/components/ui/pill";
import { Popover } from "@/components/ui/popover";
import { formatAge } from "@/lib/domain/age";
import { elapsedMs } from "@/lib/domain/elapsed";
import { STALE_AFTER_MS } from "@/lib/domain/stale-after";
import { pipelineQueries } from "@/lib/queries/pipeline-queries";
import { useAllAtNow } from "@/lib/queries/server-now";
import { useTargets } from "@/lib/queries/target-queries";
import { freshnessSummary } from "./freshness-summary";

/** How many targets are fresh, with each of them one press away. */
export function TargetsSummary() {
  const { data, isError } = useTargets();
  const listed = useQuery({ ...pipelineQueries.list(), enabled: false }).data;
  // Both are polled; on the overview the chips of the groups and this one must tell the same.
  const newer = listed !== undefined && data !== undefined && listed.now > data.now ? listed : undefined;
  const targets = (data?.items ?? []).map((target) => ({
    ...target,
    freshness: newer?.freshness[target.id] ?? target.freshness,
  }));
  const { lost, silent, fresh, total, tone } = useAllAtNow((now) => {
    const silence = elapsedMs((newer ?? data)?.now ?? "", now) ?? 0;
    const long = silence >= STALE_AFTER_MS;
    const all = targets.map(({ freshness }) => freshness);
    return { lost: long, silent: long ? formatAge(silence) : "", ...freshnessSummary(all, now) };
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
        ) : (
          <Pill tone={tone}>
            {tone === "live" ? (
              <span className="size-2 rounded-full bg-good-fill" />
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
