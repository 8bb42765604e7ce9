import "server-only";
import { createHash } from "node:crypto";
import { isInFlight } from "@/lib/domain/in-flight";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import { now } from "../clock";
import { type AwsPipeline, getPipeline } from "../codepipeline/get-pipeline";
import { type AwsPipelineState, getPipelineState } from "../codepipeline/get-pipeline-state";
import { objects } from "../codepipeline/lenient";
import { type AwsActionExecution, listActionExecutions } from "../codepipeline/list-action-executions";
import { type AwsExecutionSummary, listExecutionPage } from "../codepipeline/list-pipeline-executions";
import type { AwsPipelineSummary } from "../codepipeline/list-pipelines";
import { toPipelineState } from "../codepipeline/to-domain";
import type { TargetConfig } from "../config/config";
import { unchanging } from "../json-bytes";
import { Denials } from "./denials";
import { historyIndex } from "./history-indexes";
import { type OlderExecutions, olderExecutions } from "./older-executions";
import { startMsOf } from "./pipeline-history";
import { seenExecutions } from "./seen-executions";
import { readSingleActions, type SingleActions } from "./single-actions";

/** Pages of action executions read at most, to find all that run in PARALLEL mode. */
const MOST_ACTION_PAGES = 5;
/** Executions kept besides those a state speaks of. */
const KEPT_EXECUTIONS = 12;

/**
 * `glance` is status and stations, from one call where that is enough; `row` is what the overview needs; `full` adds the
 * declaration and the actions of a pipeline's page.
 */
export type Depth = "glance" | "row" | "full";

const DEPTHS: readonly Depth[] = ["glance", "row", "full"];

/** What one read leaves behind so that the next asks AWS for less. */
export interface Kept {
  depth: Depth;
  /** Hash of the stages: what does not change, needs no other call. */
  fingerprint: string;
  declaration?: AwsPipeline;
  executions: AwsExecutionSummary[];
  actions?: AwsActionExecution[];
  older?: OlderExecutions;
  singles?: SingleActions;
  /** Of the calls besides GetPipelineState, those the role may not make. */
  denials: Denials;
}

export interface Reading {
  state: PipelineState;
  /** Null after a glance. */
  depth: "row" | "full" | null;
  kept: Kept;
}

/**
 * Reads one pipeline: GetPipelineState always; executions and actions when the state changed since; the declaration
 * when its version did, and for rows only when an approval is open. A glance leaves out the executions where the state
 * says where they are, which it does in every mode but PARALLEL. Whatever but the state is denied is left out. Throws
 * AwsReadError.
 */
export async function readPipeline(
  target: TargetConfig,
  name: string,
  listed: AwsPipelineSummary,
  kept: Kept | null,
  depth: Depth,
): Promise<Reading> {
  const state = await getPipelineState(target, name);
  const fingerprint = fingerprintOf(state);
  const parallel = (kept?.declaration?.pipeline?.executionMode ?? listed.executionMode) === "PARALLEL";
  const denials = kept?.denials ?? new Denials();
  const same =
    kept?.fingerprint === fingerprint && !denials.due && DEPTHS.indexOf(kept.depth) >= DEPTHS.indexOf(depth);
  const settled = same && !parallel && !isBetweenStages(state, kept.executions);
  const isGlance = depth === "glance" && !parallel;
  const [executions, listedActions, known] = await Promise.all([
    settled || isGlance
      ? (kept?.executions ?? [])
      : denials.unless("ListPipelineExecutions", () => listAndKeep(target, name), []),
    settled ? kept.actions : depth === "full" && !parallel ? actionsOf() : undefined,
    declaredWhen(depth === "full" || asks(state, undefined)),
  ]);
  const page = isGlance ? undefined : executions;
  const older = await olderExecutions(target, name, { state, page, before: kept?.older, isSame: settled });
  const running = objects(executions).filter((execution) => isInFlight(String(execution.status)));
  const behind = (older?.executions ?? []).flatMap(({ id, status }) => (isInFlight(status) ? id : []));
  // Without locks several executions share a stage, so only their actions tell where each is.
  const wanted = parallel && (depth === "full" || running.length + behind.length > 0);
  const side = wanted ? await sideBySide() : undefined;
  const actions = parallel ? side?.actions : listedActions;
  const needed = known === undefined && asks(state, actions);
  const declaration = needed ? await declaredWhen(needed) : known;
  const nowMs = now();
  const denied = denials.permissions;
  const reached = settled ? kept.depth : depth === "glance" && parallel ? "row" : depth;
  return {
    state: keptAsText(
      toPipelineState({
        ...{ target, name, listed, state, declaration, executions, actions, denied, nowMs },
        ...{ older: older?.executions, over: older?.over },
      }),
    ),
    depth: reached === "glance" ? null : reached,
    kept: orKept(kept, {
      depth: reached,
      fingerprint,
      declaration,
      executions: settled ? kept.executions : worthKeeping(state, executions),
      actions,
      older,
      singles: side?.singles,
      denials,
    }),
  };

  function actionsOf(): Promise<AwsActionExecution[] | undefined> {
    const read = async () => (await readActions(target, name, [])).items;
    return denials.unless("ListActionExecutions", read, undefined);
  }

  function sideBySide(): Promise<SideBySide | undefined> {
    const read = async () => {
      const { items, behindMs } = await readActions(target, name, running);
      const far = running.filter((one) => startMsOf(one) < behindMs);
      const ids = [...far.flatMap(({ pipelineExecutionId: id }) => id ?? []), ...behind];
      const singles = await readSingleActions(target, name, ids, kept?.singles);
      const known = new Set(items.map(({ actionExecutionId: id }) => id));
      const own = [...singles.values()].flatMap((one) => one.items);
      // The pages come last: what is older than their last action is not known.
      const more = own.filter(({ actionExecutionId: id }) => !known.has(id));
      return { actions: [...more, ...items], singles };
    };
    return denials.unless("ListActionExecutions", read, undefined);
  }

  function declaredWhen(wantsIt: boolean): Promise<AwsPipeline | undefined> {
    const read = async () => declarationFor(target, name, { state, kept, needed: wantsIt });
    return denials.unless("GetPipeline", read, kept?.declaration);
  }
}

/** What is as it was stays where it is in memory: most reads find nothing new. */
function orKept(before: Kept | null, after: Kept): Kept {
  return before !== null && hasSameMembers(before, after) ? before : after;
}

function hasSameMembers<All extends object>(one: All, other: All): boolean {
  for (const name in other) if (one[name] !== other[name]) return false;
  return true;
}

function declarationFor(
  target: TargetConfig,
  name: string,
  { state, kept, needed }: { state: AwsPipelineState; kept: Kept | null; needed: boolean },
): Promise<AwsPipeline> | AwsPipeline | undefined {
  const known = kept?.declaration;
  const current = known !== undefined && (known.pipeline?.version ?? 0) >= (state.pipelineVersion ?? 0);
  if (current) return known;
  return needed ? getPipeline(target, name) : undefined;
}

async function listAndKeep(target: TargetConfig, name: string): Promise<AwsExecutionSummary[]> {
  const page = await listExecutionPage(target, name);
  seenExecutions().note({ target: target.id, pipeline: name }, page.items);
  historyIndex(target)?.heard(name, page);
  return page.items;
}

interface SideBySide {
  actions: AwsActionExecution[];
  singles: SingleActions;
}

/**
 * Newest first, so reading stops once everything older began before the oldest execution in flight. Of what started before
 * `behindMs`, epoch milliseconds, actions are missing.
 */
async function readActions(
  target: TargetConfig,
  name: string,
  running: readonly AwsExecutionSummary[],
): Promise<{ items: AwsActionExecution[]; behindMs: number }> {
  const oldest = Math.min(...running.map((execution) => Number(execution.startTime ?? 0)));
  const all: AwsActionExecution[] = [];
  let nextToken: string | undefined;
  for (let page = 0; page < MOST_ACTION_PAGES; page += 1) {
    const answer = await listActionExecutions(target, name, { nextToken });
    all.push(...answer.items);
    nextToken = answer.nextToken;
    const last = answer.items.at(-1)?.startTime;
    if (nextToken === undefined || running.length === 0 || Number(last ?? 0) < oldest) break;
  }
  return { items: all, behindMs: nextToken === undefined ? 0 : startMsOf(all.at(-1) ?? {}) };
}

/** Percentages and summaries move all the time and change nothing else. */
function fingerprintOf(state: AwsPipelineState): string {
  const text = JSON.stringify([state.pipelineVersion, state.stageStates], (key, value: unknown) =>
    key === "percentComplete" || key === "summary" ? undefined : value,
  );
  return createHash("sha256").update(text).digest("base64");
}

/** An execution on its way is in no stage for a moment, and may have ended meanwhile. */
function isBetweenStages(state: AwsPipelineState, executions: readonly AwsExecutionSummary[]): boolean {
  const placed = new Set(
    objects(state.stageStates).flatMap((stage) => [
      ...(isInFlight(String(stage.latestExecution?.status))
        ? [stage.latestExecution?.pipelineExecutionId]
        : []),
      stage.inboundExecution?.pipelineExecutionId,
      ...objects(stage.inboundExecutions).map((inbound) => inbound.pipelineExecutionId),
    ]),
  );
  return executions.some((one) => isInFlight(String(one.status)) && !placed.has(one.pipelineExecutionId));
}

function worthKeeping(
  state: AwsPipelineState,
  executions: readonly AwsExecutionSummary[],
): AwsExecutionSummary[] {
  const named = JSON.stringify(state.stageStates ?? []);
  return objects(executions).filter(
    (execution, index) =>
      index < KEPT_EXECUTIONS ||
      isInFlight(String(execution.status)) ||
      (execution.pipelineExecutionId !== undefined && named.includes(execution.pipelineExecutionId)),
  );
}

function asks(state: AwsPipelineState, actions: readonly AwsActionExecution[] | undefined): boolean {
  const inState = objects(state.stageStates).some((stage) =>
    objects(stage.actionStates).some((action) => action.latestExecution?.token !== undefined),
  );
  const inActions = objects(actions).some(
    (action) => action.status === "InProgress" && action.input?.actionTypeId?.category === "Approval",
  );
  return inState || inActions;
}

function keptAsText(state: PipelineState): PipelineState {
  unchanging(state.row);
  return unchanging(state);
}
