"use client";

import { useOnDemand } from "@/components/ui/on-demand";
import { Skeleton } from "@/components/ui/skeleton";
import { isInFlight } from "@/lib/domain/in-flight";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import { parallelRun } from "./parallel-run-part";

/** Height of a card's head and of each of its stages, so that the room is there before the code is. */
const HEAD_PX = 94;
const STAGE_PX = 24;

/** The executions of a PARALLEL pipeline that are in flight, side by side: AWS has no state of such a pipeline. */
export function ParallelRuns({ state }: { state: PipelineState }) {
  const { Part } = useOnDemand(parallelRun);
  const runs = state.onTheLine.filter(({ status }) => isInFlight(status));
  if (runs.length === 0) return null;
  const height = HEAD_PX + state.stages.length * STAGE_PX;
  return (
    <section aria-labelledby="in-flight" className="px-page pb-5 max-sm:px-4">
      <h2 id="in-flight" className="pb-2 font-semibold text-ink">
        In flight, side by side{" "}
        <span className="num text-secondary font-normal text-ink-3">{runs.length}</span>
      </h2>
      <ul className="flex gap-2.5 overflow-x-auto pb-1">
        {runs.map((execution) => (
          <li
            key={execution.id}
            className="w-[232px] shrink-0 rounded-card border bg-surface"
            style={{ height }}
          >
            {Part === undefined ? (
              <Skeleton className="m-3 h-4 w-24" />
            ) : (
              <Part execution={execution} target={state.row.target} pipeline={state.row.name} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
