"use client";

import { Skeleton } from "@/components/ui/skeleton";
import type { Target } from "@/lib/contract/target";
import { countOf } from "@/lib/domain/count-words";
import { useTargets } from "@/lib/queries/target-queries";
import { SettingsFailure } from "./settings-failure";
import { SettingsLost } from "./settings-lost";
import { SettingsSection } from "./settings-section";
import { TARGET_COLUMNS } from "./target-columns";
import { TargetHealth } from "./target-health";

/** Every target: how fresh it is and why, what may be asked of it and is asked, and what its events tell. */
export function TargetsHealth() {
  const { data, error, refetch } = useTargets({ figures: true });
  if (data === undefined) {
    return (
      <SettingsSection title="Targets">
        {error === null ? (
          <Skeleton className="m-3 h-40" />
        ) : (
          <SettingsFailure error={error} onRetry={() => void refetch()} />
        )}
      </SettingsSection>
    );
  }
  const { items } = data;
  return (
    <SettingsSection title="Targets" note={sumWords(items)}>
      <SettingsLost repliedAt={data.now} failed={error !== null} />
      <div
        aria-hidden
        className={`grid h-7 items-center border-b px-3 text-label text-ink-2 max-lg:hidden ${TARGET_COLUMNS}`}
      >
        <span>Target</span>
        <span>Account</span>
        <span>Freshness</span>
        <span className="text-right">Pipelines</span>
        <span>Requests a second</span>
        <span>Events</span>
      </div>
      <ul>
        {items.map((target) => (
          <TargetHealth key={target.id} target={target} />
        ))}
      </ul>
      {items.length === 0 && (
        <p className="px-3 py-3 text-ink-2">The configuration has no targets, so there is nothing to read.</p>
      )}
    </SettingsSection>
  );
}

/** What all targets are together. */
function sumWords(items: readonly Target[]): string {
  const pipelines = items.reduce((sum, target) => sum + (target.pipelines ?? 0), 0);
  const known = items.every((target) => target.pipelines !== null);
  const calls = items.reduce((sum, { watch }) => sum + watch.callsLastMinute, 0);
  return [
    countOf(items.length, "target"),
    `${known ? "" : "at least "}${countOf(pipelines, "pipeline")}`,
    `${countOf(calls, "call")} to AWS in the last minute, for everybody together`,
  ].join(", ");
}
