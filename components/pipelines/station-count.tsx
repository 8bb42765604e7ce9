import clsx from "clsx";
import type { StageState } from "@/lib/domain/pipeline-state";
import { useDrained } from "./drained";

/** A station in PARALLEL mode: how many executions are in the stage now. */
export function StationCount({ count, stage }: { count: number; stage: StageState }) {
  const drained = useDrained();
  const waits = stage.actions.some((action) => action.approval !== undefined);
  return (
    <span
      role="img"
      aria-label={`${count} in ${stage.name}${waits ? ", waiting for a person" : ""}`}
      className={clsx(
        "num grid h-6 min-w-6 shrink-0 place-items-center rounded-full border-2 px-1 text-secondary/4 font-semibold",
        count === 0 || drained
          ? "border-idle-fill bg-surface text-ink-2"
          : waits
            ? "border-wait-edge bg-wait-tint text-wait"
            : "border-run-fill bg-run-tint text-run",
      )}
    >
      {count}
    </span>
  );
}
