import { GateButton } from "@/components/presses/gate-button";
import { OverrideButton } from "@/components/presses/override-button";
import { Signal } from "@/components/ui/signal";
import { Train } from "@/components/ui/train";
import { ConditionLine } from "./condition-line";
import { useDrained } from "./drained";
import type { RailStation } from "./full-rail-layout";
import { GateCard } from "./gate-card";
import { trainTitle } from "./train-title";
import { VerticalTrack } from "./vertical-track";

const NAMED = 3;

/** What lies on the line above a station: who waits and why, the closed gate, the condition before entry. */
export function FullRailVerticalApproach({ station, first }: { station: RailStation; first: boolean }) {
  const drained = useDrained();
  const { closed, occupied, waiting, beforeEntry } = station.approach;
  if (!closed && waiting.length === 0 && beforeEntry === undefined) {
    return null;
  }
  const trains = waiting.slice(0, NAMED).map((train) => (
    <span
      key={train.executionId}
      data-train={train.executionId}
      data-at={`before ${station.stage.name}`}
      className="inline-flex"
    >
      <Train
        label={train.label}
        kind={train.kind}
        drained={drained}
        title={trainTitle(train, train.revisions?.[0])}
      />
    </span>
  ));
  const more = waiting.length > NAMED ? `and ${waiting.length - NAMED} more ` : "";
  return (
    <div className="grid grid-cols-[24px_minmax(0,1fr)] gap-x-2.5">
      <span className="flex flex-col items-center">
        {first ? <span className="flex-1" /> : <VerticalTrack double={station.count !== undefined} />}
        {closed && <Signal closed across size="full" drained={drained} />}
      </span>
      <div className="flex flex-col gap-2 pb-3">
        {occupied && (
          <p className="flex flex-wrap items-center gap-2 text-body text-ink-3">
            {trains}
            <span>
              {more}
              {waiting.length === 1 ? "waits" : "wait"}, {station.stage.name} is occupied
            </span>
          </p>
        )}
        {closed && (
          <GateCard stage={station.stage} button={<GateButton stage={station.stage.name} large />}>
            {waiting.length > 0 && (
              <p className="mt-1 flex flex-wrap items-center gap-2 text-secondary">
                {trains}
                {more}
                {waiting.length} waiting
              </p>
            )}
          </GateCard>
        )}
        {beforeEntry !== undefined && (
          <>
            <ConditionLine condition={beforeEntry} when="Before entry" />
            <OverrideButton stage={station.stage} kind="BEFORE_ENTRY" condition={beforeEntry} large />
          </>
        )}
      </div>
    </div>
  );
}
