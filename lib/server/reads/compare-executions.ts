import "server-only";
import type { ExecutionDetailReply } from "@/lib/contract/execution-detail";
import { compareExecutions } from "@/lib/domain/compare-executions";
import type { Viewer } from "@/lib/domain/viewer";
import { now } from "../clock";
import { objects, text } from "../codepipeline/lenient";
import type { TargetConfig } from "../config/config";
import { executionRead } from "../watch/execution-read";
import { findPipeline } from "../watch/find-pipeline";
import { getExecution } from "./get-execution";

/**
 * One execution, and what differs between it and another of its pipeline. Values of secrets are compared here and told to
 * nobody.
 *
 * @throws ApiError `target.not-found`, `pipeline.not-found`, `execution.not-found`, or an `aws.*` code
 */
export async function compareExecution(
  viewer: Viewer,
  { id, ...place }: { target: string; pipeline: string; id: string },
  otherId: string,
): Promise<ExecutionDetailReply> {
  const [reply, other] = await Promise.all([
    getExecution(viewer, { ...place, id }),
    getExecution(viewer, { ...place, id: otherId }),
  ]);
  const { target } = findPipeline(viewer, place.target, place.pipeline);
  const [one, two] = [id, otherId].map((each) => variablesOf(target, place.pipeline, each));
  const equal = (name: string) => one?.get(name) === two?.get(name);
  return { ...reply, comparison: compareExecutions(reply.execution, other.execution, equal, now()) };
}

function variablesOf(target: TargetConfig, pipeline: string, id: string): Map<string, unknown> {
  const variables = executionRead(target, pipeline, id).known?.execution.variables;
  return new Map(objects(variables).map((variable) => [text(variable.name) ?? "", variable.resolvedValue]));
}
