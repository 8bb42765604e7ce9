import "server-only";
import { nearName } from "@/lib/domain/near-name";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import { getPipelineExecution } from "../codepipeline/get-pipeline-execution";
import { AwsReadError } from "../codepipeline/read-aws";
import type { TargetConfig } from "../config/config";
import { ApiError } from "../errors";
import { log } from "../log";
import { findWatch } from "../watch/find-watch";
import { targetWatch } from "../watch/target-watches";

/**
 * Throws a 404 naming the pipeline, stage or action that does not exist. Returns as well when AWS cannot be asked:
 * then the press is recorded and its own look at AWS says why nothing was sent.
 */
export async function requireAction(
  target: TargetConfig,
  pipeline: string,
  stage: string,
  action: string,
): Promise<void> {
  const seen = await lastSeen(target, pipeline);
  if (seen === undefined || has(seen, stage, action)) return;
  // The declaration may have changed since it was read.
  const now = await lastSeen(target, pipeline, "now");
  if (now === undefined || has(now, stage, action)) return;
  const actions = now.stages.find((one) => one.name === stage)?.actions.map((one) => one.name);
  if (!actions) {
    const names = now.stages.map((one) => one.name);
    throw notFound("stage.not-found", `${pipeline} has no stage ${stage}.`, nearName(stage, names));
  }
  throw notFound(
    "action.not-found",
    `${stage} of ${pipeline} has no action ${action}.`,
    nearName(action, actions),
  );
}

/** Throws a 404 naming the pipeline or stage that does not exist. Returns as well when AWS cannot be asked, as above. */
export async function requireStage(target: TargetConfig, pipeline: string, stage: string): Promise<void> {
  const seen = await lastSeen(target, pipeline);
  if (seen === undefined || seen.stages.some(({ name }) => name === stage)) return;
  const now = await lastSeen(target, pipeline, "now");
  if (now === undefined || now.stages.some(({ name }) => name === stage)) return;
  const names = now.stages.map((one) => one.name);
  throw notFound("stage.not-found", `${pipeline} has no stage ${stage}.`, nearName(stage, names));
}

/**
 * The stage behind a stage, as last seen; undefined where it is the last, there is no such stage, or AWS cannot be asked.
 * Throws `pipeline.not-found`.
 */
export async function stageAfter(
  target: TargetConfig,
  pipeline: string,
  stage: string,
): Promise<string | undefined> {
  const names = (await lastSeen(target, pipeline))?.stages.map(({ name }) => name) ?? [];
  return names.includes(stage) ? names[names.indexOf(stage) + 1] : undefined;
}

/** Throws a 404 when the pipeline does not exist. Returns as well when AWS cannot be asked. */
export async function requirePipeline(target: TargetConfig, pipeline: string): Promise<void> {
  await lastSeen(target, pipeline);
}

/** Throws a 404 when the pipeline or the execution does not exist. Returns as well when AWS cannot be asked. */
export async function requireExecution(
  target: TargetConfig,
  pipeline: string,
  executionId: string,
): Promise<void> {
  const seen = await lastSeen(target, pipeline);
  if (seen === undefined) return;
  if ([...seen.onTheLine, ...seen.finishedLast].some(({ id }) => id === executionId)) return;
  try {
    await getPipelineExecution(target, pipeline, executionId);
  } catch (error) {
    if (!(error instanceof AwsReadError) || error.failure.kind !== "not-found") return;
    throw notFound("execution.not-found", `${pipeline} has no execution ${executionId}.`);
  }
}

/** What a press may have changed is read at once, so that everybody sees it. */
export function afterPress(target: TargetConfig, pipeline: string): void {
  const watch = targetWatch(target.id);
  // The first may join a read that began before the press.
  void watch
    ?.readNow(pipeline)
    .then(() => watch.readNow(pipeline))
    .catch((error: unknown) =>
      log.debug({ err: error, target: target.id, pipeline }, "read after a press failed"),
    );
}

/** The pipeline as last seen, or as it is now. Undefined when AWS cannot be asked. Throws `pipeline.not-found`. */
async function lastSeen(
  target: TargetConfig,
  pipeline: string,
  when?: "now",
): Promise<PipelineState | undefined> {
  const watch = findWatch(target.id);
  try {
    const seen = await (when === "now" ? watch.readNow(pipeline) : watch.state(pipeline));
    if (seen) return seen.state;
  } catch (error) {
    if (error instanceof AwsReadError) return undefined;
    throw error;
  }
  throw notFound("pipeline.not-found", `There is no pipeline ${pipeline} in ${target.id}.`);
}

function has(state: PipelineState, stage: string, action: string): boolean {
  return state.stages.some((one) => one.name === stage && one.actions.some(({ name }) => name === action));
}

function notFound(
  code: "pipeline.not-found" | "stage.not-found" | "action.not-found" | "execution.not-found",
  detail: string,
  didYouMean?: string,
): ApiError {
  return new ApiError(code, detail, didYouMean === undefined ? {} : { didYouMean });
}
