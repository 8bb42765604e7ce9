import "server-only";
import type { ExecutionSummary } from "@/lib/domain/execution";
import { isInFlight } from "@/lib/domain/in-flight";
import { AwsReadError } from "../codepipeline/read-aws";
import type { TargetWatch } from "../watch/target-watch";
import { KnownExecutions } from "./known-executions";

/**
 * An execution that has ended and others about its time, with their places, out of what is known here: where AWS's list does
 * not reach back to it, or where its place was taken. Undefined where the list tells enough.
 */
export async function executionsAround(
  watch: TargetWatch,
  pipeline: string,
  { id, status, isListed }: { id: string; status: string; isListed: boolean },
): Promise<ExecutionSummary[] | undefined> {
  if (isInFlight(status) || (isListed && status !== "Superseded")) return undefined;
  const watched = await watch.state(pipeline).catch(ignoreAws);
  return watched && new KnownExecutions(watch.target, pipeline, watched.state).around(id);
}

function ignoreAws(error: unknown): undefined {
  if (!(error instanceof AwsReadError)) throw error;
}
