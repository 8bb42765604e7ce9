import type { ResolvedVariable } from "./changed-variables";
import { compareUrl } from "./compare-url";
import { tookMs } from "./duration-scale";
import { isLonger } from "./durations-apart";
import type { ActionRun, ExecutionDetail, TimelineStage } from "./execution-detail";
import { executionLabel } from "./execution-label";
import { isInFlight } from "./in-flight";
import type { Instant } from "./instant";
import type { Revision } from "./revision";
import type { Standing } from "./standing";

/** One thing of two executions. */
export interface Compared<Value> {
  before?: Value;
  after?: Value;
  same: boolean;
}

/** One of the two. */
export interface ComparedExecution {
  id: string;
  /** What it is called: its first revision, or its own short id. */
  label: string;
  summary?: string;
  standing: Standing;
  status: string;
  startedAt?: Instant;
  /** AWS no longer keeps it. */
  forgotten?: boolean;
}

/** What became of an action or a stage. */
export interface ComparedRun {
  standing: Standing;
  /** Of the last attempt; absent while it runs. */
  durationMs?: number;
  attempts: number;
  /** Who answered, of an approval. */
  by?: string;
  /** AWS's error code of the last attempt. */
  code?: string;
}

export interface ComparedStage extends Compared<ComparedRun> {
  stage: string;
  actions: Array<Compared<ComparedRun> & { action: string }>;
}

/** Two executions of a pipeline, the one that started first before the other. What is not known of both is absent. */
export interface ExecutionComparison {
  before: ComparedExecution;
  after: ComparedExecution;
  status: Compared<Standing>;
  /** Version of the declaration each ran with. */
  pipelineVersion?: Compared<number>;
  executionMode?: Compared<string>;
  trigger?: Compared<string>;
  tookMs?: Compared<number>;
  /** By source action. `compareUrl` is the source's own page of what lies between the two. */
  revisions?: Array<Compared<Revision> & { action: string; compareUrl?: string }>;
  /** By name; of a `hidden` one only whether it is the same is told. */
  variables?: Array<Compared<string | null> & { name: string; hidden: boolean }>;
  stages?: ComparedStage[];
  /** IAM actions the role lacks: what needs them is absent. */
  gaps: string[];
}

/**
 * What differs between two executions, in the order they started, whichever is named first.
 *
 * @param equal whether a variable has the same value in both, which only who knows hidden values can tell
 */
export function compareExecutions(
  one: ExecutionDetail,
  other: ExecutionDetail,
  equal: (name: string) => boolean,
  nowMs: number,
): ExecutionComparison {
  const inOrder = (one.summary.startedAt ?? "") <= (other.summary.startedAt ?? "");
  const [a, b] = inOrder ? [one, other] : [other, one];
  const took = knownPair(tookMs(a.summary, nowMs), tookMs(b.summary, nowMs));
  const gaps = [...new Set([...a.denied, ...b.denied])].sort();
  const isKept = !a.forgotten && !b.forgotten;
  const isRead = isKept && !gaps.includes("codepipeline:GetPipelineExecution");
  const nameSources = [a, b].every(({ summary }) => summary.revisions.length > 0);
  return {
    before: sideOf(a),
    after: sideOf(b),
    status: pair(a.summary.standing, b.summary.standing),
    pipelineVersion: knownPair(a.pipelineVersion, b.pipelineVersion),
    executionMode: knownPair(a.summary.executionMode, b.summary.executionMode),
    trigger: knownPair(triggerOf(a), triggerOf(b)),
    tookMs: took && { ...took, same: isNear(took.before, took.after) },
    revisions: isRead || nameSources ? revisionsOf(a.summary.revisions, b.summary.revisions) : undefined,
    variables: isRead ? variablesOf(a.variables, b.variables, equal) : undefined,
    stages: isKept && !gaps.includes("codepipeline:ListActionExecutions") ? stagesOf(a, b) : undefined,
    gaps,
  };
}

function sideOf({ summary, forgotten }: ExecutionDetail): ComparedExecution {
  const { id, revisions, standing, status, startedAt } = summary;
  const message = revisions[0]?.summary;
  return {
    id,
    label: executionLabel(id, revisions),
    ...(message !== undefined && { summary: message }),
    standing,
    status,
    ...(startedAt !== undefined && { startedAt }),
    ...(forgotten && { forgotten }),
  };
}

function triggerOf({ summary: { trigger } }: ExecutionDetail): string | undefined {
  if (trigger?.by === undefined || trigger.text.includes(trigger.by)) return trigger?.text;
  return `${trigger.text}, ${trigger.by}`;
}

function pair<Value>(before: Value | undefined, after: Value | undefined): Compared<Value> {
  return {
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    same: before === after,
  };
}

/** Undefined where either is not known: that is no difference, and not the same. */
function knownPair<Value>(before: Value | undefined, after: Value | undefined): Compared<Value> | undefined {
  return before === undefined || after === undefined ? undefined : pair(before, after);
}

function revisionsOf(before: readonly Revision[], after: readonly Revision[]) {
  return namesOf(before, after, ({ action }) => action).map((action) => {
    const [a, b] = [before, after].map((list) => list.find((revision) => revision.action === action));
    const url = a?.id === b?.id ? undefined : compareUrl(a?.url, b?.url);
    return { action, ...pair(a, b), same: a?.id === b?.id, ...(url !== undefined && { compareUrl: url }) };
  });
}

function variablesOf(
  before: readonly ResolvedVariable[],
  after: readonly ResolvedVariable[],
  equal: (name: string) => boolean,
) {
  return namesOf(before, after, ({ name }) => name).map((name) => {
    const [a, b] = [before, after].map((list) => list.find((variable) => variable.name === name));
    const hidden = (a?.hidden ?? false) || (b?.hidden ?? false);
    const shown = (variable: ResolvedVariable | undefined) =>
      variable === undefined ? undefined : hidden ? null : variable.value;
    return { name, hidden, ...pair(shown(a), shown(b)), same: equal(name) };
  });
}

/** In the order of the older, with what only the newer has behind what it follows there. */
function namesOf<Item>(
  before: readonly Item[],
  after: readonly Item[],
  nameOf: (item: Item) => string,
): string[] {
  const names = [...new Set(before.map(nameOf))];
  let at = -1;
  for (const name of after.map(nameOf)) {
    const known = names.indexOf(name);
    if (known === -1) names.splice(at + 1, 0, name);
    at = known === -1 ? at + 1 : known;
  }
  return names;
}

function stagesOf(a: ExecutionDetail, b: ExecutionDetail): ComparedStage[] {
  return namesOf(a.stages, b.stages, ({ name }) => name).map((name) => {
    const [before, after] = [a, b].map(({ stages }) => stages.find((stage) => stage.name === name));
    const actions = namesOf(before?.actions ?? [], after?.actions ?? [], (run) => run.name);
    return {
      stage: name,
      ...runPair(stageRun(before), stageRun(after)),
      actions: actions.map((action) => ({
        action,
        ...runPair(actionRun(before, action), actionRun(after, action)),
      })),
    };
  });
}

function stageRun(stage: TimelineStage | undefined): ComparedRun | undefined {
  if (stage?.startedAt === undefined) return undefined;
  const { standing, startedAt, endedAt, actions } = stage;
  const attempts = Math.max(1, ...actions.map(({ attempt }) => attempt));
  return { standing, attempts, ...durationOf(startedAt, endedAt) };
}

function actionRun(stage: TimelineStage | undefined, action: string): ComparedRun | undefined {
  const runs = (stage?.actions ?? []).filter(({ name }) => name === action);
  const last = runs.reduce<ActionRun | undefined>(
    (newest, run) => (newest === undefined || run.attempt > newest.attempt ? run : newest),
    undefined,
  );
  if (last === undefined) return undefined;
  const { standing, status, startedAt, endedAt, category, updatedBy, error } = last;
  const answered = category === "Approval" && !isInFlight(status) ? updatedBy : undefined;
  return {
    standing,
    attempts: runs.length,
    ...durationOf(startedAt, endedAt),
    ...(answered !== undefined && { by: answered }),
    ...(error?.code !== undefined && { code: error.code }),
  };
}

function durationOf(startedAt: Instant | undefined, endedAt: Instant | undefined) {
  if (startedAt === undefined || endedAt === undefined) return {};
  return { durationMs: Math.max(0, Date.parse(endedAt) - Date.parse(startedAt)) };
}

function runPair(before: ComparedRun | undefined, after: ComparedRun | undefined): Compared<ComparedRun> {
  const same =
    before?.standing === after?.standing &&
    before?.attempts === after?.attempts &&
    before?.code === after?.code &&
    before?.by === after?.by &&
    isNear(before?.durationMs, after?.durationMs);
  return { ...pair(before, after), same };
}

/** Two durations that differ by no more than chance. */
function isNear(a: number | undefined, b: number | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return !isLonger(a, b) && !isLonger(b, a);
}
