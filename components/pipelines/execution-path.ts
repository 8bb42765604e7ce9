import type { ExecutionSummary } from "@/lib/domain/execution";
import { executionLabel } from "@/lib/domain/execution-label";
import { isInFlight } from "@/lib/domain/in-flight";
import type { Standing } from "@/lib/domain/standing";

/** One stage on the way of an execution. */
export interface PathStop {
  stage: string;
  standing: Standing;
  percentComplete?: number;
  /** The execution stands, works or has ended here. */
  here: boolean;
  /** It waits in front of this stage. */
  waitsBefore: boolean;
  /** And the transition there is closed. */
  gate: boolean;
}

/** The way of one execution for its small rail. */
export interface ExecutionPath {
  label: string;
  stops: PathStop[];
  /** Drawn at the stop it is at; in front of a stage it is always a train. */
  box: "train" | "ticket";
  /** The same in words. */
  ended: string;
}

/** Lays one execution out over the stages of its pipeline. */
export function executionPath(execution: ExecutionSummary): ExecutionPath {
  const moving = isInFlight(execution.status);
  const reached = execution.stages.findLastIndex((stop) => stop.standing !== "NotYetRun");
  const named = execution.stages.findIndex((stop) => stop.stage === execution.stage);
  const here = named >= 0 ? named : Math.max(0, reached);
  const stops = execution.stages.map((stop, index): PathStop => {
    const queued = stop.standing === "Queued" || stop.standing === "ClosedGate";
    const never = !moving && stop.standing === "NotYetRun" && named >= 0;
    const waitsBefore = index === here && (queued || never || (moving && waits(execution)));
    return {
      stage: stop.stage,
      standing: queued ? "NotYetRun" : stop.standing,
      percentComplete: stop.percentComplete ?? (index === here ? execution.percentComplete : undefined),
      here: index === here && !waitsBefore,
      waitsBefore,
      gate: waitsBefore && (stop.standing === "ClosedGate" || execution.standing === "ClosedGate"),
    };
  });
  const place = execution.stages[here]?.stage;
  return {
    label: executionLabel(execution.id, execution.revisions),
    stops,
    box: moving ? "train" : "ticket",
    ended: place === undefined ? "" : `${waits(execution) ? "before" : "at"} ${place}`,
  };
}

function waits(execution: ExecutionSummary): boolean {
  return execution.standing === "Queued" || execution.standing === "ClosedGate";
}
