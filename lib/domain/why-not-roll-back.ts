import type { StageState } from "./pipeline-state";
import { isOccupied } from "./stage-standing";
import type { WhyNot } from "./why-not";

/** What a rollback of a stage depends on. */
export interface RollbackPlace {
  stage: Pick<StageState, "name" | "standing">;
  isFirst: boolean;
  /** As declared, where known. */
  executionMode?: string;
  /** V1 or V2, where known. */
  pipelineType?: string;
}

/** Why a stage cannot be rolled back now, to whatever execution (RollbackStage); undefined when AWS may take it. */
export function whyNotRollBack({
  stage,
  isFirst,
  executionMode,
  pipelineType,
}: RollbackPlace): WhyNot | undefined {
  const { name, standing } = stage;
  if (isFirst)
    return {
      code: "rollback.source-stage",
      why: `${name} is the source stage; AWS rolls back later stages only.`,
    };
  if (pipelineType === "V1")
    return {
      code: "rollback.v1",
      why: "AWS rolls back stages of pipelines of type V2 only; this one is V1.",
    };
  if (executionMode === "PARALLEL")
    return { code: "rollback.parallel", why: "AWS does not roll back stages of pipelines in PARALLEL mode." };
  if (isOccupied(standing)) {
    const why = `${name} is at work; AWS rolls back a stage that is free. Stop the execution in it first, or wait.`;
    return { code: "rollback.stage-running", why };
  }
  if (standing === "Skipped")
    return {
      code: "rollback.skipped",
      why: `${name} was skipped last, and AWS does not roll back a skipped stage.`,
    };
  if (standing === "NotYetRun") return { code: "rollback.never-ran", why: `Nothing has run in ${name} yet.` };
  return undefined;
}

/** What an execution that is to be rolled back to must be. */
export interface RollbackTarget {
  executionType?: string;
  /** Version of the declaration it ran with. */
  pipelineVersion?: number;
}

/** Why an execution cannot be rolled back to, whatever the stage; undefined when AWS may take it. */
export function whyNotRollBackTo(
  target: RollbackTarget,
  currentVersion: number | undefined,
): WhyNot | undefined {
  if (target.executionType === "ROLLBACK")
    return {
      code: "rollback.not-standard",
      why: "That execution is a rollback itself. Roll back to the one it brought back.",
    };
  const { pipelineVersion } = target;
  if (pipelineVersion !== undefined && currentVersion !== undefined && pipelineVersion !== currentVersion) {
    const why = `That execution ran with version ${pipelineVersion} of the pipeline, which is at ${currentVersion} now. AWS rolls back to executions of the current version only.`;
    return { code: "rollback.older-version", why };
  }
  return undefined;
}
