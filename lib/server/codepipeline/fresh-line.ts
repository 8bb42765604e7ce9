import "server-only";
import type { PipelineState, StageState } from "@/lib/domain/pipeline-state";
import { now } from "../clock";
import type { TargetConfig } from "../config/config";
import { type AwsPipeline, getPipeline } from "./get-pipeline";
import { getPipelineState } from "./get-pipeline-state";
import { integer, text } from "./lenient";
import { listActionExecutions } from "./list-action-executions";
import { AwsReadError } from "./read-aws";
import { toPipelineState } from "./to-domain";

/** A pipeline this very moment, read for a press. */
export interface FreshLine {
  stages: StageState[];
  /** Version of the declaration. */
  version?: number;
  /** As declared; absent where the role may not read the declaration. */
  executionMode?: string;
  pipelineType?: string;
}

/**
 * Reads the stages of a pipeline afresh: GetPipelineState, GetPipeline where the role may, and in PARALLEL mode, where the
 * state holds no runs, ListActionExecutions of the execution named: then stages show its stay. Throws AwsReadError.
 */
export async function readFreshLine(
  target: TargetConfig,
  name: string,
  executionId?: string,
): Promise<FreshLine> {
  const [state, declaration] = await Promise.all([
    getPipelineState(target, name, "press"),
    declarationIfAllowed(target, name),
  ]);
  const executionMode = text(declaration?.pipeline?.executionMode);
  const actions =
    executionMode === "PARALLEL" && executionId !== undefined
      ? (await listActionExecutions(target, name, { executionId }, "press")).items
      : undefined;
  const fresh: PipelineState = toPipelineState({ target, name, state, declaration, actions, nowMs: now() });
  return {
    stages: fresh.stages,
    version: integer(state.pipelineVersion) ?? integer(declaration?.pipeline?.version),
    executionMode,
    pipelineType: text(declaration?.pipeline?.pipelineType),
  };
}

async function declarationIfAllowed(target: TargetConfig, name: string): Promise<AwsPipeline | undefined> {
  try {
    return await getPipeline(target, name, undefined, "press");
  } catch (error) {
    if (error instanceof AwsReadError && error.failure.kind === "denied") return undefined;
    throw error;
  }
}
