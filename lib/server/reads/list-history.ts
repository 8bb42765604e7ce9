import "server-only";
import type { ExecutionList } from "@/lib/contract/execution-list";
import type { Viewer } from "@/lib/domain/viewer";
import type { PipelinePlace } from "../store/executions";
import { type HistoryQuery, listExecutions } from "./list-executions";
import { listSucceeded } from "./list-succeeded";

/** What a query of a pipeline's executions asks for: its history, or what succeeded in a stage. Errors as of these two. */
export function listHistory(
  viewer: Viewer,
  place: PipelinePlace,
  query: HistoryQuery & { succeededInStage?: string },
): Promise<ExecutionList> {
  const { succeededInStage } = query;
  return succeededInStage === undefined
    ? listExecutions(viewer, place, query)
    : listSucceeded(viewer, place, succeededInStage, query);
}
