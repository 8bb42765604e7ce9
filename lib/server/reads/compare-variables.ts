import "server-only";
import { changedVariables } from "@/lib/domain/changed-variables";
import type { StageShips } from "@/lib/domain/stage-ships";
import { getPipelineExecution } from "../codepipeline/get-pipeline-execution";
import { objects, text } from "../codepipeline/lenient";
import { AwsReadError } from "../codepipeline/read-aws";
import { redactPipelineVariables } from "../codepipeline/redact-variables";
import type { TargetConfig } from "../config/config";

const NOTHING = { changed: [], same: 0 };

/**
 * Which pipeline variables differ between two executions (GetPipelineExecution of both). Values of secrets are compared
 * here and told to nobody. When AWS does not tell, none; `denied` names what the role lacks.
 */
export async function compareVariables(
  target: TargetConfig,
  pipeline: string,
  fromId: string | undefined,
  toId: string,
): Promise<StageShips["variables"] & { denied: string[] }> {
  if (fromId === undefined) return { ...NOTHING, denied: [] };
  try {
    const [from, to] = await Promise.all(
      [fromId, toId].map(
        async (id) => (await getPipelineExecution(target, pipeline, id, "person")).variables,
      ),
    );
    const valueIn = (list: typeof from, name: string) =>
      objects(list).find((variable) => text(variable.name) === name)?.resolvedValue;
    const equal = (name: string) => valueIn(from, name) === valueIn(to, name);
    return {
      ...changedVariables(redactPipelineVariables(from), redactPipelineVariables(to), equal),
      denied: [],
    };
  } catch (error) {
    if (!(error instanceof AwsReadError)) throw error;
    const { permission } = error.failure;
    return { ...NOTHING, denied: permission === undefined ? [] : [permission] };
  }
}
