import "server-only";
import type { ExecutionList } from "@/lib/contract/execution-list";
import type { Viewer } from "@/lib/domain/viewer";
import { nowInstant } from "../clock";
import { AwsReadError } from "../codepipeline/read-aws";
import { toExecutionRows } from "../codepipeline/to-execution-rows";
import { openCursor, sealCursor, strangeCursor } from "../http/sealed-cursor";
import { findPipeline } from "../watch/find-pipeline";
import { type PipelineHistory, pipelineHistory, startMsOf } from "../watch/pipeline-history";
import { toApiError } from "./aws-api-error";
import { stagesOf } from "./stages-of";

/** Pages of AWS read for one reply at most, of executions and of their actions. */
const MOST_PAGES = 5;

/** Where the next page begins: after everything that started later, and after these that started at the same instant. */
interface Place {
  startMs: number;
  ids: string[];
}

interface Query {
  status?: readonly string[];
  ids?: readonly string[];
  cursor?: string;
  limit: number;
}

/**
 * The executions of one pipeline, newest first. AWS has no filter by status, so one reply searches a few pages and
 * `nextCursor` goes on from there; `searchedTo` is how far back it came. With `ids`, these as they are now.
 *
 * @throws ApiError `request.invalid` naming `query.cursor`, `target.not-found`, `pipeline.not-found`, or an `aws.*`
 * code when nothing is known yet
 */
export async function listExecutions(
  viewer: Viewer,
  { target, pipeline }: { target: string; pipeline: string },
  query: Query,
): Promise<ExecutionList> {
  const list = ["executions", target, pipeline, ...(query.status ?? [])];
  // First, so that a bad one is answered alike whether there is a pipeline or not.
  const after = query.cursor === undefined ? undefined : toPlace(openCursor(list, query.cursor));
  const watch = findPipeline(viewer, target, pipeline);
  try {
    const line = await stagesOf(viewer, watch, pipeline);
    const history = pipelineHistory(watch.target, pipeline);
    const { freshness } = await history.newest.get();
    const found =
      query.ids === undefined ? await find(history, query, after) : await these(history, query.ids);
    await readActions(history, found.items, query);
    const items = toExecutionRows(found.items, line.stages, {
      ...actionsOf(history),
      items: [
        ...history.actions.items,
        ...found.items.flatMap((one) => history.singles.get(one.pipelineExecutionId ?? "")?.items ?? []),
      ],
    });
    const denied = [...line.denied, ...history.denials.permissions];
    return {
      items,
      ...(found.next === undefined ? {} : { nextCursor: sealCursor(list, found.next) }),
      ...(found.next === undefined ? {} : { searchedTo: nowInstant(found.next.startMs) }),
      ...(denied.length === 0 ? {} : { denied: [...new Set(denied)].sort() }),
      freshness,
      now: nowInstant(),
    };
  } catch (error) {
    throw toApiError(error, watch.target);
  }
}

/** Executions of these ids, as far as the list has been read: what a page shows already, as it is now. */
async function these(history: PipelineHistory, ids: readonly string[]) {
  const wanted = new Set(ids);
  const items = history.executions.items.filter((item) => wanted.has(item.pipelineExecutionId ?? ""));
  return { items: await current(history, items), next: undefined };
}

async function find(history: PipelineHistory, { status, limit }: Query, after: Place | undefined) {
  const { executions } = history;
  for (let pages = 0; ; pages += 1) {
    const behind = executions.items.filter((item) => after === undefined || isBehind(item, after));
    const wanted = behind.filter((item) => status === undefined || status.includes(String(item.status)));
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

/** Older ones may have been retried since they were read. */
async function current(history: PipelineHistory, items: PipelineHistory["executions"]["items"]) {
  const ids = items.flatMap((item) => item.pipelineExecutionId ?? []);
  await history.executions.refresh(ids).catch(ignoreAws);
  const fresh = new Map(history.executions.items.map((item) => [item.pipelineExecutionId, item]));
  return items.map((item) => fresh.get(item.pipelineExecutionId) ?? item);
}

/**
 * Actions are read back to the start of the oldest execution shown, a few pages at a time; for what lies behind those,
 * as with a rare status, each execution's own.
 */
async function readActions(
  history: PipelineHistory,
  shown: PipelineHistory["executions"]["items"],
  { ids }: Query,
) {
  if (ids === undefined) await readActionPages(history, shown);
  const far = shown.filter((one) => needsActions(one) && startMsOf(one) < actionsOf(history).knownFromMs);
  await history.readSingles(far).catch(ignoreAws);
}

/** A rail of what succeeded is known without its actions. */
function needsActions({ status, executionType }: PipelineHistory["executions"]["items"][number]): boolean {
  return status !== "Succeeded" || executionType === "ROLLBACK";
}

async function readActionPages(
  { actions, denials }: PipelineHistory,
  shown: PipelineHistory["executions"]["items"],
) {
  const oldest = shown.at(-1);
  if (!oldest || denials.errorOf("ListActionExecutions")) return;
  for (let pages = 0; pages < MOST_PAGES && !actions.complete; pages += 1) {
    if (knownFrom(actions.items) <= startMsOf(oldest)) return;
    const known = actions.items.length;
    const read = await actions.readOlder(known).then(() => true, ignoreAws);
    if (!read) return;
  }
}

function actionsOf({ actions, singles }: PipelineHistory) {
  return {
    items: actions.items,
    knownFromMs: actions.complete ? 0 : knownFrom(actions.items),
    knownOf: new Set(singles.keys()),
  };
}

function knownFrom(items: PipelineHistory["actions"]["items"]): number {
  const oldest = items.at(-1);
  return oldest === undefined ? Number.POSITIVE_INFINITY : startMsOf(oldest);
}

/** Rows without the small rail are better than none. */
function ignoreAws(error: unknown): false {
  if (error instanceof AwsReadError) return false;
  throw error;
}

function isBehind(item: PipelineHistory["executions"]["items"][number], after: Place): boolean {
  const startMs = startMsOf(item);
  if (startMs !== after.startMs) return startMs < after.startMs;
  return !after.ids.includes(item.pipelineExecutionId ?? "");
}

function placeAfter(
  last: PipelineHistory["executions"]["items"][number] | undefined,
  behind: PipelineHistory["executions"]["items"],
  after: Place | undefined,
): Place | undefined {
  if (!last) return after;
  const startMs = startMsOf(last);
  const upTo = behind.slice(0, behind.indexOf(last) + 1);
  const ids = upTo
    .filter((item) => startMsOf(item) === startMs)
    .flatMap((item) => item.pipelineExecutionId ?? []);
  return { startMs, ids: after?.startMs === startMs ? [...after.ids, ...ids] : ids };
}

function toPlace(value: unknown): Place {
  if (typeof value === "object" && value !== null && "startMs" in value && "ids" in value) {
    const { startMs, ids } = value;
    if (typeof startMs === "number" && Array.isArray(ids)) return { startMs, ids: ids.map(String) };
  }
  throw strangeCursor();
}
