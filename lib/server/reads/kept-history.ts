import "server-only";
import type { ExecutionSummary } from "@/lib/domain/execution";
import { placeExecution } from "@/lib/domain/execution-place";
import type { HistoryFilter } from "@/lib/domain/history-filter";
import { isInFlight } from "@/lib/domain/in-flight";
import type { StageState } from "@/lib/domain/pipeline-state";
import { ActionRuns } from "../codepipeline/action-runs";
import { ApiError } from "../errors";
import { log } from "../log";
import { type SearchPlace, searchExecutions } from "../store/execution-search";
import type { KeptExecution, PipelinePlace } from "../store/executions";
import { countWithoutRan } from "../store/executions-without-ran";
import { type IndexReach, reachOf } from "../store/indexed-pipelines";
import type { PipelineHistory } from "../watch/pipeline-history";

/** What was found among the executions that are kept, and where the search goes on. */
export interface FoundKept {
  items: KeptExecution[];
  next: SearchPlace | undefined;
}

/** How far back the executions of a pipeline are kept; undefined when none are, or the store is away. */
export async function keptReach(place: PipelinePlace): Promise<IndexReach | undefined> {
  return reachOf(place).catch((error: unknown) => ignoreStore(error, undefined));
}

/** How many of a pipeline are kept without who made them; 0 when the store is away. */
export async function keptUnread(place: PipelinePlace): Promise<number> {
  return countWithoutRan(place).catch((error: unknown) => ignoreStore(error, 0));
}

/**
 * Executions that a filter wants, out of what is kept, newest first; undefined when that does not reach behind the place, or
 * the store is away: then AWS's list is searched.
 */
export async function findKept(
  place: PipelinePlace,
  filter: HistoryFilter,
  reach: IndexReach,
  { limit, after }: { limit: number; after?: SearchPlace },
): Promise<FoundKept | undefined> {
  const { complete, backToMs } = reach;
  const isBeyond = !complete && (backToMs === null || (after !== undefined && after.startMs <= backToMs));
  if (isBeyond) return undefined;
  const notBefore = complete || backToMs === null ? undefined : new Date(backToMs).toISOString();
  try {
    const found = await searchExecutions(place, filter, { after, limit, notBefore });
    const startMs = found.searchedToMs ?? startMsOf(found.items.at(-1));
    if (!found.complete) return { items: found.items, next: placeAt(startMs, found.items, after) };
    const goesOn = !complete && backToMs !== null;
    return { items: found.items, next: goesOn ? placeAt(backToMs, found.items, after) : undefined };
  } catch (error) {
    return ignoreStore(error, undefined);
  }
}

/** What is kept behind the end of AWS's list, which forgets after a year. Without the store, nothing. */
export async function keptBehind(
  place: PipelinePlace,
  { limit, after }: { limit: number; after?: SearchPlace },
): Promise<FoundKept> {
  try {
    const { items, complete } = await searchExecutions(place, {}, { after, limit });
    const next = items.length === 0 ? after : placeAt(startMsOf(items.at(-1)), items, after);
    return { items, next: complete ? undefined : next };
  } catch (error) {
    return ignoreStore(error, { items: [], next: undefined });
  }
}

/**
 * Rows of what is kept, on the line as it is now, with what is known of their actions. Where it is not known how far one came, its
 * `stages` are empty.
 */
export function keptRows(
  kept: readonly KeptExecution[],
  stages: readonly StageState[],
  history?: PipelineHistory,
): ExecutionSummary[] {
  const shown = new Set(kept.map(({ execution }) => execution.id));
  const near = history?.actions.items.filter(({ pipelineExecutionId: id }) => id && shown.has(id)) ?? [];
  const singles = [...shown].flatMap((id) => history?.singles.get(id)?.items ?? []);
  const runs = new ActionRuns([...near, ...singles]);
  return kept.map(({ execution, ran }) => {
    const read = runs.stagesOf(execution.id);
    const all = isInFlight(execution.status) ? undefined : ran;
    const known = all === undefined || read.size >= all.size ? read : all;
    // Of what is too old AWS keeps no actions.
    const row = placeExecution(execution, stages, known, { isWhole: all !== undefined && all.size > 0 });
    const isTold = known.size > 0 || row.stage !== undefined;
    const succeeded = row.status === "Succeeded" && row.executionType !== "ROLLBACK";
    return isTold || succeeded ? row : { ...row, stages: [], stage: undefined };
  });
}

/** After an instant: those of its millisecond that were shown are not shown again. */
function placeAt(
  startMs: number,
  items: readonly KeptExecution[],
  after: SearchPlace | undefined,
): SearchPlace {
  const ids = items.filter((item) => startMsOf(item) === startMs).map(({ execution }) => execution.id);
  return { startMs, ids: after?.startMs === startMs ? [...after.ids, ...ids] : ids };
}

function startMsOf(item: KeptExecution | undefined): number {
  return item?.execution.startedAt === undefined ? 0 : Date.parse(item.execution.startedAt);
}

function ignoreStore<Instead>(error: unknown, instead: Instead): Instead {
  if (!(error instanceof ApiError)) throw error;
  log.debug({ err: error }, "kept executions cannot be read");
  return instead;
}
