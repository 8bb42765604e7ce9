import "server-only";
import type { ReleaseRequest } from "@/lib/contract/release-request";
import type { Receipt } from "@/lib/domain/receipt";
import { whyNotRelease } from "@/lib/domain/why-not-release";
import { describeExecution } from "../codepipeline/describe-execution";
import { getPipeline } from "../codepipeline/get-pipeline";
import { text } from "../codepipeline/lenient";
import { type AwsExecutionSummary, listPipelineExecutions } from "../codepipeline/list-pipeline-executions";
import { AwsReadError } from "../codepipeline/read-aws";
import { startPipelineExecution } from "../codepipeline/start-pipeline-execution";
import { newestFirst } from "../codepipeline/to-execution";
import { toStructure } from "../codepipeline/to-structure";
import type { TargetConfig } from "../config/config";
import type { Refusal } from "../store/receipt-steps";
import { findWatch } from "../watch/find-watch";
import { afterPress, requirePipeline } from "./place";
import { type Presser, press } from "./press";
import { unsent } from "./unsent";

/** Path of a pipeline. */
export interface PipelinePlace {
  target: string;
  pipeline: string;
}

/**
 * Starts an execution (StartPipelineExecution), with the press's own id as the token by which AWS knows the press.
 * Refused unsent when variables or source revisions do not fit the pipeline as it is declared now, when the declaration
 * changed since the person saw it, and when somebody started a newer execution since.
 */
export async function releaseChange(
  by: Presser,
  place: PipelinePlace,
  release: ReleaseRequest,
): Promise<Receipt> {
  const target = findWatch(place.target).target;
  const { pipeline } = place;
  const { variables = [], sourceRevisions = [], reason } = release;
  return press(by, {
    verb: "release",
    ...place,
    reason: reason === "" ? undefined : reason,
    particulars: { variables, sourceRevisions },
    precondition: ["release", place.target, pipeline].join("/"),
    exists: () => requirePipeline(target, pipeline),
    check: async () => {
      const misfits = await misfit(target, pipeline, release);
      if (misfits) return misfits;
      const executions = (await listPipelineExecutions(target, pipeline, "press").catch(ignoreDenied)) ?? [];
      const newer = await newerStarted(target, pipeline, release, executions);
      if (newer) return newer;
      const started = executions
        .filter((one) => one.trigger?.triggerType === "StartPipelineExecution")
        .flatMap((one) => text(one.pipelineExecutionId) ?? []);
      const start = { pipeline, clientRequestToken: by.idempotencyKey, variables, sourceRevisions };
      return { expectation: { started }, send: () => startPipelineExecution(target, start) };
    },
    afterwards: () => afterPress(target, pipeline),
  });
}

/** A role that may not read the declaration may still start executions; then AWS checks what is given. */
async function misfit(
  target: TargetConfig,
  pipeline: string,
  { variables = [], sourceRevisions = [], seenVersion }: ReleaseRequest,
): Promise<Refusal | undefined> {
  const declared = await getPipeline(target, pipeline, undefined, "press").catch(ignoreDenied);
  if (!declared) return undefined;
  const structure = toStructure(target, pipeline, declared);
  const { version } = structure;
  if (seenVersion !== undefined && version !== undefined && version !== seenVersion) {
    const why = `The pipeline was changed since you looked: it is at version ${version}, you saw ${seenVersion}. Look at it first, then press again.`;
    return unsent({ code: "pipeline.changed", why });
  }
  const whyNot = whyNotRelease(structure, { variables, sourceRevisions });
  return whyNot && unsent(whyNot);
}

async function newerStarted(
  target: TargetConfig,
  pipeline: string,
  { seenNewestId }: ReleaseRequest,
  executions: readonly AwsExecutionSummary[],
): Promise<Refusal | undefined> {
  if (seenNewestId === undefined) return undefined;
  const newest = newestOf(executions);
  if (newest === undefined || newest === seenNewestId) return undefined;
  const started = await describeExecution(target, pipeline, newest);
  const why = `Since you looked, ${started} was started. Look at it first, then press again.`;
  return unsent({ code: "release.newer-started", why });
}

function newestOf(executions: readonly AwsExecutionSummary[]): string | undefined {
  const [newest] = newestFirst(
    executions.map(({ pipelineExecutionId, startTime }) => ({
      id: text(pipelineExecutionId),
      startedAt: startTime?.toISOString(),
    })),
  );
  return newest?.id;
}

function ignoreDenied(error: unknown): undefined {
  if (!(error instanceof AwsReadError) || error.failure.kind !== "denied") throw error;
}
