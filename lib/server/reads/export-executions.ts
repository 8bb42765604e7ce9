import "server-only";
import type { ExecutionList } from "@/lib/contract/execution-list";
import type { Viewer } from "@/lib/domain/viewer";
import type { SearchPlace } from "../store/execution-search";
import type { PipelinePlace } from "../store/executions";
import { findPipeline } from "../watch/find-pipeline";
import { pipelineHistory } from "../watch/pipeline-history";
import { toApiError } from "./aws-api-error";
import { findInHistory, rowsOf } from "./aws-history";
import { executionCsv, executionCsvHead } from "./execution-csv";
import { findKept, keptReach, keptRows } from "./kept-history";
import { filterOf, type HistoryQuery } from "./list-executions";
import { listHistory } from "./list-history";
import { stagesOf } from "./stages-of";

const AT_ONCE = 1000;
const MOST = 50_000;

/**
 * All executions of a pipeline that match, newest first, as comma-separated values; at most 50,000. Reads of AWS's list what is
 * not kept yet.
 *
 * @throws ApiError `target.not-found`, `pipeline.not-found`, or an `aws.*` code when nothing is known yet
 */
export async function exportExecutions(
  viewer: Viewer,
  { target, pipeline }: PipelinePlace,
  query: HistoryQuery & { succeededInStage?: string },
): Promise<string> {
  const watch = findPipeline(viewer, target, pipeline);
  const place = { target, pipeline };
  if (query.ids !== undefined || query.succeededInStage !== undefined)
    return await exportPages((cursor) => listHistory(viewer, place, { ...query, cursor }));
  const filter = filterOf(query);
  const parts = [executionCsvHead()];
  try {
    const { stages } = await stagesOf(viewer, watch, pipeline);
    const history = pipelineHistory(watch.target, pipeline);
    const reach = await keptReach(place);
    let after: SearchPlace | undefined;
    do {
      const within = { limit: AT_ONCE, after };
      const kept = reach && (await findKept(place, filter, reach, within));
      if (!kept) await history.newest.get();
      const listed = kept ? undefined : await findInHistory(history, filter, within);
      const rows = kept
        ? keptRows(kept.items, stages, history)
        : rowsOf(history, listed?.items ?? [], stages);
      parts.push(...rows.map(executionCsv));
      after = kept ? kept.next : listed?.next;
    } while (after !== undefined && parts.length <= MOST);
  } catch (error) {
    throw toApiError(error, watch.target);
  }
  return parts.join("");
}

/** What is no filter of the history is listed page by page. */
async function exportPages(page: (cursor: string | undefined) => Promise<ExecutionList>): Promise<string> {
  const parts = [executionCsvHead()];
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await page(cursor);
    parts.push(...items.map(executionCsv));
    cursor = nextCursor;
  } while (cursor !== undefined && parts.length <= MOST);
  return parts.join("");
}
