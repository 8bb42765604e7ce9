import "server-only";
import { waitingBefore } from "@/lib/domain/parallel-gate";
import type { InboundExecution, StageState } from "@/lib/domain/pipeline-state";
import { waitingTrains } from "@/lib/domain/station";
import { withUrgency } from "../aws/urgency";
import { describeExecution } from "../codepipeline/describe-execution";
import { type FreshLine, readFreshLine } from "../codepipeline/fresh-line";
import type { TargetConfig } from "../config/config";
import type { Refusal } from "../store/receipt-steps";
import { readPipeline } from "../watch/read-pipeline";
import { unsent } from "./unsent";

/** Path of a stage. */
export interface StagePlace {
  target: string;
  pipeline: string;
  stage: string;
}

/** A stage this moment, in its line. */
export interface StageNow {
  line: FreshLine;
  stage: StageState;
  index: number;
}

/** Reads a stage afresh; a refusal when the pipeline no longer has it. Throws AwsReadError. */
export async function readStageNow(
  target: TargetConfig,
  { pipeline, stage }: StagePlace,
  executionId?: string,
): Promise<StageNow | Refusal> {
  const line = await readFreshLine(target, pipeline, executionId);
  const index = line.stages.findIndex(({ name }) => name === stage);
  const found = line.stages[index];
  if (!found) return unsent({ code: "stage.not-found", why: `The pipeline no longer has a stage ${stage}.` });
  return { line, stage: found, index };
}

/** The refusal when another execution than the one named is in the stage by now. Never throws. */
export async function movedFrom(
  target: TargetConfig,
  place: StagePlace,
  stage: StageState,
  executionId: string,
): Promise<Refusal | undefined> {
  if (stage.executionId === executionId) return undefined;
  if (stage.executionId === undefined)
    return unsent({
      code: "stage.moved",
      why: `That execution is not in ${place.stage}: nothing has run there.`,
    });
  const standing = await describeExecution(target, place.pipeline, stage.executionId);
  const why = `${place.stage} now holds ${standing}, not what you saw. Look at that one first.`;
  return unsent({ code: "stage.moved", why });
}

/**
 * Who waits in front of a stage this moment. In PARALLEL mode the state of a pipeline names nobody there, so its executions
 * are read, as its row reads them. Throws AwsReadError.
 */
export async function waitingNow(
  target: TargetConfig,
  { pipeline }: Pick<StagePlace, "pipeline">,
  { line, stage }: Pick<StageNow, "line" | "stage">,
): Promise<InboundExecution[]> {
  const { executionMode } = line;
  if (executionMode !== "PARALLEL") return waitingTrains(stage);
  const read = () => readPipeline(target, pipeline, { name: pipeline, executionMode }, null, "row");
  const { state } = await withUrgency("press", read);
  return waitingBefore(stage, state);
}

/**
 * The refusal when executions wait in front of a stage that the person did not see there. Never throws.
 *
 * @param waiting who waits there now
 */
export async function newlyWaiting(
  target: TargetConfig,
  place: Pick<StagePlace, "pipeline">,
  stage: StageState,
  seen: readonly string[] | undefined,
  waiting: readonly InboundExecution[] = waitingTrains(stage),
): Promise<Refusal | undefined> {
  const newest = waiting.findLast(({ executionId }) => !seen?.includes(executionId));
  if (seen === undefined || !newest) return undefined;
  const standing = await describeExecution(target, place.pipeline, newest.executionId);
  const why = `A newer run is now waiting in front of ${stage.name}: ${standing}. You did not see it; look at it first, then press again.`;
  return unsent({ code: "stage.newer-waiting", why });
}
