import "server-only";
import type { UnplacedExecution } from "@/lib/domain/execution-place";
import { isInFlight } from "@/lib/domain/in-flight";
import { monotonic } from "../clock";
import type { AwsPipelineState } from "../codepipeline/get-pipeline-state";
import { objects, text } from "../codepipeline/lenient";
import type { AwsExecutionSummary } from "../codepipeline/list-pipeline-executions";
import type { TargetConfig } from "../config/config";
import { log } from "../log";
import { executionsWithin } from "../store/executions";
import { historyIndex } from "./history-indexes";

/** While nothing else changed, the store is asked so often for what it did not know. */
const ASK_EVERY_MS = 30_000;
const NEVER = { from: "1970-01-01T00:00:00.000Z", to: "1970-01-01T00:00:00.000Z" };

/** Executions that a pipeline's state names, and its newest page does not hold. */
export interface OlderExecutions {
  executions: readonly UnplacedExecution[];
  /** Those that the state names as ended, and the store alone as going on: they name their stage, and are not on the line. */
  over: readonly UnplacedExecution[];
  askedMono: number;
}

/**
 * What the store knows of executions that a state names though more have started since than AWS's newest page holds, and
 * those that are known to go on. None of it is asked of AWS here: where it does not fit the state, the index is told to.
 *
 * @param page the newest page; undefined where it was not read
 * @param isSame whether the state is the one of `before`
 */
export async function olderExecutions(
  target: TargetConfig,
  pipeline: string,
  { state, page, before, isSame }: Reading,
): Promise<OlderExecutions | undefined> {
  const index = historyIndex(target);
  if (!index || page === undefined || page.length === 0) return before;
  const listed = new Set(page.map(({ pipelineExecutionId }) => pipelineExecutionId));
  const named = new Map([...statusesIn(state)].filter(([id]) => !listed.has(id)));
  const inFlight = index.inFlight(pipeline);
  const goOn = inFlight.filter(({ id }) => !listed.has(id));
  if (named.size === 0)
    return goOn.length === 0 ? undefined : { executions: goOn, over: [], askedMono: monotonic() };
  // Between two stages the index knows that it goes on.
  const isOver = ({ id, status }: UnplacedExecution) =>
    isInFlight(status) && named.get(id) === undefined && !inFlight.some((one) => one.id === id);
  const known = new Map([...(before?.executions ?? []), ...(before?.over ?? [])].map((one) => [one.id, one]));
  const unsure = [...named].filter(([id, status]) => {
    const one = known.get(id);
    return one === undefined || (isInFlight(one.status) && status === undefined);
  });
  // The index has just seen that one ended, and the store knows how.
  const isNews = (before?.executions ?? []).some((one) => named.has(one.id) && isOver(one));
  const isDue = monotonic() - (before?.askedMono ?? -ASK_EVERY_MS) >= ASK_EVERY_MS;
  const isAsking = unsure.length > 0 && (!isSame || isNews || isDue);
  if (isAsking)
    for (const one of await stored(
      target,
      pipeline,
      unsure.map(([id]) => id),
    ))
      known.set(one.id, one);
  const executions = [...named].flatMap(([id, status]) => {
    const one = known.get(id);
    if (one === undefined) return [];
    // One that ended may have been retried; one that went on may be between two stages, or have ended.
    if (isInFlight(one.status) !== (status !== undefined)) index.doubt(pipeline, one);
    return status !== undefined && !isInFlight(one.status) ? { ...one, status } : one;
  });
  return {
    executions: [...executions.filter((one) => !isOver(one)), ...goOn.filter(({ id }) => !named.has(id))],
    over: executions.filter(isOver),
    askedMono: isAsking ? monotonic() : (before?.askedMono ?? Number.NEGATIVE_INFINITY),
  };
}

interface Reading {
  state: AwsPipelineState;
  page: readonly AwsExecutionSummary[] | undefined;
  before: OlderExecutions | undefined;
  isSame: boolean;
}

/** The executions in stages and in front of them, those that go on with their status. */
function statusesIn(state: AwsPipelineState): Map<string, string | undefined> {
  const statuses = new Map<string, string | undefined>();
  for (const stage of objects(state.stageStates)) {
    const inbound = [stage.inboundExecution, ...objects(stage.inboundExecutions)];
    for (const one of [stage.latestExecution, ...inbound]) {
      const id = text(one?.pipelineExecutionId);
      const status = text(one?.status) ?? "InProgress";
      if (id !== undefined) statuses.set(id, isInFlight(status) ? status : statuses.get(id));
    }
  }
  return statuses;
}

/** Without the store the picture is poorer, not missing. */
async function stored(
  target: TargetConfig,
  pipeline: string,
  ids: readonly string[],
): Promise<UnplacedExecution[]> {
  const rows = await executionsWithin({ target: target.id, pipeline }, { ...NEVER, ids }).catch(
    (error: unknown) => {
      log.debug({ err: error, target: target.id, pipeline }, "older executions cannot be read");
      return [];
    },
  );
  return rows.map(({ execution }) => execution);
}
