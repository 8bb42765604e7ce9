import "server-only";
import { monotonic } from "../clock";
import { isExecutionUnknown } from "../codepipeline/is-execution-unknown";
import { type AwsActionExecution, listActionExecutions } from "../codepipeline/list-action-executions";
import type { TargetConfig } from "../config/config";
import { everyPage } from "./every-page";

/** Executions asked for by one read at most, and each of them again after so long: they mostly wait for a person. */
const MOST_ASKED = 5;
const ASK_EVERY_MS = 30_000;

/** The actions of single executions, by id. */
export type SingleActions = ReadonlyMap<string, { items: AwsActionExecution[]; askedMono: number }>;

/**
 * Actions of executions that lie behind the pages that are read; of many a few at a time, and none of one that AWS does not
 * know. Throws AwsReadError.
 */
export async function readSingleActions(
  target: TargetConfig,
  pipeline: string,
  ids: readonly string[],
  before: SingleActions = new Map(),
): Promise<SingleActions> {
  const askedMono = (id: string) => before.get(id)?.askedMono ?? Number.NEGATIVE_INFINITY;
  const due = ids
    .filter((id) => monotonic() - askedMono(id) >= ASK_EVERY_MS)
    .sort((a, b) => askedMono(a) - askedMono(b))
    .slice(0, MOST_ASKED);
  const read = await Promise.all(
    due.map(async (executionId) => {
      const items = await everyPage((nextToken) =>
        listActionExecutions(target, pipeline, { executionId, nextToken }),
      ).catch(noneIfUnknown);
      return [executionId, { items, askedMono: monotonic() }] as const;
    }),
  );
  const known = [...before].filter(([id]) => ids.includes(id));
  return new Map([...known, ...read]);
}

/** That an execution is gone must not be taken for its pipeline being gone. */
function noneIfUnknown(error: unknown): AwsActionExecution[] {
  if (isExecutionUnknown(error)) return [];
  throw error;
}
