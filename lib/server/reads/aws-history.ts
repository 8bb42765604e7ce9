import "server-only";
import type { ExecutionSummary } from "@/lib/domain/execution";
import { type HistoryFilter, historyMatcher } from "@/lib/domain/history-filter";
import type { StageState } from "@/lib/domain/pipeline-state";
import { ActionRuns } from "../codepipeline/action-runs";
import { AwsReadError } from "../codepipeline/read-aws";
import { toExecution } from "../codepipeline/to-execution";
import { toExecutionRows } from "../codepipeline/to-execution-rows";
import type { SearchPlace } from "../store/execution-search";
import { type PipelineHistory, startMsOf } from "../watch/pipeline-history";

/** Pages of AWS read for one reply at most, of executions and of their actions. */
const MOST_PAGES = 5;

export type ListedExecutions = PipelineHistory["executions"]["items"];

/** What was found in AWS's list, and where the search goes on; nowhere when the list has ended. */
export interface FoundInList {
  items: ListedExecutions;
  next: SearchPlace | undefined;
}

/** Executions of these ids, as far as the list has been read: what a page shows already, as it is now. */
export async function listedByIds(history: PipelineHistory, ids: readonly string[]): Promise<FoundInList> {
  const wanted = new Set(ids);
  const items = history.executions.items.filter((item) => wanted.has(item.pipelineExecutionId ?? ""));
  return { items: await current(history, items), next: undefined };
}

/**
 * Executions that a filter wants, behind a place of AWS's list, which knows no filter: a few pages are searched, and `next` is
 * how far that came. Throws AwsReadError when nothing was found and AWS fails.
 */
export async function findInHistory(
  history: PipelineHistory,
  filter: HistoryFilter,
  { limit, after }: { limit: number; after?: SearchPlace },
): Promise<FoundInList> {
  const { executions } = history;
  const isWanted = listedMatcher(filter);
  for (let pages = 0; ; pages += 1) {
    const behind = executions.items.filter((item) => after === undefined || isBehind(item, after));
    const wanted = behind.filter(isWanted);
    if (wanted.length >= limit || executions.complete || pages === MOST_PAGES) {
      const items = wanted.slice(0, limit);
      const more = wanted.length > limit || !executions.complete;
      const last = wanted.length >= limit ? items.at(-1) : behind.at(-1);
      return {
        items: await current(history, items),
        next: more ? placeAfter(last, behind, after) : undefined,
      };
    }
    try {
      await executions.readOlder(executions.items.length);
    } catch (error) {
      if (wanted.length === 0) throw error;
      return { items: wanted, next: placeAfter(wanted.at(-1), behind, after) };
    }
  }
}

/** Rows of a list, with how far each came, as far as its actions were read. */
export function rowsOf(
  history: PipelineHistory,
  listed: ListedExecutions,
  stages: readonly StageState[],
): ExecutionSummary[] {
  return toExecutionRows(listed, stages, {
    knownFromMs: history.actionsKnownFromMs,
    knownOf: new Set(history.singles.keys()),
    items: [
      ...history.actions.items,
      ...listed.flatMap((one) => history.singles.get(one.pipelineExecutionId ?? "")?.items ?? []),
    ],
  });
}

/**
 * Actions are read back to the start of the oldest execution shown, a few pages at a time, and for what lies behind those,
 * as with a rare status, each execution's own. Without them rows are still worth showing.
 */
export async function readActions(
  history: PipelineHistory,
  shown: ListedExecutions,
  { paged }: { paged: boolean },
): Promise<void> {
  if (paged) await readActionPages(history, shown);
  const far = shown.filter((one) => needsActions(one) && startMsOf(one) < history.actionsKnownFromMs);
  await history.readSingles(far).catch(ignoreAws);
}

/** The place after the last of a list that was shown. */
export function placeAfter(
  last: ListedExecutions[number] | undefined,
  behind: ListedExecutions,
  after: SearchPlace | undefined,
): SearchPlace | undefined {
  if (!last) return after;
  const startMs = startMsOf(last);
  const upTo = behind.slice(0, behind.indexOf(last) + 1);
  const ids = upTo
    .filter((item) => startMsOf(item) === startMs)
    .flatMap((item) => item.pipelineExecutionId ?? []);
  return { startMs, ids: after?.startMs === startMs ? [...after.ids, ...ids] : ids };
}

function listedMatcher(filter: HistoryFilter): (item: ListedExecutions[number]) => boolean {
  const { statuses, ...rest } = filter;
  const wanted = new Set(statuses?.map((status) => status.toLowerCase()));
  const hasStatus = (item: ListedExecutions[number]) =>
    wanted.size === 0 || wanted.has(String(item.status).toLowerCase());
  if (Object.values(rest).every((value) => value === undefined || value.length === 0)) return hasStatus;
  const matches = historyMatcher(rest);
  const nothingRan = new ActionRuns(undefined);
  return (item) => {
    if (!hasStatus(item)) return false;
    const execution = toExecution(item, [], nothingRan);
    return execution !== undefined && matches(execution);
  };
}

/** Older ones may have been retried since they were read. */
async function current(history: PipelineHistory, items: ListedExecutions): Promise<ListedExecutions> {
  const ids = items.flatMap((item) => item.pipelineExecutionId ?? []);
  await history.executions.refresh(ids).catch(ignoreAws);
  const fresh = new Map(history.executions.items.map((item) => [item.pipelineExecutionId, item]));
  return items.map((item) => fresh.get(item.pipelineExecutionId) ?? item);
}

/** A rail of what succeeded is known without its actions. */
function needsActions({ status, executionType }: ListedExecutions[number]): boolean {
  return status !== "Succeeded" || executionType === "ROLLBACK";
}

async function readActionPages(history: PipelineHistory, shown: ListedExecutions) {
  const { actions, denials } = history;
  const oldest = shown.at(-1);
  if (!oldest || denials.errorOf("ListActionExecutions")) return;
  for (let pages = 0; pages < MOST_PAGES && !actions.complete; pages += 1) {
    if (history.actionsKnownFromMs <= startMsOf(oldest)) return;
    const known = actions.items.length;
    const read = await actions.readOlder(known).then(() => true, ignoreAws);
    if (!read) return;
  }
}

function ignoreAws(error: unknown): false {
  if (error instanceof AwsReadError) return false;
  throw error;
}

function isBehind(item: ListedExecutions[number], after: SearchPlace): boolean {
  const startMs = startMsOf(item);
  if (startMs !== after.startMs) return startMs < after.startMs;
  return !after.ids.includes(item.pipelineExecutionId ?? "");
}
