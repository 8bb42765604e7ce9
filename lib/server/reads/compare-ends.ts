import "server-only";
import { changedVariables } from "@/lib/domain/changed-variables";
import type { StageFailure } from "@/lib/domain/stage-failure";
import { getPipelineExecution } from "../codepipeline/get-pipeline-execution";
import { integer, objects, text } from "../codepipeline/lenient";
import { AwsReadError } from "../codepipeline/read-aws";
import { redactPipelineVariables } from "../codepipeline/redact-variables";
import type { TargetConfig } from "../config/config";
import { unreadOf } from "./unread-of";

/** What two executions ran with; what could not be compared is absent. */
export interface ComparedEnds extends Pick<StageFailure, "variables" | "definition" | "unread"> {
  /** What the role lacks. */
  denied: string[];
}

/**
 * Which pipeline variables differ between two executions, and which versions of the declaration they ran with
 * (GetPipelineExecution of both). Values of secrets are compared here and told to nobody. When AWS does not tell, why.
 */
export async function compareEnds(
  target: TargetConfig,
  pipeline: string,
  fromId: string | undefined,
  toId: string,
): Promise<ComparedEnds> {
  if (fromId === undefined) return { denied: [] };
  try {
    const [from, to] = await Promise.all(
      [fromId, toId].map((id) => getPipelineExecution(target, pipeline, id, "person")),
    );
    const valueIn = (one: typeof from, name: string) =>
      objects(one?.variables).find((variable) => text(variable.name) === name)?.resolvedValue;
    const equal = (name: string) => valueIn(from, name) === valueIn(to, name);
    const [before, after] = [integer(from?.pipelineVersion), integer(to?.pipelineVersion)];
    return {
      variables: changedVariables(
        redactPipelineVariables(from?.variables),
        redactPipelineVariables(to?.variables),
        equal,
      ),
      ...(before !== undefined && after !== undefined && { definition: { from: before, to: after } }),
      denied: [],
    };
  } catch (error) {
    if (!(error instanceof AwsReadError)) throw error;
    return unreadOf(error);
  }
}
