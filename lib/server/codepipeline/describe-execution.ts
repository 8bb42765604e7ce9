import "server-only";
import { shortRevision } from "@/lib/domain/short-id";
import type { TargetConfig } from "../config/config";
import { getPipelineExecution } from "./get-pipeline-execution";
import { objects, text } from "./lenient";
import { toSummary } from "./to-summary";

/**
 * An execution in a few words for a person: its id, and its first source revision when AWS tells it, for example
 * `execution 1f0c2d3e (41fa0c7 “Fix rounding of refunds”)`. Never throws.
 */
export async function describeExecution(
  target: TargetConfig,
  pipeline: string,
  executionId: string,
): Promise<string> {
  const name = `execution ${executionId.slice(0, 8)}`;
  try {
    const execution = await getPipelineExecution(target, pipeline, executionId, "press");
    const [revision] = objects(execution.artifactRevisions);
    const id = text(revision?.revisionId);
    if (id === undefined) return name;
    const { summary } = toSummary(text(revision?.revisionSummary));
    return `${name} (${shortRevision(id)}${summary === undefined ? "" : ` “${summary}”`})`;
  } catch {
    return name;
  }
}
