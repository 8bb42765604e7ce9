import "server-only";
import type { ExecutionDetailReply } from "@/lib/contract/execution-detail";
import { executionConsoleUrl } from "@/lib/domain/console-url";
import type { ExecutionSummary } from "@/lib/domain/execution";
import type { TimelineStage } from "@/lib/domain/execution-detail";
import { isInFlight } from "@/lib/domain/in-flight";
import { supersededBy } from "@/lib/domain/superseded-by";
import type { Viewer } from "@/lib/domain/viewer";
import { nowInstant } from "../clock";
import { log } from "../log";
import { executionsWithin, type KeptExecution } from "../store/executions";
import type { TargetWatch } from "../watch/target-watch";
import { executionsAround } from "./executions-around";
import { keptRows } from "./kept-history";
import { stagesOf } from "./stages-of";

const NEVER = "1970-01-01T00:00:00.000Z";

/**
 * One execution that AWS does not know, as it was kept: how it ended, what it carried, and how its stages stand. Undefined when
 * none is kept, or when it was last seen before it had ended. Throws ApiError `pipeline.not-found`, AwsReadError.
 */
export async function forgottenExecution(
  viewer: Viewer,
  watch: TargetWatch,
  { pipeline, id }: { pipeline: string; id: string },
): Promise<ExecutionDetailReply | undefined> {
  const { target } = watch;
  const place = { target: target.id, pipeline };
  const span = { from: NEVER, to: NEVER, ids: [id] };
  const kept: KeptExecution[] = await executionsWithin(place, span).catch((error: unknown) => {
    log.warn({ err: error, ...place }, "an execution seen cannot be read");
    return [];
  });
  const ended = kept.filter(({ execution }) => !isInFlight(execution.status));
  const line = await stagesOf(viewer, watch, pipeline);
  const [summary] = keptRows(ended, line.stages);
  if (!summary) return undefined;
  const { status } = summary;
  const around = (await executionsAround(watch, pipeline, { id, status, isListed: false })) ?? [];
  return {
    execution: {
      ...place,
      summary,
      forgotten: true,
      variables: [],
      stopReason: summary.stopReason,
      supersededBy: status === "Superseded" ? supersededBy(summary, around)?.id : undefined,
      rollbackOf: summary.rollbackOf,
      rolledBackBy: [],
      restoredBy: around.filter(({ rollbackOf }) => rollbackOf === id).map((one) => one.id),
      stages: stagesThen(summary, ended[0]),
      denied: line.denied,
      consoleUrl: executionConsoleUrl(target.region, pipeline, id),
    },
    freshness: line.freshness,
    now: nowInstant(),
  };
}

/** Those of the line, and behind them what it went through that is no longer declared. */
function stagesThen({ stages }: ExecutionSummary, kept: KeptExecution | undefined): TimelineStage[] {
  const declared = new Set(stages.map(({ stage }) => stage));
  const gone = [...(kept?.ran ?? [])].filter(([stage]) => !declared.has(stage));
  return [...stages, ...gone.map(([stage, standing]) => ({ stage, standing }))].map(
    ({ stage, standing }) => ({
      ...{ name: stage, standing },
      ...{ waits: [], actions: [], rules: [], pending: [] },
    }),
  );
}
